package org.entente.desk.publish;

import java.util.List;
import org.entente.store.Post;
import org.entente.store.SecondLooks;
import org.entente.store.Version;

/**
 * A review before a second person.
 *
 * @param post what it is
 * @param look what is asked
 * @param version the one that is asked about
 * @param blocks its parts in order
 * @param may whether the reader is a second person
 */
public record LookView(
    Post post, SecondLooks.Look look, Version version, List<BlockView> blocks, boolean may) {
  public LookView {
    blocks = List.copyOf(blocks);
  }
}
