package org.entente.desk.publish;

import java.util.List;
import org.entente.store.Post;
import org.entente.store.StoredArticle;

/**
 * Where words of an article are chosen.
 *
 * @param article the article
 * @param sentences its sentences in order
 * @param drafts reviews that they can go into
 */
public record ClipFormView(StoredArticle article, List<Sentence> sentences, List<Post> drafts) {
  public ClipFormView {
    sentences = List.copyOf(sentences);
    drafts = List.copyOf(drafts);
  }

  /**
   * A sentence.
   *
   * @param start in the document, in UTF-16 units
   * @param end exclusive
   * @param text its words, lines run on
   */
  public record Sentence(int start, int end, String text) {}
}
