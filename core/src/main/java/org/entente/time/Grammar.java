package org.entente.time;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The readers of one region and how they build on each other: days and periods, what is counted or
 * ordered from them, parts of them, ranges between them. At a word the longest reading wins.
 */
final class Grammar {
  private final TimeWords words;
  private final Anchor anchor;
  private final List<TimeReader> days;
  private final List<TimeReader> periods;
  private final List<TimeReader> derived;
  private final TimeReader parts;
  private final TimeReader bounds;

  Grammar(TimeWords words, Anchor anchor, Holidays holidays) {
    this.words = words;
    this.anchor = anchor;
    Numerals numerals = new Numerals(words);
    Years years = new Years(words, anchor, numerals);
    Durations durations = new Durations(words, numerals);
    days =
        List.of(
            new CalendarDates(words, anchor, numerals, years),
            new Weekdays(words, anchor, numerals),
            new DayWords(words, anchor, this),
            i -> holidays.read(words, anchor, years, i));
    periods =
        List.of(
            new MonthNames(words, anchor, years),
            new YearParts(words, anchor, numerals, years),
            new CalendarUnits(words, anchor, this),
            years);
    derived =
        List.of(
            new Ordered(words, anchor, numerals, this),
            new Shifts(words, anchor, durations, this),
            new Stretches(words, anchor, durations, this));
    parts = new Parts(words, anchor, this);
    bounds =
        new Bounds(
            words, anchor, this, holidays, numerals, new DayPairs(words, anchor, numerals, years));
  }

  /** Anything. */
  @Nullable Match read(int i) {
    return words.mayBegin(i) ? Match.longer(bounds.read(i), part(i)) : null;
  }

  /** All but ranges between two dates. */
  @Nullable Match part(int i) {
    return Match.longer(parts.read(i), plain(i));
  }

  /** A day or period, a part of none. */
  @Nullable Match plain(int i) {
    return Match.longer(Match.longer(day(i), period(i)), longest(derived, i));
  }

  /** "3 May", "Monday", "yesterday", "Easter". */
  @Nullable Match day(int i) {
    return longest(days, i);
  }

  /** "May", "the third quarter", "last week", "the 1990s". */
  @Nullable Match period(int i) {
    return longest(periods, i);
  }

  /** The period that "of the year" means: the current one. */
  @Nullable Match current(int i) {
    boolean definite = words.is(i, "the") && words.isUnit(i + 1) && words.near(i);
    if (!definite || words.has(i + 1, TimeLexicon.Kind.PLURAL)) {
      return null;
    }
    Unit unit = words.unit(i + 1);
    return Match.of(i + 1, unit.around(anchor.day()), unit.granularity(), "time.unit-current");
  }

  private static @Nullable Match longest(List<TimeReader> readers, int i) {
    Match best = null;
    for (TimeReader reader : readers) {
      best = Match.longer(best, reader.read(i));
    }
    return best;
  }
}
