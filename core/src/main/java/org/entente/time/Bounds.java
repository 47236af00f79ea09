package org.entente.time;

import java.time.LocalDate;
import org.entente.time.Numerals.Numeral;
import org.entente.time.TimeExpression.Granularity;
import org.entente.time.TimeLexicon.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Ranges from one date to another: "since March 2011", "by the end of May", "before June", "between
 * 1992 and 1995", "from 3 May to 5 June", "2010–2012", "Monday to Friday". Where one end leaves the
 * year open it follows the other.
 */
final class Bounds implements TimeReader {
  private final TimeWords w;
  private final Anchor anchor;
  private final Grammar grammar;
  private final Numerals numerals;
  private final Holidays holidays;
  private final DayPairs pairs;

  Bounds(
      TimeWords words,
      Anchor anchor,
      Grammar grammar,
      Holidays holidays,
      Numerals numerals,
      DayPairs pairs) {
    this.w = words;
    this.anchor = anchor;
    this.grammar = grammar;
    this.numerals = numerals;
    this.holidays = holidays;
    this.pairs = pairs;
  }

  @Override
  public @Nullable Match read(int i) {
    if (w.is(i, "since", "until", "till", "by")) {
      return open(i);
    }
    if (w.is(i, "before")) {
      return before(i);
    }
    boolean led = w.is(i, "between", "from");
    Match days = pairs.read(led ? i + 1 : i);
    if (days != null) {
      return days;
    }
    Match weekdays = week(i);
    return weekdays != null ? weekdays : pair(led ? i + 1 : i, led);
  }

  private @Nullable Match open(int i) {
    int on = w.is(i + 1, "around", "about") ? i + 2 : i + 1;
    Match end = grammar.part(on);
    if (end == null) {
      return null;
    }
    boolean past = w.is(i, "since");
    LocalDate from = past ? end.range().from() : anchor.day();
    LocalDate to = past ? anchor.day() : end.range().to();
    if (to.isBefore(from)) {
      return end;
    }
    Match match =
        Match.of(
            end.last(),
            new DateRange(from, to),
            Granularity.PERIOD,
            past ? "time.since" : "time.by");
    return past ? match : match.asVague();
  }

  /** "before June": up to the day before, if that is still to come. */
  private @Nullable Match before(int i) {
    Match end = grammar.part(i + 1);
    if (end == null || !end.range().from().isAfter(anchor.day())) {
      return null;
    }
    DateRange range = new DateRange(anchor.day(), end.range().from().minusDays(1));
    return Match.of(end.last(), range, Granularity.PERIOD, "time.before").asVague();
  }

  /** "last week from Monday to Thursday". */
  private @Nullable Match week(int i) {
    boolean week = w.has(i, Kind.LEAD) && w.is(i + 1, "week") && w.is(i + 2, "between", "from");
    int first = week ? w.weekday(i + 3) : 0;
    boolean join = w.has(i + 4, Kind.JOIN) || w.is(i + 4, "and");
    int second = join ? w.weekday(i + 5) : 0;
    if (first == 0 || second < first) {
      return null;
    }
    LocalDate about = anchor.day().plusWeeks(w.value(i, Kind.LEAD));
    DateRange range = new DateRange(Weekdays.inWeek(about, first), Weekdays.inWeek(about, second));
    return Match.of(i + 5, range, Granularity.PERIOD, "time.from-to");
  }

  private @Nullable Match pair(int i, boolean led) {
    Match first = end(i, led);
    if (first == null) {
      return null;
    }
    int next = joined(first.last(), w.is(i - 1, "between"));
    Match second = next == 0 ? null : end(next, led || first.unit() == Granularity.YEAR);
    if (second == null || (!led && first.unit() != second.unit())) {
      return null;
    }
    return between(i, next, first, second);
  }

  /** Where the second end begins, or 0. */
  private int joined(int last, boolean between) {
    if (w.dash(last)) {
      return last + 1;
    }
    boolean word =
        w.loose(last) && (w.has(last + 1, Kind.JOIN) || (between && w.is(last + 1, "and")));
    boolean twice = word && w.has(last + 2, Kind.JOIN); // through to
    return word ? last + (twice ? 3 : 2) : 0;
  }

  /** A date; within a range also a year that nothing else leads, and "now". */
  private @Nullable Match end(int i, boolean led) {
    Match match = grammar.part(i);
    if (led && w.is(i, "now")) {
      return Match.day(i, anchor.day(), "time.now");
    }
    Numeral year = numerals.year(i, 1800);
    boolean joined = year != null && (led || w.dash(i) || w.has(i + 1, Kind.JOIN));
    return match == null && year != null && joined && w.number(year.last()) != 0
        ? Match.of(year.last(), Years.of(year.value()), Granularity.YEAR, "time.year")
        : match;
  }

  private @Nullable Match between(int i, int next, Match first, Match second) {
    Match from = first;
    Match to = second;
    if (first.open()) {
      LocalDate day = second.open() ? null : second.range().to();
      from = day == null ? first : again(day, Anchor.Lean.BEFORE, i, first);
    }
    if (second.open()) {
      to = again(from.range().from(), Anchor.Lean.AFTER, next, second);
    }
    if (to.range().to().isBefore(from.range().from())) {
      return null;
    }
    DateRange range = new DateRange(from.range().from(), to.range().to());
    boolean vague = first.vague() || second.vague();
    Match match = Match.of(second.last(), range, Granularity.PERIOD, "time.from-to");
    return vague ? match.asVague() : match;
  }

  /** The same words seen from another day. */
  private Match again(LocalDate day, Anchor.Lean lean, int i, Match match) {
    Match other = new Grammar(w, anchor.at(day, lean), holidays).part(i);
    return other == null || other.last() != match.last() ? match : other;
  }
}
