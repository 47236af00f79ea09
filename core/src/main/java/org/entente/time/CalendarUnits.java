package org.entente.time;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;
import org.entente.time.TimeExpression.Granularity;
import org.entente.time.TimeLexicon.Kind;
import org.jspecify.annotations.Nullable;

/**
 * "last week", "this month", "the past year", "the week after next", "the week of 3 May", "week
 * 31". "Last year" is the one of the calendar, "the past year" and "in the last year" are the
 * twelve months up to the reference.
 */
final class CalendarUnits implements TimeReader {
  private final TimeWords w;
  private final Anchor anchor;
  private final Grammar grammar;

  CalendarUnits(TimeWords words, Anchor anchor, Grammar grammar) {
    this.w = words;
    this.anchor = anchor;
    this.grammar = grammar;
  }

  @Override
  public @Nullable Match read(int i) {
    int at = w.is(i, "this") && w.is(i + 1, "past") ? i + 1 : w.afterThe(i);
    if (w.has(at, Kind.LEAD)) {
      boolean unit = w.isUnit(at + 1) && !w.has(at + 1, Kind.PLURAL) && w.near(at);
      return unit ? led(i, at) : null;
    }
    if (!w.isUnit(at) || w.has(at, Kind.PLURAL)) {
      return null;
    }
    Match match = at > i ? theWeekend(i, at) : null;
    match = match != null || at == i ? match : afterNext(at);
    match = match != null ? match : holding(at);
    return match != null ? match : numbered(at);
  }

  private @Nullable Match led(int i, int at) {
    Unit unit = w.unit(at + 1);
    int step = w.value(at, Kind.LEAD);
    boolean rolling =
        step < 0
            && unit != Unit.WEEKEND
            && (w.is(at, "past") || (at > i && w.has(i - 1, Kind.SPAN)));
    if (rolling) {
      DateRange range = new DateRange(unit.plus(anchor.day(), -1), anchor.day());
      return Match.of(at + 1, range, unit.granularity(), "time.past-unit");
    }
    if (unit == Unit.DAY || unit == Unit.FORTNIGHT) {
      return null;
    }
    return unit(unit, unit.plus(anchor.day(), step), at + 1);
  }

  private static Match unit(Unit unit, LocalDate day, int last) {
    String rule = "time.unit-" + unit.name().toLowerCase(Locale.ROOT);
    return Match.of(last, unit.around(day), unit.granularity(), rule);
  }

  /** "over the weekend": the latest that has begun, or the coming one. */
  private @Nullable Match theWeekend(int i, int at) {
    if (w.unit(at) != Unit.WEEKEND || !w.is(i - 1, "over", "at", "during", "on")) {
      return null;
    }
    boolean coming = anchor.lean() == Anchor.Lean.FUTURE;
    LocalDate saturday = anchor.lastWeekday(6);
    LocalDate day = coming ? anchor.day() : saturday;
    boolean named = w.has(at + 1, Kind.STARTING) || w.is(at + 1, "after", "before");
    return named ? null : unit(Unit.WEEKEND, day, at);
  }

  private @Nullable Match afterNext(int at) {
    boolean after = w.is(at + 1, "after");
    int last = after ? w.afterThe(at + 2) : at + 2;
    boolean next = after ? w.is(last, "next") : w.is(at + 1, "before") && w.is(last, "last");
    boolean unit = next && !w.isUnit(last + 1) && w.near(last - 1);
    return unit ? unit(w.unit(at), w.unit(at).plus(anchor.day(), after ? 2 : -2), last) : null;
  }

  /** "the week of 3 May", "the week starting on 4 February". */
  private @Nullable Match holding(int at) {
    boolean week = w.unit(at) == Unit.WEEK || w.unit(at) == Unit.WEEKEND;
    if (!week || !w.has(at + 1, Kind.STARTING) || !w.near(at)) {
      return null;
    }
    Match day = grammar.day(w.is(at + 2, "on", "from") ? at + 3 : at + 2);
    return day == null || day.unit() != Granularity.DAY
        ? null
        : unit(w.unit(at), day.range().from(), day.last());
  }

  /** "week 12" as ISO 8601 counts. */
  private @Nullable Match numbered(int at) {
    int week = w.near(at) ? w.number(at + 1) : 0;
    if (w.unit(at) != Unit.WEEK || week < 1 || week > 52 || w.is(at + 2, "of")) {
      return null;
    }
    LocalDate day = anchor.day().with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week);
    return unit(Unit.WEEK, day, at + 1);
  }
}
