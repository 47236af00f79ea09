package org.entente.article;

import java.time.LocalDate;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * The date of an article: as printed, and as a day.
 *
 * @param value the day
 * @param printed as it stands in the source ("7⏎May, 2013"), white space folded
 * @param span where it stands in the document's content, null when it came from metadata only
 * @param rule name of the heuristic or metadata field that found it
 */
public record PrintedDate(LocalDate value, String printed, @Nullable Span span, String rule) {}
