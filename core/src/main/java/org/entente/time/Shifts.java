package org.entente.time;

import java.time.LocalDate;
import org.entente.time.Durations.Duration;
import org.entente.time.TimeExpression.Granularity;
import org.entente.time.TimeLexicon.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A length of time away from a day: "two days ago", "almost a year ago", "three weeks from
 * tomorrow", "in two months", "two days later". What is told in weeks or more may be off by the
 * unit's slack to either side.
 */
final class Shifts implements TimeReader {
  /** How far before "in three days" a word may speak of the future. */
  private static final int LOOK_BACK = 12;

  private final TimeWords w;
  private final Anchor anchor;
  private final Durations durations;
  private final Grammar grammar;

  Shifts(TimeWords words, Anchor anchor, Durations durations, Grammar grammar) {
    this.w = words;
    this.anchor = anchor;
    this.durations = durations;
    this.grammar = grammar;
  }

  @Override
  public @Nullable Match read(int i) {
    if (w.is(i, "in") && w.near(i)) {
      Duration ahead = durations.read(i + 1);
      boolean far = ahead != null && w.is(ahead.last() + 1, "from", "after", "before");
      return ahead == null || far ? null : within(ahead);
    }
    if (w.has(i, Kind.PLURAL) && w.is(i + 1, "ago") && w.near(i)) {
      boolean counted = w.is(i - 1, "of") ? !w.is(i - 2, "number") : w.number(i - 1) >= 0;
      return counted || w.is(i - 1, "million", "billion", "thousand", "hundred")
          ? null
          : longAgo(w.unit(i), i + 1);
    }
    Duration duration = durations.read(i);
    return duration == null || !w.near(duration.last()) ? null : away(duration);
  }

  /** "years ago": two to ten of them. */
  private Match longAgo(Unit unit, int last) {
    LocalDate ref = anchor.day();
    DateRange range = new DateRange(unit.plus(ref, -10), unit.plus(ref, -2));
    return Match.of(last, range, unit.granularity(), "time.ago").asVague();
  }

  private @Nullable Match away(Duration duration) {
    int tail = duration.last() + 1;
    LocalDate ref = anchor.day();
    if (w.is(tail, "ago")) {
      return shifted(duration, ref, -1, tail, "time.ago");
    }
    if (w.is(tail, "from") && w.is(tail + 1, "now")) {
      return shifted(duration, ref, 1, tail + 1, "time.from-now");
    }
    if (w.is(tail, "earlier", "later")) {
      return beside(duration, tail);
    }
    int sign = w.is(tail, "before") ? -1 : w.is(tail, "after", "from") ? 1 : 0;
    Match day = sign == 0 || !w.near(tail) ? null : grammar.day(tail + 1);
    return day == null || day.unit() != Granularity.DAY || day.vague()
        ? null
        : Match.day(day.last(), duration.from(day.range().from(), sign), "time.shift");
  }

  /** From the day named before; "a year earlier" without one is a year before the reference. */
  private @Nullable Match beside(Duration duration, int tail) {
    LocalDate focus = anchor.focus();
    boolean later = w.is(tail, "later");
    if (focus == null) {
      return later ? null : around(duration, duration.from(anchor.day(), -1), tail, "time.earlier");
    }
    return shifted(duration, focus, later ? 1 : -1, tail, later ? "time.later" : "time.earlier");
  }

  private Match shifted(Duration duration, LocalDate from, int sign, int last, String rule) {
    LocalDate then = duration.from(from, sign);
    boolean exact = duration.unit() == Unit.DAY && !duration.vague();
    if (exact) {
      return Match.day(last, then, rule);
    }
    if (Math.abs(duration.about()) != 1) {
      return around(duration, then, last, rule);
    }
    boolean after =
        duration.about() * sign < 0; // almost a year ago lies after the day of a year ago
    int slack = duration.unit().slack();
    DateRange range =
        after
            ? new DateRange(then, then.plusDays(slack))
            : new DateRange(then.minusDays(slack), then);
    return Match.of(last, range, duration.unit().granularity(), rule).asVague();
  }

  private static Match around(Duration duration, LocalDate then, int last, String rule) {
    int slack = duration.unit().slack();
    DateRange range = new DateRange(then.minusDays(slack), then.plusDays(slack));
    return Match.of(last, range, duration.unit().granularity(), rule).asVague();
  }

  /**
   * "in three days": the day so far ahead where the text speaks of the future, else the stretch
   * that ends at the reference ("the third attack in three days").
   */
  private Match within(Duration duration) {
    int first = duration.last();
    boolean coming = anchor.lean() == Anchor.Lean.FUTURE;
    for (int back = 1; !coming && back <= LOOK_BACK; back++) {
      coming = w.has(first - back, Kind.COMING);
    }
    if (coming) {
      return shifted(duration, anchor.day(), 1, first, "time.in");
    }
    DateRange range = new DateRange(duration.from(anchor.day(), -1), anchor.day());
    return Match.of(first, range, Granularity.PERIOD, "time.in-past").asVague();
  }
}
