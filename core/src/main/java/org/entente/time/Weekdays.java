package org.entente.time;

import java.time.LocalDate;
import org.entente.time.Numerals.Numeral;
import org.entente.time.TimeLexicon.Kind;
import org.jspecify.annotations.Nullable;

/**
 * "Monday", "last Friday", "Monday next week", "Saturday the 9th". "Next Friday" is that of the
 * next week, "this Friday" that of the current one, "last Friday" the latest before the reference.
 */
final class Weekdays implements TimeReader {
  private final TimeWords w;
  private final Anchor anchor;
  private final Numerals numerals;

  Weekdays(TimeWords words, Anchor anchor, Numerals numerals) {
    this.w = words;
    this.anchor = anchor;
    this.numerals = numerals;
  }

  @Override
  public @Nullable Match read(int i) {
    if (w.has(i, Kind.LEAD) && w.near(i)) {
      return w.is(i + 1, "week") ? weekFirst(i) : led(i);
    }
    int day = w.weekday(i);
    if (day == 0) {
      return null;
    }
    Match match = ofWeek(i, day);
    match = match != null ? match : ofMonth(i, day);
    return match != null
        ? match
        : Match.day(w.withHours(i), anchor.weekday(day), "time.weekday").asOpen();
  }

  private @Nullable Match led(int i) {
    int day = w.weekday(i + 1);
    if (day == 0) {
      return null;
    }
    LocalDate past = anchor.lastWeekday(day);
    LocalDate ref = anchor.day();
    LocalDate date =
        switch (w.value(i, Kind.LEAD)) {
          case -1 -> past.equals(ref) ? past.minusWeeks(1) : past;
          case 0 -> inWeek(ref, day);
          default -> w.is(i, "next") ? inWeek(ref.plusWeeks(1), day) : past.plusWeeks(1);
        };
    return Match.day(w.withHours(i + 1), date, "time.weekday-led");
  }

  /** "last week on Monday". */
  private @Nullable Match weekFirst(int i) {
    int at = w.is(i + 2, "on") ? i + 3 : i + 2;
    int day = w.near(i + 1) ? w.weekday(at) : 0;
    return day == 0 ? null : week(w.value(i, Kind.LEAD), day, at);
  }

  /** "Friday next week", "Monday of last week". */
  private @Nullable Match ofWeek(int i, int day) {
    int at = w.is(i + 1, "of") ? i + 2 : i + 1;
    boolean week = w.has(at, Kind.LEAD) && w.is(at + 1, "week") && w.near(i);
    return week ? week(w.value(at, Kind.LEAD), day, at + 1) : null;
  }

  private Match week(int step, int day, int last) {
    return Match.day(last, inWeek(anchor.day().plusWeeks(step), day), "time.weekday-of-week");
  }

  static LocalDate inWeek(LocalDate about, int weekday) {
    return about.plusDays(weekday - about.getDayOfWeek().getValue());
  }

  /** "Saturday the 9th": of this and the months beside it the one whose 9th is a Saturday. */
  private @Nullable Match ofMonth(int i, int weekday) {
    Numeral day = w.is(i + 1, "the") && w.near(i) ? numerals.dayOfMonth(i + 2, true) : null;
    boolean ranks = day != null && w.number(i + 2) < 0 && w.near(day.last()); // the second debate
    if (day == null || ranks) {
      return null;
    }
    LocalDate best = null;
    for (int step = -1; step <= 1; step++) {
      LocalDate month = anchor.day().withDayOfMonth(1).plusMonths(step);
      LocalDate one = month.plusDays(day.value() - 1L);
      boolean fits = one.getMonth() == month.getMonth() && one.getDayOfWeek().getValue() == weekday;
      if (fits && (best == null || distance(one) < distance(best))) {
        best = one;
      }
    }
    return best == null ? null : Match.day(day.last(), best, "time.weekday-of-month");
  }

  private long distance(LocalDate day) {
    return Math.abs(day.toEpochDay() - anchor.day().toEpochDay());
  }
}
