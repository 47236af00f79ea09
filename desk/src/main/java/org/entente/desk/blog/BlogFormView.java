package org.entente.desk.blog;

import java.util.List;
import org.entente.store.Member;

/**
 * Where a blog's export is chosen.
 *
 * @param writers members whose posts they may become
 * @param most megabytes that a file may have
 */
public record BlogFormView(List<Member> writers, int most) {
  public BlogFormView {
    writers = List.copyOf(writers);
  }
}
