package org.entente.source;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.entente.text.Problem;
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

  /**
   * The day of a field {@code date}, in whatever form documents come: {@code 2013-05-07}, a time
   * behind it is passed over; null for none, and for anything else with a problem.
   *
   * @param where the field stands
   * @param problems takes what is wrong
   */
  public static @Nullable LocalDate day(
      @Nullable String printed, String where, List<Problem> problems) {
    if (printed == null || printed.isBlank()) {
      return null;
    }
    try {
      String day = printed.strip();
      return LocalDate.parse(day.length() > 10 ? day.substring(0, 10) : day);
    } catch (DateTimeParseException e) {
      problems.add(
          new Problem(
              Problem.Kind.DATE, where, "\"date\" is no day like 2013-05-07: '" + printed + "'"));
      return null;
    }
  }
}
