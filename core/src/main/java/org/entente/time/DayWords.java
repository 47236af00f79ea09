package org.entente.time;

import java.time.LocalDate;
import org.entente.time.TimeExpression.Granularity;
import org.entente.time.TimeLexicon.Kind;
import org.jspecify.annotations.Nullable;

/** "yesterday", "the day before yesterday", "this morning", "overnight", "the next day". */
final class DayWords implements TimeReader {
  private final TimeWords w;
  private final Anchor anchor;
  private final Grammar grammar;

  DayWords(TimeWords words, Anchor anchor, Grammar grammar) {
    this.w = words;
    this.anchor = anchor;
    this.grammar = grammar;
  }

  @Override
  public @Nullable Match read(int i) {
    LocalDate ref = anchor.day();
    if (w.has(i, Kind.DAY)) {
      int days = w.value(i, Kind.DAY);
      return Match.day(w.withHours(i), ref.plusDays(days), "time." + name(days));
    }
    if (w.is(i, "overnight")) {
      DateRange night = new DateRange(ref.minusDays(1), ref);
      return Match.of(i, night, Granularity.DAY, "time.overnight");
    }
    if (w.has(i, Kind.LEAD) && w.has(i + 1, Kind.HOURS) && w.near(i)) {
      int step = w.is(i, "last", "this") ? w.value(i, Kind.LEAD) : 1;
      return step > 0 ? null : Match.day(i + 1, ref.plusDays(step), "time.hours");
    }
    int at = w.afterThe(i);
    Match match = w.is(at, "day") ? beside(at) : null;
    return match != null ? match : following(at);
  }

  private static String name(int days) {
    return days == 0 ? "today" : days < 0 ? "yesterday" : "tomorrow";
  }

  /** "the day before yesterday", "the day after Christmas". */
  private @Nullable Match beside(int at) {
    int step = w.is(at + 1, "before") ? -1 : w.is(at + 1, "after") ? 1 : 0;
    // no day of a day of a day: the depth stays bounded
    boolean again = w.is(w.afterThe(at + 2), "day");
    Match day = step == 0 || again || !w.near(at + 1) ? null : grammar.day(at + 2);
    return day == null
        ? null
        : Match.day(day.last(), day.range().from().plusDays(step), "time.day-beside");
  }

  /** Only where the text has named a day: otherwise nobody can say which day it follows. */
  private @Nullable Match following(int at) {
    LocalDate focus = anchor.focus();
    int step = w.is(at, "next", "following") ? 1 : w.is(at, "previous") ? -1 : 0;
    return focus == null || step == 0 || !w.is(at + 1, "day")
        ? null
        : Match.day(at + 1, focus.plusDays(step), "time.day-following");
  }
}
