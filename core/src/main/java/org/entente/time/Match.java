package org.entente.time;

import java.time.LocalDate;
import org.entente.time.TimeExpression.Granularity;
import org.jspecify.annotations.Nullable;

/**
 * A time expression that was read.
 *
 * @param last the last of its words
 * @param range the days meant
 * @param unit the unit it speaks in
 * @param vague whether the words leave the ends open
 * @param open whether the words leave the year, or for a weekday the week, to the reader
 * @param rule name of the rule
 */
record Match(
    int last, DateRange range, Granularity unit, boolean vague, boolean open, String rule) {

  static Match of(int last, DateRange range, Granularity unit, String rule) {
    return new Match(last, range, unit, false, false, rule);
  }

  static Match day(int last, LocalDate day, String rule) {
    return of(last, DateRange.on(day), Granularity.DAY, rule);
  }

  Match asVague() {
    return new Match(last, range, unit, true, open, rule);
  }

  Match asOpen() {
    return new Match(last, range, unit, vague, true, rule);
  }

  /** The longer of two, the first where they are equally long. */
  static @Nullable Match longer(@Nullable Match one, @Nullable Match other) {
    return one == null || (other != null && other.last > one.last) ? other : one;
  }
}
