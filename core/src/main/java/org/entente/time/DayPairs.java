package org.entente.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.entente.time.Numerals.Numeral;
import org.entente.time.TimeExpression.Granularity;
import org.entente.time.TimeLexicon.Kind;
import org.jspecify.annotations.Nullable;

/** Two days of one month: "3 to 5 May", "May 3-5, 2013", "from 2 to 9 next month". */
final class DayPairs implements TimeReader {
  private final TimeWords w;
  private final Anchor anchor;
  private final Numerals numerals;
  private final Years years;

  DayPairs(TimeWords words, Anchor anchor, Numerals numerals, Years years) {
    this.w = words;
    this.anchor = anchor;
    this.numerals = numerals;
    this.years = years;
  }

  /** Two days, up to word {@code last}. */
  private record Pair(int first, int second, int last) {}

  /** Reads the pair that begins at word {@code i}, behind a "from" or "between" if there is one. */
  @Override
  public @Nullable Match read(int i) {
    Match match = daysFirst(i);
    match = match != null ? match : monthFirst(i);
    return match != null ? match : monthBetween(i);
  }

  /** "from 3 to June 9". */
  private @Nullable Match monthBetween(int i) {
    Numeral first = numerals.dayOfMonth(i, false);
    boolean led = w.is(i - 1, "from", "between");
    if (first == null || !led || !w.near(first.last())) {
      return null;
    }
    int join = first.last() + 1;
    boolean joined = w.has(join, Kind.JOIN) || w.is(join, "and");
    Numeral second =
        joined && w.month(join + 1) > 0 && w.near(join + 1)
            ? numerals.dayOfMonth(join + 2, false)
            : null;
    return second == null || second.value() <= first.value()
        ? null
        : dated(
            new Pair(first.value(), second.value(), second.last()),
            w.month(join + 1),
            second.last());
  }

  private @Nullable Match daysFirst(int i) {
    Pair pair = pair(i);
    if (pair == null || !w.near(pair.last)) {
      return null;
    }
    int at = w.is(pair.last + 1, "of", "in") ? pair.last + 2 : pair.last + 1;
    if (w.has(at, Kind.LEAD) && w.is(at + 1, "month")) {
      LocalDate month = anchor.day().plusMonths(w.value(at, Kind.LEAD));
      return match(pair, month.getYear(), month.getMonthValue(), at + 1);
    }
    return w.month(at) == 0 ? null : dated(pair, w.month(at), at);
  }

  private @Nullable Match monthFirst(int i) {
    if (w.month(i) == 0 || !w.near(i)) {
      return null;
    }
    Pair pair = pair(w.is(i + 1, "between", "from") ? i + 2 : i + 1);
    return pair == null ? null : dated(pair, w.month(i), pair.last);
  }

  private @Nullable Pair pair(int i) {
    Numeral first = numerals.dayOfMonth(w.afterThe(i), false);
    if (first == null) {
      return null;
    }
    boolean dash = w.dash(first.last());
    boolean and = w.is(first.last() + 1, "and");
    boolean word = w.near(first.last()) && (and || w.has(first.last() + 1, Kind.JOIN));
    if (!dash && !word) {
      return null;
    }
    int at = w.afterThe(first.last() + (dash ? 1 : 2));
    Numeral second = numerals.dayOfMonth(at, false);
    boolean apart = and && !w.is(i - 1, "between"); // 3 and 5 May are two days
    int most = apart ? first.value() + 1 : 31;
    boolean fits = second != null && second.value() > first.value() && second.value() <= most;
    return second == null || !fits ? null : new Pair(first.value(), second.value(), second.last());
  }

  private @Nullable Match dated(Pair pair, int month, int last) {
    Numeral year = years.tail(last);
    if (year != null) {
      return match(pair, year.value(), month, year.last());
    }
    DateRange best = anchor.pick(y -> range(pair, y, month));
    return best == null ? null : Match.of(last, best, Granularity.PERIOD, "time.days").asOpen();
  }

  private static @Nullable Match match(Pair pair, int year, int month, int last) {
    DateRange range = range(pair, year, month);
    return range == null ? null : Match.of(last, range, Granularity.PERIOD, "time.days");
  }

  private static @Nullable DateRange range(Pair pair, int year, int month) {
    try {
      return new DateRange(
          LocalDate.of(year, month, pair.first), LocalDate.of(year, month, pair.second));
    } catch (DateTimeException e) {
      return null; // no 31 June
    }
  }
}
