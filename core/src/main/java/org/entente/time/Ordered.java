package org.entente.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.entente.time.Numerals.Numeral;
import org.entente.time.TimeExpression.Granularity;
import org.entente.time.TimeLexicon.Kind;
import org.jspecify.annotations.Nullable;

/**
 * "the first Monday of June", "the third week of 2012", "the second half of May", "a third year". A
 * week belongs to the month or year that holds its Thursday, as in ISO 8601.
 */
final class Ordered implements TimeReader {
  private static final int LAST = -1;

  /** "the first days of May" are three. */
  private static final int FEW = 3;

  private final TimeWords w;
  private final Anchor anchor;
  private final Numerals numerals;
  private final Grammar grammar;

  Ordered(TimeWords words, Anchor anchor, Numerals numerals, Grammar grammar) {
    this.w = words;
    this.anchor = anchor;
    this.numerals = numerals;
    this.grammar = grammar;
  }

  @Override
  public @Nullable Match read(int i) {
    int at = w.afterThe(i);
    Numeral rank = w.is(at, "last", "final") ? new Numeral(LAST, at) : numerals.ordinal(at);
    if (rank == null || !w.near(rank.last())) {
      return null;
    }
    Numeral run = numerals.cardinal(rank.last() + 1);
    boolean counted = run != null && run.value() > 0 && w.has(run.last() + 1, Kind.PLURAL);
    int noun = run != null && counted ? run.last() + 1 : rank.last() + 1;
    int count = run != null && counted ? run.value() : FEW;
    Match whole = whole(noun);
    if (whole == null) {
      return running(i, rank);
    }
    DateRange range =
        w.isUnit(noun) && w.has(noun, Kind.PLURAL)
            ? run(rank.value(), count, w.unit(noun), whole.range())
            : range(rank.value(), noun, whole.range());
    if (range == null
        || range.to().isBefore(whole.range().from())
        || range.from().isAfter(whole.range().to())) {
      return null;
    }
    Match match = Match.of(whole.last(), range, granularity(noun), "time.ordered");
    return whole.open() ? match.asOpen() : match;
  }

  /** The period behind the noun: "of July", "in this month", "next year". */
  private @Nullable Match whole(int noun) {
    if (!w.near(noun)) {
      return null;
    }
    boolean of = w.is(noun + 1, "of", "in");
    int at = of ? noun + 2 : noun + 1;
    Match whole = of || w.has(at, Kind.LEAD) ? grammar.period(at) : null;
    return whole == null && of ? grammar.current(at) : whole;
  }

  private @Nullable DateRange range(int rank, int noun, DateRange whole) {
    if (w.is(noun, "half")) {
      return rank == 1 || rank == 2 ? half(rank, whole) : null;
    }
    if (w.weekday(noun) > 0) {
      LocalDate first = rank == LAST ? whole.to().minusDays(6) : whole.from();
      LocalDate day =
          first.plusDays(Math.floorMod(w.weekday(noun) - first.getDayOfWeek().getValue(), 7));
      return DateRange.on(rank == LAST ? day : day.plusWeeks(rank - 1L));
    }
    if (!w.isUnit(noun) || w.unit(noun) == Unit.FORTNIGHT) {
      return null;
    }
    return nth(rank, w.unit(noun), whole);
  }

  private static DateRange half(int rank, DateRange whole) {
    long days = ChronoUnit.DAYS.between(whole.from(), whole.to()) + 1;
    LocalDate middle = whole.from().plusDays(days / 2);
    return rank == 1
        ? new DateRange(whole.from(), middle.minusDays(days > 1 ? 1 : 0))
        : new DateRange(middle, whole.to());
  }

  /** "the first three months of 2013", "the last days of May". */
  private static @Nullable DateRange run(int rank, int count, Unit unit, DateRange whole) {
    if (rank == LAST) {
      return new DateRange(unit.plus(whole.to().plusDays(1), -count), whole.to());
    }
    return rank == 1
        ? new DateRange(whole.from(), unit.plus(whole.from(), count).minusDays(1))
        : null;
  }

  private static DateRange nth(int rank, Unit unit, DateRange whole) {
    boolean week = unit == Unit.WEEK || unit == Unit.WEEKEND;
    if (rank == LAST) {
      LocalDate end = whole.to();
      DateRange last = unit.around(end);
      boolean over = week && last.from().plusDays(3).isAfter(end);
      return over ? unit.around(end.minusWeeks(1)) : last;
    }
    DateRange first = unit.around(whole.from());
    boolean early = week && monday(first).plusDays(3).isBefore(whole.from());
    return unit.around(unit.plus(first.from(), rank - (early ? 0L : 1L)));
  }

  private static LocalDate monday(DateRange week) {
    return Unit.WEEK.around(week.from()).from();
  }

  private Granularity granularity(int noun) {
    if (w.is(noun, "half")) {
      return Granularity.PERIOD;
    }
    return w.isUnit(noun) ? w.unit(noun).granularity() : Granularity.DAY;
  }

  /** "for a third year", "in its third week": what began less than a unit before the reference. */
  private @Nullable Match running(int i, Numeral rank) {
    int noun = rank.last() + 1;
    boolean unit = w.isUnit(noun) && !w.has(noun, Kind.PLURAL) && w.unit(noun) != Unit.WEEKEND;
    boolean led =
        w.has(i - 1, Kind.OWNER)
            || (w.is(i - 1, "a") && w.is(i - 2, "for", "into"))
            || (w.is(i, "the") && w.is(i - 1, "for"));
    boolean further = w.near(noun) && w.has(noun + 1, Kind.RUNNING);
    boolean consecutive = w.has(noun, Kind.RUNNING) && w.isUnit(noun + 1) && w.near(noun);
    if (rank.value() < 2 || !((unit && (led || further)) || consecutive)) {
      return null;
    }
    int last = further || consecutive ? noun + 1 : noun;
    Unit counted = w.unit(consecutive ? noun + 1 : noun);
    LocalDate ref = anchor.day();
    DateRange range = new DateRange(counted.plus(ref, -1).plusDays(1), ref);
    return Match.of(last, range, counted.granularity(), "time.nth-running").asVague();
  }
}
