package org.entente.time;

import java.time.LocalDate;
import org.entente.time.Numerals.Numeral;
import org.entente.time.TimeExpression.Granularity;
import org.entente.time.TimeLexicon.Kind;
import org.jspecify.annotations.Nullable;

/** "September", "last June", "May 2013", "April next year", "1999 July". */
final class MonthNames implements TimeReader {
  private final TimeWords w;
  private final Anchor anchor;
  private final Years years;

  MonthNames(TimeWords words, Anchor anchor, Years years) {
    this.w = words;
    this.anchor = anchor;
    this.years = years;
  }

  @Override
  public @Nullable Match read(int i) {
    if (w.has(i, Kind.LEAD)) {
      return w.month(i + 1) > 0 && w.near(i) ? led(w.value(i, Kind.LEAD), i + 1) : null;
    }
    if (w.year(i) > 0) {
      return yearFirst(i);
    }
    int month = w.month(i);
    if (month == 0) {
      return null;
    }
    Numeral year = years.tail(i);
    if (year != null && !countsPeople(i, year)) {
      return month(LocalDate.of(year.value(), month, 1), year.last());
    }
    boolean sure = !w.has(i, Kind.CAREFUL) || leads(i - 1);
    DateRange best = sure ? anchor.pick(y -> Unit.MONTH.around(LocalDate.of(y, month, 1))) : null;
    return best == null ? null : month(best.from(), i).asOpen();
  }

  /** "In May, 2000 soldiers". */
  private boolean countsPeople(int i, Numeral year) {
    boolean comma = !w.near(i) && year.last() == i + 1;
    return comma && w.near(i + 1) && !w.capital(i + 2) && w.at(i + 2).endsWith("s");
  }

  private boolean leads(int i) {
    boolean listed = w.is(i, "and") && w.month(i - 1) > 0;
    return listed || w.has(i, Kind.MONTH_LEAD) || (w.has(i, Kind.ORDINAL) && w.near(i));
  }

  private @Nullable Match yearFirst(int i) {
    boolean month = w.month(i + 1) > 0 && (w.near(i) || !w.has(i + 1, Kind.CAREFUL) && w.loose(i));
    boolean more = w.number(i + 2) > 0 && w.near(i + 1);
    return month && !more && w.month(i - 1) == 0
        ? month(LocalDate.of(w.year(i), w.month(i + 1), 1), i + 1)
        : null;
  }

  private Match led(int step, int i) {
    LocalDate now = anchor.day().withDayOfMonth(1);
    LocalDate first = now.withMonth(w.month(i));
    int years = step < 0 && !first.isBefore(now) ? -1 : step > 0 && !first.isAfter(now) ? 1 : 0;
    return month(first.plusYears(years), i);
  }

  private static Match month(LocalDate day, int last) {
    return Match.of(last, Unit.MONTH.around(day), Granularity.MONTH, "time.month");
  }
}
