package org.entente.time;

import java.time.LocalDate;
import org.entente.time.Durations.Duration;
import org.entente.time.TimeExpression.Granularity;
import org.entente.time.TimeLexicon.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A length of time that begins or ends at a day: "the past three days", "recent weeks", "the next
 * two months", "within a month", "has lasted for two weeks", "for 3 days from Monday".
 */
final class Stretches implements TimeReader {
  /** How far before "for two weeks" the perfect tense may stand. */
  private static final int LOOK_BACK = 6;

  private final TimeWords w;
  private final Anchor anchor;
  private final Durations durations;
  private final Grammar grammar;

  Stretches(TimeWords words, Anchor anchor, Durations durations, Grammar grammar) {
    this.w = words;
    this.anchor = anchor;
    this.durations = durations;
    this.grammar = grammar;
  }

  @Override
  public @Nullable Match read(int i) {
    if (w.is(i, "within")) {
      return within(i + 1);
    }
    if (w.is(i, "for")) {
      Duration length = durations.read(i + 1);
      return length == null ? null : during(length);
    }
    int at = w.afterThe(i);
    if (w.has(at, Kind.LEAD) || w.is(at, "recent")) {
      return led(at);
    }
    Duration length = durations.read(i);
    return length == null ? null : starting(length);
  }

  private @Nullable Match led(int at) {
    int step = w.is(at, "recent") ? -1 : w.value(at, Kind.LEAD);
    Duration length = step == 0 || !w.near(at) ? null : durations.read(at + 1);
    boolean counted = length != null;
    length = counted || step == 0 || !w.near(at) ? length : durations.uncounted(at + 1);
    if (length == null || (counted && w.is(at + 1, "a", "an"))) {
      return null;
    }
    LocalDate ref = anchor.day();
    return step < 0
        ? match(length, new DateRange(length.from(ref, -1), ref), "time.past-n")
        : match(length, new DateRange(ref.plusDays(1), length.from(ref, 1)), "time.next-n");
  }

  private static Match match(Duration length, DateRange range, String rule) {
    Match match = Match.of(length.last(), range, Granularity.PERIOD, rule);
    return length.vague() ? match.asVague() : match;
  }

  /**
   * "within a month", "within the next 9 months"; "within a week of the vote" hangs on the vote.
   */
  private @Nullable Match within(int i) {
    int at = w.afterThe(i);
    boolean led = w.has(at, Kind.LEAD) && w.value(at, Kind.LEAD) > 0;
    Duration length = durations.read(led ? at + 1 : i);
    length = length != null ? length : durations.uncounted(i);
    if (length == null || w.is(length.last() + 1, "of", "before", "thereafter")) {
      return null;
    }
    LocalDate ref = anchor.day();
    int last = length.last();
    boolean after = w.near(last) && w.is(last + 1, "after", "from");
    Match day = after ? grammar.day(last + 2) : null;
    if (after) {
      boolean known = day != null && day.unit() == Granularity.DAY;
      return day == null || !known
          ? null
          : Match.of(
              day.last(),
              new DateRange(day.range().from(), length.from(day.range().from(), 1)),
              Granularity.PERIOD,
              "time.within");
    }
    return match(length, new DateRange(ref, length.from(ref, 1)), "time.within");
  }

  /** "for two weeks" says when only with a beginning, or in the perfect tense. */
  private @Nullable Match during(Duration length) {
    Match begun = starting(length);
    if (begun != null) {
      return begun;
    }
    int last = length.last();
    if (w.loose(last) && w.is(last + 1, "from")) {
      Match day = grammar.day(last + 2);
      return day == null ? null : from(day, length);
    }
    boolean perfect = false;
    for (int back = 1; !perfect && back <= LOOK_BACK; back++) {
      perfect = w.has(last - back, Kind.PERFECT);
    }
    LocalDate ref = anchor.day();
    return perfect
        ? match(length, new DateRange(length.from(ref, -1), ref), "time.for").asVague()
        : null;
  }

  /** "two weeks starting June 9", "3 days beginning on Monday". */
  private @Nullable Match starting(Duration length) {
    int last = length.last();
    if (!w.loose(last) || !w.has(last + 1, Kind.STARTING) || w.is(last + 1, "of")) {
      return null;
    }
    Match day = grammar.day(w.is(last + 2, "on", "from") ? last + 3 : last + 2);
    return day == null ? null : from(day, length);
  }

  private static @Nullable Match from(Match day, Duration length) {
    LocalDate first = day.range().from();
    DateRange range = new DateRange(first, length.from(first, 1).minusDays(1));
    return day.unit() == Granularity.DAY
        ? Match.of(day.last(), range, Granularity.PERIOD, "time.starting")
        : null;
  }
}
