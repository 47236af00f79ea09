package org.entente.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.article.Article;
import org.entente.article.Field;
import org.entente.article.PrintedDate;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * An article's parts as spans of its document, and back: {@code headline 0-12}, one part a line.
 */
final class Layout {
  private Layout() {}

  static String of(Article article) {
    List<String> lines = new ArrayList<>();
    add(lines, "headline", span(article.headline()));
    add(lines, "standfirst", span(article.standfirst()));
    add(lines, "dateline", span(article.dateline()));
    lines.add("paragraphs " + Words.spans(article.paragraphs()));
    lines.add("subheadings " + Words.spans(article.subheadings()));
    return String.join("\n", lines);
  }

  private static void add(List<String> lines, String name, @Nullable Span span) {
    if (span != null) {
      lines.add(name + " " + Words.spans(List.of(span)));
    }
  }

  private static @Nullable Span span(@Nullable Field field) {
    return field == null ? null : field.span();
  }

  /** The article again, with its date and outlet as they are kept. */
  static Article article(StoredArticle stored, String layout, String content) {
    Map<String, List<Span>> parts = new HashMap<>();
    for (String line : layout.split("\n")) {
      int blank = line.indexOf(' ');
      parts.put(line.substring(0, blank), Words.spans(line.substring(blank + 1)));
    }
    LocalDate day = stored.day();
    String printed = stored.printed();
    return new Article(
        field(parts, "headline", stored.headline(), content),
        field(parts, "standfirst", null, content),
        kept(stored.author()),
        kept(stored.outlet()),
        day == null ? null : new PrintedDate(day, printed == null ? "" : printed, null, "store"),
        field(parts, "dateline", null, content),
        parts.getOrDefault("paragraphs", List.of()),
        parts.getOrDefault("subheadings", List.of()));
  }

  private static @Nullable Field field(
      Map<String, List<Span>> parts, String name, @Nullable String value, String content) {
    List<Span> spans = parts.getOrDefault(name, List.of());
    if (spans.isEmpty()) {
      return kept(value);
    }
    String shown = value == null ? spans.getFirst().in(content) : value;
    return new Field(shown, spans.getFirst(), "store");
  }

  private static @Nullable Field kept(@Nullable String value) {
    return value == null ? null : new Field(value, null, "store");
  }
}
