package org.entente.article;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.source.Document;
import org.entente.text.Span;

/** Finds the articles of a document. Stateless and thread-safe. */
public final class ArticleFinder {
  private static final Pattern BLANK_LINE = Pattern.compile("\\R[ \\t]*\\R\\s*");

  /** The articles, the commentary and the furniture of {@code document}. */
  public Contents find(Document document) {
    String text = document.content();
    List<Span> paragraphs = new ArrayList<>();
    int from = 0;
    Matcher gap = BLANK_LINE.matcher(text);
    while (gap.find()) {
      add(paragraphs, new Span(from, gap.start()).strip(text));
      from = gap.end();
    }
    add(paragraphs, new Span(from, text.length()).strip(text));
    Article article = new Article(null, null, null, null, null, null, paragraphs);
    return new Contents(List.of(article), List.of(), List.of(), List.of());
  }

  private static void add(List<Span> paragraphs, Span span) {
    if (!span.isEmpty()) {
      paragraphs.add(span);
    }
  }
}
