package org.entente.time;

import java.time.LocalDate;
import java.util.function.IntFunction;
import org.entente.time.Numerals.Numeral;
import org.entente.time.TimeExpression.Granularity;
import org.entente.time.TimeLexicon.Kind;
import org.jspecify.annotations.Nullable;

/**
 * "the third quarter of 2012", "Q3", "H1 2012", "last summer", "the winter of 1941". Seasons are
 * those of the north and of meteorologists: summer is June to August.
 */
final class YearParts implements TimeReader {
  private final TimeWords w;
  private final Anchor anchor;
  private final Numerals numerals;
  private final Years years;

  YearParts(TimeWords words, Anchor anchor, Numerals numerals, Years years) {
    this.w = words;
    this.anchor = anchor;
    this.numerals = numerals;
    this.years = years;
  }

  /** Months from the first, up to word {@code last}. */
  private record Part(int month, int months, Granularity unit, int last, String rule) {
    DateRange of(int year) {
      LocalDate first = LocalDate.of(year, month, 1);
      return new DateRange(first, first.plusMonths(months).minusDays(1));
    }
  }

  @Override
  public @Nullable Match read(int i) {
    if (w.year(i) > 0 && w.loose(i)) {
      Part part = part(w.afterThe(i + 1));
      boolean season = part != null && part.unit == Granularity.SEASON;
      return part == null || season ? null : match(part, part.of(w.year(i)), part.last);
    }
    int at = w.afterThe(i);
    if (w.has(at, Kind.LEAD)) {
      Part season = season(at + 1);
      return season == null || !w.near(at) ? null : led(w.value(at, Kind.LEAD), season);
    }
    Part part = part(at);
    if (part == null) {
      return null;
    }
    Numeral year = years.tail(part.last);
    return year != null ? match(part, part.of(year.value()), year.last()) : bare(part, i);
  }

  private @Nullable Part part(int i) {
    Part part = figured(i);
    part = part != null ? part : ranked(i);
    return part != null ? part : season(i);
  }

  /** "Q3", "H1". */
  private @Nullable Part figured(int i) {
    int number = w.joined(i, "") && !w.joined(i + 1, "") ? w.number(i + 1) : 0;
    if (w.is(i, "q") && number >= 1 && number <= 4) {
      return quarter(number, i + 1);
    }
    return w.is(i, "h") && number >= 1 && number <= 2 ? half(number, i + 1) : null;
  }

  private @Nullable Part ranked(int i) {
    Numeral rank = numerals.ordinal(i);
    if (rank == null || !w.linked(rank.last())) {
      return null;
    }
    int last = rank.last() + 1;
    if (w.is(last, "quarter") && rank.value() <= 4) {
      return quarter(rank.value(), last);
    }
    return w.is(last, "half") && rank.value() <= 2 ? half(rank.value(), last) : null;
  }

  private static Part quarter(int number, int last) {
    return new Part(3 * number - 2, 3, Granularity.QUARTER, last, "time.quarter");
  }

  private static Part half(int number, int last) {
    return new Part(6 * number - 5, 6, Granularity.PERIOD, last, "time.half");
  }

  private @Nullable Part season(int i) {
    return w.has(i, Kind.SEASON)
        ? new Part(w.value(i, Kind.SEASON), 3, Granularity.SEASON, i, "time.season")
        : null;
  }

  /** Without a year a half is one of anything; a season needs a word that makes it a time. */
  private @Nullable Match bare(Part part, int i) {
    boolean season = part.unit == Granularity.SEASON;
    boolean led = w.has(i - 1, Kind.SEASON_LEAD) || w.has(i - 1, Kind.PART);
    boolean event = w.is(part.last + 1, "of"); // the fall of a town
    if (part.rule.equals("time.half") || (season && (!led || event))) {
      return null;
    }
    IntFunction<@Nullable DateRange> ofYear = part::of;
    DateRange best = anchor.pick(ofYear);
    return best == null ? null : match(part, best, part.last).asOpen();
  }

  private Match led(int step, Part season) {
    int year = anchor.day().getYear();
    DateRange current = season.of(year);
    boolean over = current.to().isBefore(anchor.day());
    boolean ahead = current.from().isAfter(anchor.day());
    int years = step < 0 && !over ? -1 : step > 0 && !ahead ? 1 : 0;
    return match(season, season.of(year + years), season.last);
  }

  private static Match match(Part part, DateRange range, int last) {
    return Match.of(last, range, part.unit, part.rule);
  }
}
