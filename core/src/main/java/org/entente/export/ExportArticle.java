package org.entente.export;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The article that reports an event. What is not known is empty, the day null.
 *
 * @param id its key, stable for ever, at least 1
 * @param document id of its document
 * @param sha256 SHA-256 (hex) of the document's text in UTF-8
 * @param headline as found
 * @param publisher the outlet
 * @param url where it was read
 * @param day the day it was published
 * @param language its language, as {@code en}
 * @param length characters of the document's text, in Unicode code points
 * @param added when it came into the collection
 */
public record ExportArticle(
    long id,
    String document,
    String sha256,
    String headline,
    String publisher,
    String url,
    @Nullable LocalDate day,
    String language,
    int length,
    @Nullable Instant added) {
  public ExportArticle {
    if (id < 1) {
      throw new IllegalArgumentException("article id " + id + " must be at least 1");
    }
  }
}
