package org.entente.article;

import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * One piece of an article's head with its origin.
 *
 * @param value the text, white space folded
 * @param span where it stands in the document's content, null when it came from metadata only
 * @param rule name of the heuristic or metadata field that found it
 */
public record Field(String value, @Nullable Span span, String rule) {}
