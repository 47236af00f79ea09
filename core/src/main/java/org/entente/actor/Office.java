package org.entente.actor;

import java.time.LocalDate;

/**
 * An office with its dates, both included.
 *
 * @param title as in "foreign minister"
 * @param from first day
 * @param to last day; {@link LocalDate#MAX} while it is held
 */
record Office(String title, LocalDate from, LocalDate to) {
  boolean holds(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /**
   * Reads {@code foreign minister 2004-03-09 2012-05-21}; the second date may be missing.
   *
   * @throws IllegalArgumentException when a date is none
   */
  static Office parse(String text) {
    String[] words = text.strip().split(" ");
    int last = words.length - 1;
    boolean closed = isDate(words[last]) && last > 0 && isDate(words[last - 1]);
    if (!isDate(words[last])) {
      throw new IllegalArgumentException(
          "the office '" + text + "' needs a date such as 2004-03-09");
    }
    int first = closed ? last - 1 : last;
    String title = String.join(" ", java.util.Arrays.copyOf(words, first));
    return new Office(
        title,
        LocalDate.parse(words[first]),
        closed ? LocalDate.parse(words[last]) : LocalDate.MAX);
  }

  private static boolean isDate(String word) {
    return word.length() == 10 && word.charAt(4) == '-' && word.charAt(7) == '-';
  }
}
