package org.entente.time;

import java.time.LocalDate;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * From where relative dates are seen.
 *
 * @param day the reference date
 * @param lean which of several days is meant
 * @param focus the day named before in the same region, for "two days later"
 */
record Anchor(LocalDate day, Lean lean, @Nullable LocalDate focus) {
  /** 29 February comes back after at most eight years. */
  private static final int YEARS = 8;

  /** Which of several days the words may mean. */
  enum Lean {
    /** The nearest; of weekdays the last. */
    NEWS,
    /** The next. */
    FUTURE,
    /** The last on or before the reference. */
    BEFORE,
    /** The first on or after the reference. */
    AFTER
  }

  Anchor at(LocalDate other, Lean side) {
    return new Anchor(other, side, focus);
  }

  /** Of what the words mean in each year the one that lies best, null where it is in none. */
  @Nullable DateRange pick(IntFunction<@Nullable DateRange> ofYear) {
    DateRange best = null;
    for (int year = day.getYear() - YEARS; year <= day.getYear() + YEARS; year++) {
      DateRange one = ofYear.apply(year);
      if (one != null && (best == null || better(one, best))) {
        best = one;
      }
    }
    return best;
  }

  private boolean better(DateRange one, DateRange other) {
    boolean fits = fits(one);
    return fits != fits(other) ? fits : distance(one) < distance(other);
  }

  private boolean fits(DateRange range) {
    return switch (lean) {
      case NEWS -> true;
      case BEFORE -> !range.from().isAfter(day);
      case FUTURE, AFTER -> !range.to().isBefore(day);
    };
  }

  private long distance(DateRange range) {
    return Math.max(
        0,
        Math.max(
            range.from().toEpochDay() - day.toEpochDay(),
            day.toEpochDay() - range.to().toEpochDay()));
  }

  /** The weekday that is meant. */
  LocalDate weekday(int weekday) {
    LocalDate past = lastWeekday(weekday);
    boolean ahead = lean == Lean.FUTURE || lean == Lean.AFTER;
    return ahead && !past.equals(day) ? past.plusWeeks(1) : past;
  }

  /** The last such weekday on or before the reference. */
  LocalDate lastWeekday(int weekday) {
    return day.minusDays(Math.floorMod(day.getDayOfWeek().getValue() - weekday, 7));
  }
}
