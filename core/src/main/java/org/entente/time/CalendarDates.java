package org.entente.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.entente.time.Numerals.Numeral;
import org.entente.time.TimeLexicon.Kind;
import org.jspecify.annotations.Nullable;

/**
 * "3 May", "May 3, 2013", "Monday, 6 May", "the 11th of next month", "2013-05-03", "5/7/2013".
 * Numbers with strokes or hyphens are read month first where both readings are a day, with full
 * stops day first.
 */
final class CalendarDates implements TimeReader {
  private final TimeWords w;
  private final Anchor anchor;
  private final Numerals numerals;
  private final Years years;

  CalendarDates(TimeWords words, Anchor anchor, Numerals numerals, Years years) {
    this.w = words;
    this.anchor = anchor;
    this.numerals = numerals;
    this.years = years;
  }

  @Override
  public @Nullable Match read(int i) {
    Match numeric = numeric(i);
    if (numeric != null) {
      return numeric;
    }
    boolean weekday = w.has(i, Kind.WEEKDAY) && (w.loose(i) || w.near(i));
    int at = w.afterThe(weekday ? i + 1 : i);
    Match match = dayMonth(at, weekday ? w.value(i, Kind.WEEKDAY) : 0);
    return match != null ? match : monthDay(at, weekday ? w.value(i, Kind.WEEKDAY) : 0);
  }

  private @Nullable Match numeric(int i) {
    boolean three = w.figures(i) >= 0 && w.figures(i + 1) > 0 && w.figures(i + 2) > 0;
    for (String mark : new String[] {"-", "/", "."}) {
      boolean joined = three && w.joined(i, mark) && w.joined(i + 1, mark);
      if (joined && !w.joined(i - 1, mark) && !(w.joined(i + 2, mark) && w.figures(i + 3) >= 0)) {
        return numeric(i, mark.equals("."));
      }
    }
    return null;
  }

  private @Nullable Match numeric(int i, boolean dayFirst) {
    int a = w.figures(i);
    int b = w.figures(i + 1);
    int c = w.figures(i + 2);
    if (w.length(i) == 4 && a >= 1500 && a <= 2199) {
      return date(a, b, c, i + 2, "time.iso");
    }
    if (w.length(i + 2) != 4 || c < 1500 || c > 2199) {
      return null;
    }
    Match best =
        dayFirst ? date(c, b, a, i + 2, "time.numeric") : date(c, a, b, i + 2, "time.numeric");
    return best != null || dayFirst ? best : date(c, b, a, i + 2, "time.numeric");
  }

  private @Nullable Match dayMonth(int i, int weekday) {
    Numeral day = numerals.dayOfMonth(i, false);
    boolean stop = day != null && w.joined(day.last(), ". ") && years.tail(day.last() + 1) != null;
    if (day == null || !(stop || w.near(day.last()))) {
      return null;
    }
    boolean of = w.is(day.last() + 1, "of");
    int at = of ? day.last() + 2 : day.last() + 1;
    boolean rank = of || day.last() > i;
    if (rank && w.has(at, Kind.LEAD) && w.is(at + 1, "month")) {
      LocalDate month = anchor.day().plusMonths(w.value(at, Kind.LEAD));
      return date(month.getYear(), month.getMonthValue(), day.value(), at + 1, "time.date");
    }
    return w.month(at) == 0 || (of && !w.near(at - 1))
        ? null
        : dated(new Numeral(day.value(), at), w.month(at), weekday);
  }

  private @Nullable Match monthDay(int i, int weekday) {
    int month = w.month(i);
    if (month == 0 || !w.near(i)) {
      return null;
    }
    Numeral day = numerals.dayOfMonth(w.afterThe(i + 1), true);
    if (day == null || (w.number(i + 1) > 0 && w.joined(i + 1, ":"))) {
      return null;
    }
    Match match = dated(day, month, weekday);
    boolean counts = w.is(i - 1, "in") && day.last() == i + 1 && match != null && match.open();
    return counts ? null : match; // "in May 20 people"
  }

  /** The day with its year, said or chosen. */
  private @Nullable Match dated(Numeral day, int month, int weekday) {
    Numeral year = years.tail(day.last());
    if (year != null) {
      return date(year.value(), month, day.value(), year.last(), "time.date");
    }
    DateRange best = weekday == 0 ? null : anchor.pick(y -> on(y, month, day.value(), weekday));
    boolean near = best != null && Math.abs(best.from().getYear() - anchor.day().getYear()) <= 1;
    best = near ? best : anchor.pick(y -> on(y, month, day.value(), 0));
    return best == null ? null : Match.day(day.last(), best.from(), "time.day-of-month").asOpen();
  }

  private static @Nullable DateRange on(int year, int month, int day, int weekday) {
    Match match = date(year, month, day, 0, "");
    boolean fits =
        match != null
            && (weekday == 0 || match.range().from().getDayOfWeek().getValue() == weekday);
    return match != null && fits ? match.range() : null;
  }

  static @Nullable Match date(int year, int month, int day, int last, String rule) {
    try {
      return Match.day(last, LocalDate.of(year, month, day), rule);
    } catch (DateTimeException e) {
      return null; // 31 June is no date
    }
  }
}
