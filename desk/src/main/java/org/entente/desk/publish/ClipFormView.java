package org.entente.desk.publish;

import java.util.List;
import org.entente.store.Post;
import org.entente.store.StoredArticle;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Where words of an article are chosen.
 *
 * @param article the article
 * @param sentences its sentences in order
 * @param drafts reviews that they can go into
 * @param chosen the words that are asked for, or null
 */
public record ClipFormView(
    StoredArticle article, List<Sentence> sentences, List<Post> drafts, @Nullable Span chosen) {
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

  /** Whether a sentence is among those that were asked for. */
  public boolean isChosen(Sentence sentence) {
    return chosen != null && sentence.start() < chosen.end() && chosen.start() < sentence.end();
  }

  /** Whether it is the first of them, where the clip would begin. */
  public boolean isFirst(Sentence sentence) {
    return sentences.stream()
        .filter(this::isChosen)
        .findFirst()
        .filter(sentence::equals)
        .isPresent();
  }

  /** Whether it is the last of them, where the clip would end. */
  public boolean isLast(Sentence sentence) {
    return sentences.reversed().stream()
        .filter(this::isChosen)
        .findFirst()
        .filter(sentence::equals)
        .isPresent();
  }
}
