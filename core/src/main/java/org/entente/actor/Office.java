package org.entente.actor;

import java.time.LocalDate;
import java.util.Arrays;

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
   * Reads {@code foreign minister 2004-03-09 2012-05-21}. A date may lack its day or its month, and
   * then begins or ends the whole month or year; the second date may be missing.
   *
   * @throws IllegalArgumentException when a date is none, or the office ends before it begins
   */
  static Office parse(String text) {
    String[] words = text.strip().split(" ");
    int last = words.length - 1;
    boolean closed = last > 0 && isDate(words[last]) && isDate(words[last - 1]);
    if (!isDate(words[last])) {
      throw new IllegalArgumentException(
          "the office '" + text + "' needs a date such as 2004-03-09, 2004-03 or 2004");
    }
    int first = closed ? last - 1 : last;
    String title = String.join(" ", Arrays.copyOf(words, first));
    LocalDate from = firstDay(words[first]);
    LocalDate to = closed ? lastDay(words[last]) : LocalDate.MAX;
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("the office '" + text + "' ends before it begins");
    }
    return new Office(title, from, to);
  }

  private static boolean isDate(String word) {
    int n = word.length();
    for (int i = 0; i < n; i++) {
      char c = word.charAt(i);
      if (i == 4 || i == 7 ? c != '-' : c < '0' || c > '9') {
        return false;
      }
    }
    return n == 4 || n == 7 || n == 10;
  }

  private static LocalDate firstDay(String date) {
    return LocalDate.parse(
        date.length() == 4 ? date + "-01-01" : date.length() == 7 ? date + "-01" : date);
  }

  private static LocalDate lastDay(String date) {
    LocalDate first = firstDay(date);
    return switch (date.length()) {
      case 4 -> first.withDayOfYear(first.lengthOfYear());
      case 7 -> first.withDayOfMonth(first.lengthOfMonth());
      default -> first;
    };
  }
}
