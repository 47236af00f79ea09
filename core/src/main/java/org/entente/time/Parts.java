package org.entente.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.entente.time.TimeExpression.Granularity;
import org.entente.time.TimeLexicon.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a period: "early 2012", "mid-May", "the end of next week", "the rest of the year",
 * "later this month". Where a part ends nobody says; the bounds are those that Microsoft's
 * Recognizers-Text gives: early and late are halves, of a week Monday to Wednesday and Thursday to
 * Sunday, the middle Tuesday to Friday; beginning, middle and end of a year are thirds. Periods
 * longer than a year are cut into thirds too.
 */
final class Parts implements TimeReader {
  private final TimeWords w;
  private final Anchor anchor;
  private final Grammar grammar;

  Parts(TimeWords words, Anchor anchor, Grammar grammar) {
    this.w = words;
    this.anchor = anchor;
    this.grammar = grammar;
  }

  @Override
  public @Nullable Match read(int i) {
    int at = w.afterThe(i);
    if (w.has(at, Kind.PART)) {
      return part(at);
    }
    if (w.has(i, Kind.REMAINING)) {
      return remaining(i);
    }
    return w.is(at, "rest", "remainder") ? rest(at) : null;
  }

  private @Nullable Match part(int at) {
    boolean noun = w.is(at, "beginning", "start", "middle", "end");
    boolean decade = w.joined(at, " '") || w.joined(at, " ’") || w.joined(at, " ‘");
    Match whole = decade || w.linked(at) ? whole(at + 1, noun) : null;
    if (whole == null || whole.unit() == Granularity.DAY || whole.vague()) {
      return null;
    }
    int part = w.value(at, Kind.PART);
    boolean thirds = noun || part == 1 || whole.unit().compareTo(Granularity.YEAR) > 0;
    DateRange range = whole.unit() == Granularity.WEEK ? ofWeek(part, whole.range()) : null;
    boolean month = whole.unit() == Granularity.MONTH && part != 1;
    range = range != null ? range : cut(whole.range(), part, thirds && !month);
    Match match = Match.of(whole.last(), range, whole.unit(), "time.part").asVague();
    return whole.open() ? match.asOpen() : match;
  }

  private @Nullable Match whole(int next, boolean noun) {
    int at = w.is(next, "of", "in") ? next + 1 : next;
    Match whole = grammar.period(at);
    boolean the = at > next || noun;
    return whole == null && the ? grammar.current(at) : whole;
  }

  private static DateRange ofWeek(int part, DateRange week) {
    LocalDate monday = week.from();
    return switch (part) {
      case 0 -> new DateRange(monday, monday.plusDays(2));
      case 1 -> new DateRange(monday.plusDays(1), monday.plusDays(4));
      default -> new DateRange(monday.plusDays(3), monday.plusDays(6));
    };
  }

  /** Months are counted where there are enough of them, else days. */
  private static DateRange cut(DateRange whole, int part, boolean thirds) {
    int parts = thirds ? 3 : 2;
    int index = thirds ? part : part / 2;
    LocalDate end = whole.to().plusDays(1);
    long months = ChronoUnit.MONTHS.between(whole.from(), end);
    if (months >= parts) {
      LocalDate from = whole.from().plusMonths(months * index / parts);
      LocalDate to =
          index == parts - 1 ? end : whole.from().plusMonths(months * (index + 1) / parts);
      return new DateRange(from, to.minusDays(1));
    }
    long days = ChronoUnit.DAYS.between(whole.from(), end);
    LocalDate from = whole.from().plusDays(days * index / parts);
    return new DateRange(from, whole.from().plusDays(days * (index + 1) / parts - 1));
  }

  /** "earlier this month", "later in the week", "later today". */
  private @Nullable Match remaining(int i) {
    int at = i + 1;
    Match whole = null;
    if (w.near(i)) {
      whole = w.is(at, "in") ? grammar.current(at + 1) : grammar.plain(at);
    }
    boolean now = whole != null && whole.range().contains(anchor.day()) && !whole.vague();
    if (whole == null || !now) {
      return null;
    }
    LocalDate ref = anchor.day();
    DateRange range = whole.range();
    LocalDate before = ref.equals(range.from()) ? ref : ref.minusDays(1);
    DateRange left =
        w.value(i, Kind.REMAINING) < 0
            ? new DateRange(range.from(), before)
            : new DateRange(ref, range.to());
    return Match.of(whole.last(), left, whole.unit(), "time.remaining").asVague();
  }

  /** "the rest of the year", "the rest of 2013". */
  private @Nullable Match rest(int at) {
    if (!w.near(at)) {
      return null;
    }
    int next = w.is(at + 1, "of") ? at + 2 : at + 1;
    Match whole = grammar.period(next);
    whole = whole != null ? whole : grammar.current(next);
    if (whole == null || !whole.range().contains(anchor.day())) {
      return whole == null
          ? null
          : Match.of(whole.last(), whole.range(), whole.unit(), "time.rest");
    }
    DateRange range = new DateRange(anchor.day(), whole.range().to());
    return Match.of(whole.last(), range, whole.unit(), "time.rest");
  }
}
