package org.entente.desk.wire;

import java.util.List;
import org.entente.store.StoredArticle;

/**
 * What the front page shows.
 *
 * @param newest the newest articles
 */
public record FrontView(List<StoredArticle> newest) {
  public FrontView {
    newest = List.copyOf(newest);
  }
}
