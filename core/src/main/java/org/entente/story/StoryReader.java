package org.entente.story;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.entente.article.Article;
import org.entente.parse.ParsedArticle;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stories know of an article from its headline and body. Immutable and thread-safe; make
 * one and keep it.
 */
public final class StoryReader {
  private final TermWeights weights = new TermWeights();

  /**
   * Reads an article as it stands in its document.
   *
   * @param id its key
   */
  public StoryArticle read(long id, ParsedArticle parsed) {
    Article article = parsed.article();
    StringBuilder body = new StringBuilder();
    if (article.standfirst() != null) {
      body.append(article.standfirst().value()).append('\n');
    }
    for (Span paragraph : article.paragraphs()) {
      body.append(paragraph.in(parsed.content())).append('\n');
    }
    String headline = article.headline() == null ? "" : article.headline().value();
    return read(id, parsed.day(), headline, body.toString());
  }

  /**
   * Reads an article given as text.
   *
   * @param headline may be empty
   * @param body may be empty
   */
  public StoryArticle read(long id, @Nullable LocalDate day, String headline, String body) {
    Map<String, Integer> counts = new HashMap<>();
    Terms.of(body).forEach(t -> counts.merge(t, 1, Integer::sum));
    Terms.of(headline).forEach(t -> counts.merge(t, StorySettings.HEADLINE, Integer::sum));
    Map<String, Double> weighed = new HashMap<>();
    counts.forEach((term, n) -> weighed.put(term, (1 + Math.log(n)) * weights.of(term)));
    return new StoryArticle(id, day, TermVector.of(weighed, StorySettings.TERMS), Sketch.of(body));
  }
}
