package org.entente.time;

import java.time.LocalDate;

/**
 * When something was, is or is to be: both days included. A single day has equal ends.
 *
 * @param from the first day
 * @param to the last day, not before {@code from}
 */
public record DateRange(LocalDate from, LocalDate to) {
  public DateRange {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "date range " + from + " to " + to + " ends before it begins");
    }
  }

  public static DateRange on(LocalDate day) {
    return new DateRange(day, day);
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
