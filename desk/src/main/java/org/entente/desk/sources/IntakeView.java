package org.entente.desk.sources;

import java.util.List;
import org.entente.store.StoredArticle;
import org.entente.store.StoredIntake;

/**
 * What became of something that was given.
 *
 * @param intake how far it is
 * @param articles of its first document
 */
public record IntakeView(StoredIntake intake, List<StoredArticle> articles) {
  public IntakeView {
    articles = List.copyOf(articles);
  }
}
