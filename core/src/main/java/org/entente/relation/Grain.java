package org.entente.relation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** The length of a bin: a day, an ISO week (Monday to Sunday) or a calendar month. */
public enum Grain {
  DAY("day"),
  WEEK("week"),
  MONTH("month");

  private final String noun;

  Grain(String noun) {
    this.noun = noun;
  }

  /** As said in a sentence: "day", "week", "month". */
  public String noun() {
    return noun;
  }

  /** The first day of the bin that holds the date. */
  public LocalDate start(LocalDate date) {
    return switch (this) {
      case DAY -> date;
      case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> date.withDayOfMonth(1);
    };
  }

  /** The first day of the bin that begins {@code bins} after the one that begins at start. */
  public LocalDate plus(LocalDate start, int bins) {
    return switch (this) {
      case DAY -> start.plusDays(bins);
      case WEEK -> start.plusWeeks(bins);
      case MONTH -> start.plusMonths(bins);
    };
  }

  /** The bin's short name: {@code 2013-05-06}, {@code 2013-W19} or {@code 2013-05}. */
  public String name(LocalDate start) {
    return switch (this) {
      case DAY -> start.toString();
      case WEEK ->
          String.format(
              Locale.ROOT,
              "%d-W%02d",
              start.get(IsoFields.WEEK_BASED_YEAR),
              start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case MONTH -> start.toString().substring(0, 7);
    };
  }
}
