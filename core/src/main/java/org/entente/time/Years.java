package org.entente.time;

import java.time.LocalDate;
import org.entente.time.Numerals.Numeral;
import org.entente.time.TimeExpression.Granularity;
import org.entente.time.TimeLexicon.Kind;
import org.jspecify.annotations.Nullable;

/** "in 2012", "the year 1066", "the 1990s", "the seventies", "the 11th century", "1914–18". */
final class Years implements TimeReader {
  private static final int EARLIEST_BARE = 1800;

  private final TimeWords w;
  private final Anchor anchor;
  private final Numerals numerals;

  Years(TimeWords words, Anchor anchor, Numerals numerals) {
    this.w = words;
    this.anchor = anchor;
    this.numerals = numerals;
  }

  @Override
  public @Nullable Match read(int i) {
    Match match = shortened(i);
    match = match != null ? match : named(i);
    match = match != null ? match : decade(i);
    match = match != null ? match : century(i);
    return match != null ? match : led(i);
  }

  static DateRange of(int year) {
    return Unit.YEAR.around(LocalDate.of(year, 1, 1));
  }

  /** The year said behind word {@code last}: ", 2013", "of 2013", "next year", "of the year". */
  @Nullable Numeral tail(int last) {
    if (!w.loose(last)) {
      return null;
    }
    boolean of = w.is(last + 1, "of", "in") && w.near(last + 1);
    int at = of ? last + 2 : last + 1;
    Numeral year = numerals.year(at, 1000);
    if (year != null) {
      return year;
    }
    int lead = w.afterThe(at);
    if (w.has(lead, Kind.LEAD) && w.is(lead + 1, "year")) {
      return new Numeral(anchor.day().getYear() + w.value(lead, Kind.LEAD), lead + 1);
    }
    boolean current = of && lead > at && w.is(lead, "year");
    return current ? new Numeral(anchor.day().getYear(), lead) : null;
  }

  /** "the 2012-13 season", "1914–18". */
  private @Nullable Match shortened(int i) {
    int first = w.year(i);
    int second = w.length(i + 1) == 2 ? w.number(i + 1) : 0;
    boolean joined = w.joined(i, "-") || w.joined(i, "–") || w.joined(i, "/");
    boolean date = w.joined(i + 1, "-") || w.joined(i + 1, "/");
    if (first == 0 || !joined || date || second <= first % 100) {
      return null;
    }
    DateRange last = of(first - first % 100 + second);
    DateRange range = new DateRange(of(first).from(), last.to());
    return Match.of(i + 1, range, Granularity.PERIOD, "time.years");
  }

  private @Nullable Match named(int i) {
    int at = w.afterThe(i);
    if (!w.is(at, "year") || !w.near(at)) {
      return null;
    }
    Numeral year =
        w.length(at + 1) == 3 && w.number(at + 1) > 0
            ? new Numeral(w.number(at + 1), at + 1)
            : numerals.year(at + 1, 100);
    return year == null ? null : year(year);
  }

  private static Match year(Numeral year) {
    return Match.of(year.last(), of(year.value()), Granularity.YEAR, "time.year");
  }

  private @Nullable Match decade(int i) {
    int at = w.afterThe(i);
    boolean led = at > i || w.is(i - 1, "the", "in") || w.has(i - 1, Kind.PART);
    boolean tens = w.is(at + 1, "s") && (w.joined(at, "") || apostrophe(at));
    int year = w.number(at);
    if (tens && year > 0 && year % 10 == 0) {
      boolean full = w.year(at) > 0;
      boolean two = led && w.length(at) == 2 && year >= 20;
      return full ? decadeOf(year, at + 1) : two ? decadeOf(lastDecade(year), at + 1) : null;
    }
    int word = w.value(at, Kind.DECADE);
    if (word >= 20 && led) {
      return decadeOf(word < 100 ? lastDecade(word) : word, at);
    }
    Numeral century = w.number(at) < 0 ? numerals.cardinal(at) : null;
    return century == null ? null : spelt(century);
  }

  /** "eighteen forties". */
  private @Nullable Match spelt(Numeral century) {
    int at = w.is(century.last() + 1, "and") ? century.last() + 2 : century.last() + 1;
    int tens = w.linked(century.last()) ? w.value(at, Kind.DECADE) : 0;
    if (tens < 10 || tens >= 100) {
      return null;
    }
    int value = century.value();
    return value >= 10 && value <= 21
        ? decadeOf(value * 100 + tens, at)
        : value >= 1000 && value % 100 == 0 ? decadeOf(value + tens, at) : null;
  }

  private boolean apostrophe(int i) {
    return w.joined(i, "'") || w.joined(i, "’");
  }

  private int lastDecade(int tens) {
    int now = anchor.day().getYear();
    return now - Math.floorMod(now - tens, 100);
  }

  private static Match decadeOf(int year, int last) {
    DateRange range = Unit.DECADE.around(LocalDate.of(year, 1, 1));
    return Match.of(last, range, Granularity.DECADE, "time.decade");
  }

  private @Nullable Match century(int i) {
    Numeral rank = numerals.ordinal(w.afterThe(i));
    boolean century =
        rank != null
            && w.linked(rank.last())
            && w.is(rank.last() + 1, "century")
            && rank.value() < 23;
    if (rank == null || !century || w.is(rank.last() + 2, "bc", "bce", "b")) {
      return null;
    }
    DateRange range = Unit.CENTURY.around(LocalDate.of((rank.value() - 1) * 100, 1, 1));
    return Match.of(rank.last() + 1, range, Granularity.CENTURY, "time.century");
  }

  /** A bare number is a year only where a word before it says so. */
  private @Nullable Match led(int i) {
    if (!w.has(i - 1, Kind.YEAR_LEAD) || !w.near(i - 1)) {
      return null;
    }
    Numeral year = numerals.year(i, EARLIEST_BARE - (w.number(i) < 0 ? 700 : 0));
    return year == null || counts(i, year.last()) ? null : year(year);
  }

  /** "to 2000 soldiers", "by 2000 votes". */
  private boolean counts(int i, int last) {
    boolean sure = w.is(i - 1, "in", "since", "during", "until", "the", "early", "late", "mid");
    boolean listed = w.is(i - 1, "and", "to") && w.year(i - 2) > 0;
    boolean plural = w.near(last) && !w.capital(last + 1) && w.at(last + 1).endsWith("s");
    boolean word = w.is(last + 1, "was", "is", "has", "as");
    return !sure && !listed && plural && !word;
  }
}
