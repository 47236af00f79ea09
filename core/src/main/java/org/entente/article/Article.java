package org.entente.article;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * One article or clip in a document. What the source does not say is null, and is shown as missing.
 *
 * @param headline the headline
 * @param standfirst the summary under the headline
 * @param author byline
 * @param outlet who published it
 * @param date when it was published
 * @param dateline the place that the report is from ("MOSCOW"), as a head field
 * @param paragraphs the body in reading order; a paragraph may hold hard line breaks, which count
 *     as spaces
 * @param subheadings headings inside the body; they are not sentences and not among the paragraphs
 */
public record Article(
    @Nullable Field headline,
    @Nullable Field standfirst,
    @Nullable Field author,
    @Nullable Field outlet,
    @Nullable PrintedDate date,
    @Nullable Field dateline,
    List<Span> paragraphs,
    List<Span> subheadings) {
  public Article {
    paragraphs = List.copyOf(paragraphs);
    subheadings = List.copyOf(subheadings);
  }

  /** An article without sub-headings. */
  public Article(
      @Nullable Field headline,
      @Nullable Field standfirst,
      @Nullable Field author,
      @Nullable Field outlet,
      @Nullable PrintedDate date,
      @Nullable Field dateline,
      List<Span> paragraphs) {
    this(headline, standfirst, author, outlet, date, dateline, paragraphs, List.of());
  }

  /** The day of publication, or null where the source gives none. */
  public @Nullable LocalDate day() {
    return date == null ? null : date.value();
  }

  /** From the first to the last character of the article that stands in the document. */
  public Span span() {
    List<Span> spans = new ArrayList<>(paragraphs);
    spans.addAll(subheadings);
    for (Field field : Arrays.asList(headline, standfirst, author, outlet, dateline)) {
      if (field != null && field.span() != null) {
        spans.add(field.span());
      }
    }
    if (date != null && date.span() != null) {
      spans.add(date.span());
    }
    return spans.stream().reduce(Span::cover).orElse(new Span(0, 0));
  }
}
