package org.entente.source;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the container of a document declared about it (JSON Lines fields, feed item, WARC and HTTP
 * headers). A part that was not declared is null: missing is shown as missing.
 *
 * @param title headline as declared
 * @param author as declared
 * @param publisher outlet as declared
 * @param url address of the document
 * @param date day of publication
 * @param language BCP 47 tag
 */
public record Metadata(
    @Nullable String title,
    @Nullable String author,
    @Nullable String publisher,
    @Nullable String url,
    @Nullable LocalDate date,
    @Nullable String language) {
  public static final Metadata NONE = new Metadata(null, null, null, null, null, null);

  /** Metadata that declares a date only. */
  public static Metadata dated(LocalDate date) {
    return new Metadata(null, null, null, null, date, null);
  }
}
