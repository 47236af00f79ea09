package org.entente.parse;

import java.util.List;
import org.entente.article.Article;
import org.entente.source.Document;
import org.jspecify.annotations.Nullable;

/**
 * An article with its sentences in reading order: headline, standfirst, then the body. What actors,
 * statements and events are read from.
 *
 * @param document where it stands
 * @param article its head and paragraphs
 * @param sentences all sentences with their trees
 * @param paragraphs for each sentence the index of its paragraph in {@link Article#paragraphs()};
 *     −1 for the headline, −2 for the standfirst
 * @param pageDay the day of its neighbours on the page, for an article without date; null when they
 *     have none either
 */
public record ParsedArticle(
    Document document,
    Article article,
    List<Sentence> sentences,
    List<Integer> paragraphs,
    java.time.@Nullable LocalDate pageDay) {
  /** The paragraph number of sentences of the headline. */
  public static final int HEADLINE = -1;

  /** The paragraph number of sentences of the standfirst. */
  public static final int STANDFIRST = -2;

  public ParsedArticle {
    sentences = List.copyOf(sentences);
    paragraphs = List.copyOf(paragraphs);
    if (sentences.size() != paragraphs.size()) {
      throw new IllegalArgumentException(
          sentences.size() + " sentences but " + paragraphs.size() + " paragraphs");
    }
  }

  /** The text that all spans point into. */
  public String content() {
    return document.content();
  }

  /**
   * The day of the article, else the day that the container declared, else that of its neighbours
   * on the page, else null.
   */
  public java.time.@Nullable LocalDate day() {
    java.time.LocalDate printed = article.day();
    java.time.LocalDate declared = printed != null ? printed : document.metadata().date();
    return declared != null ? declared : pageDay;
  }

  /** Where {@link #day()} comes from: "article", or "page" for that of the neighbours. */
  public String dayRule() {
    return article.day() != null || document.metadata().date() != null ? "article" : "page";
  }
}
