package org.entente.desk.sources;

import java.util.List;
import org.entente.store.Intakes;
import org.entente.store.StoredFeed;
import org.entente.store.StoredIntake;

/**
 * What the page of sources shows.
 *
 * @param feeds all feeds, those in trouble first
 * @param intakes what people gave last
 * @param changed documents whose text changed last
 * @param may what the reader may do
 * @param bookmarklet what the bookmark holds
 */
public record SourcesView(
    List<StoredFeed> feeds,
    List<StoredIntake> intakes,
    List<Intakes.Version> changed,
    boolean may,
    String bookmarklet) {
  public SourcesView {
    feeds = List.copyOf(feeds);
    intakes = List.copyOf(intakes);
    changed = List.copyOf(changed);
  }
}
