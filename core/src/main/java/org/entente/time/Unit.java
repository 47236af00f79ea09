package org.entente.time;

import java.time.LocalDate;
import org.entente.time.TimeExpression.Granularity;

/** A unit of the calendar: what "next month" steps by. Weeks begin on Monday. */
enum Unit {
  DAY(Granularity.DAY, 0, 1),
  WEEKEND(Granularity.PERIOD, 7, 3),
  WEEK(Granularity.WEEK, 7, 3),
  FORTNIGHT(Granularity.WEEK, 14, 3),
  MONTH(Granularity.MONTH, 1, 10),
  QUARTER(Granularity.QUARTER, 3, 30),
  YEAR(Granularity.YEAR, 12, 61),
  DECADE(Granularity.DECADE, 120, 610),
  CENTURY(Granularity.CENTURY, 1200, 6100);

  private final Granularity granularity;
  private final int length; // days below the month, months from it on
  private final int slack;

  Unit(Granularity granularity, int length, int slack) {
    this.granularity = granularity;
    this.length = length;
    this.slack = slack;
  }

  Granularity granularity() {
    return granularity;
  }

  /**
   * How many days "two months ago" may be off: a week is told to the half, a month to the third, a
   * year to two months. A choice of ours; no corpus says how people round.
   */
  int slack() {
    return slack;
  }

  /** The day so many units later, or earlier for a negative count. */
  LocalDate plus(LocalDate day, long count) {
    if (this == DAY) {
      return day.plusDays(count);
    }
    return ordinal() < MONTH.ordinal()
        ? day.plusDays(length * count)
        : day.plusMonths(length * count);
  }

  /** The unit of the calendar that holds the day. */
  DateRange around(LocalDate day) {
    LocalDate monday = day.minusDays(day.getDayOfWeek().getValue() - 1L);
    LocalDate first =
        switch (this) {
          case DAY -> day;
          case WEEKEND -> monday.plusDays(5);
          case WEEK, FORTNIGHT -> monday;
          case MONTH -> day.withDayOfMonth(1);
          case QUARTER -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
          case YEAR -> day.withDayOfYear(1);
          case DECADE -> day.withDayOfYear(1).minusYears(Math.floorMod(day.getYear(), 10));
          case CENTURY -> day.withDayOfYear(1).minusYears(Math.floorMod(day.getYear(), 100));
        };
    LocalDate next = this == WEEKEND ? first.plusDays(2) : plus(first, 1);
    return new DateRange(first, this == DAY ? first : next.minusDays(1));
  }
}
