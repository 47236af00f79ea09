package org.entente.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.entente.text.Span;
import org.entente.time.TimeExpression.Granularity;
import org.jspecify.annotations.Nullable;

/**
 * Finds time expressions and resolves them against a reference date. Stateless and thread-safe;
 * linear in the length of the region.
 *
 * <p>The convention of news: a bare weekday is the last one on or before the reference date, a day
 * or month without a year is the nearest one. Where the caller knows that the clause speaks of the
 * future ("will meet on Tuesday"), both are the next.
 */
public final class TimeExpressions {
  /** Where a date lies whose words leave it open. */
  public enum Direction {
    NEWS,
    FUTURE
  }

  /** The time expressions in {@code region} of {@code text}, in reading order, not overlapping. */
  public List<TimeExpression> find(CharSequence text, Span region, LocalDate reference) {
    return find(text, region, reference, Direction.NEWS);
  }

  /** The same, where the caller knows of which time the region speaks. */
  public List<TimeExpression> find(
      CharSequence text, Span region, LocalDate reference, Direction direction) {
    TimeWords words = new TimeWords(text, region);
    Scan scan = new Scan(words, reference, direction);
    List<TimeExpression> found = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Match match = scan.bounded(i);
      if (match != null) {
        found.add(
            new TimeExpression(
                words.span(i, match.last), match.range, match.unit, match.vague, match.rule));
        i = match.last;
      }
    }
    return found;
  }

  private record Match(int last, DateRange range, Granularity unit, boolean vague, String rule) {}

  private record Scan(TimeWords w, LocalDate ref, Direction direction) {
    /** "since March 2011", "by the end of May", "between 1992 and 1995", or plain. */
    @Nullable Match bounded(int i) {
      if (w.is(i, "since", "until", "till", "by")) {
        return open(i);
      }
      if (w.is(i, "between", "from")) {
        Match first = part(i + 1);
        if (first != null && w.is(first.last + 1, "and", "to", "until", "through")) {
          Match second = part(first.last + 2);
          if (second != null && !second.range.to().isBefore(first.range.from())) {
            DateRange both = new DateRange(first.range.from(), second.range.to());
            return new Match(second.last, both, Granularity.PERIOD, false, "time.from-to");
          }
        }
        return null;
      }
      return part(i);
    }

    private @Nullable Match open(int i) {
      Match end = part(i + 1);
      if (end == null) {
        return null;
      }
      boolean past = w.is(i, "since");
      LocalDate from = past ? end.range.from() : ref;
      LocalDate to = past ? ref : end.range.to();
      return to.isBefore(from)
          ? end
          : new Match(
              end.last,
              new DateRange(from, to),
              Granularity.PERIOD,
              !past,
              past ? "time.since" : "time.by");
    }

    /** "early 2012", "mid-May", "the end of May", or plain. */
    private @Nullable Match part(int i) {
      int at = w.is(i, "the") ? i + 1 : i;
      int thirds =
          w.is(at, "early", "beginning", "start")
              ? 0
              : w.is(at, "mid", "middle") ? 1 : w.is(at, "late", "end") ? 2 : -1;
      if (thirds < 0) {
        return plain(i);
      }
      int next = at + 1;
      next = w.is(next, "of") ? next + 1 : next;
      Match whole = plain(w.is(next, "the") && plain(next) == null ? next + 1 : next);
      if (whole == null || whole.unit == Granularity.DAY) {
        return null;
      }
      long days = whole.range.to().toEpochDay() - whole.range.from().toEpochDay() + 1;
      LocalDate from = whole.range.from().plusDays(days * thirds / 3);
      LocalDate to = whole.range.from().plusDays(days * (thirds + 1) / 3 - 1);
      return new Match(whole.last, new DateRange(from, to), whole.unit, true, "time.part");
    }

    private @Nullable Match plain(int i) {
      Match match = calendar(i);
      match = match != null ? match : weekday(i);
      match = match != null ? match : relative(i);
      match = match != null ? match : counted(i);
      return match != null ? match : years(i);
    }

    private @Nullable Match calendar(int i) {
      if (w.year(i) > 0 && w.joined(i, "-") && w.joined(i + 1, "-")) {
        return day(w.year(i), w.number(i + 1), w.number(i + 2), i + 2, "time.iso");
      }
      if (w.day(i) > 0) {
        int m = w.is(i + 1, "st", "nd", "rd", "th") ? i + 2 : i + 1;
        m = w.is(m, "of") ? m + 1 : m;
        return w.month(m) == 0 ? null : dayOf(w.month(m), w.day(i), m);
      }
      int month = w.month(i);
      if (month == 0) {
        return null;
      }
      if (w.day(i + 1) > 0 && w.spaced(i)) {
        int last = w.is(i + 2, "st", "nd", "rd", "th") ? i + 2 : i + 1;
        return dayOf(month, w.day(i + 1), last);
      }
      return month(month, i);
    }

    private @Nullable Match dayOf(int month, int day, int last) {
      if (w.year(last + 1) > 0 && w.spaced(last)) {
        return day(w.year(last + 1), month, day, last + 1, "time.date");
      }
      Match best = null;
      for (int year = ref.getYear() - 1; year <= ref.getYear() + 1; year++) {
        Match one = day(year, month, day, last, "time.day-of-month");
        if (one != null && (best == null || better(one.range.from(), best.range.from()))) {
          best = one;
        }
      }
      return best;
    }

    private boolean better(LocalDate one, LocalDate other) {
      if (direction == Direction.FUTURE && one.isBefore(ref) != other.isBefore(ref)) {
        return other.isBefore(ref);
      }
      long near = Math.abs(one.toEpochDay() - ref.toEpochDay());
      return near < Math.abs(other.toEpochDay() - ref.toEpochDay());
    }

    private static @Nullable Match day(int year, int month, int day, int last, String rule) {
      try {
        LocalDate date = LocalDate.of(year, month, day);
        return new Match(last, DateRange.on(date), Granularity.DAY, false, rule);
      } catch (DateTimeException e) {
        return null; // 31 June is no date
      }
    }

    private @Nullable Match month(int month, int i) {
      int year = w.year(w.is(i + 1, "of") ? i + 2 : i + 1);
      if (year > 0 && w.spaced(i)) {
        return months(LocalDate.of(year, month, 1), w.is(i + 1, "of") ? i + 2 : i + 1);
      }
      boolean led =
          w.is(
              i - 1, "in", "since", "of", "until", "by", "early", "late", "mid", "during", "from",
              "and", "to", "between", "before", "after");
      boolean bare = !w.is(i, "may", "march", "mar", "jan", "jun");
      if (!led && !bare) {
        return null;
      }
      LocalDate best = ref.withDayOfMonth(1).withMonth(month);
      for (int step = -1; step <= 1; step += 2) {
        LocalDate one = ref.withDayOfMonth(1).plusYears(step).withMonth(month);
        best = better(one.plusMonths(1).minusDays(1), best.plusMonths(1).minusDays(1)) ? one : best;
      }
      return months(best, i);
    }

    private static Match months(LocalDate first, int last) {
      DateRange range = new DateRange(first, first.plusMonths(1).minusDays(1));
      return new Match(last, range, Granularity.MONTH, false, "time.month");
    }

    private @Nullable Match weekday(int i) {
      boolean led = w.is(i, "last", "next", "this");
      int day = w.weekday(led ? i + 1 : i);
      if (day == 0) {
        return null;
      }
      int back = Math.floorMod(ref.getDayOfWeek().getValue() - day, 7);
      LocalDate past = ref.minusDays(back);
      LocalDate next = past.equals(ref) ? ref.plusWeeks(1) : past.plusWeeks(1);
      LocalDate date = direction == Direction.FUTURE && !past.equals(ref) ? next : past;
      date = w.is(i, "next") ? next : date;
      date =
          w.is(i, "last") && past.equals(ref) ? ref.minusWeeks(1) : w.is(i, "last") ? past : date;
      return one(date, led ? i + 1 : i, led ? "time.weekday-led" : "time.weekday");
    }

    private static Match one(LocalDate date, int last, String rule) {
      return new Match(last, DateRange.on(date), Granularity.DAY, false, rule);
    }

    private @Nullable Match relative(int i) {
      switch (w.at(i)) {
        case "today", "tonight":
          return one(ref, i, "time.today");
        case "yesterday":
          return one(ref.minusDays(1), i, "time.yesterday");
        case "tomorrow":
          return one(ref.plusDays(1), i, "time.tomorrow");
        default:
          int step = w.is(i, "last", "previous") ? -1 : w.is(i, "next", "coming") ? 1 : 0;
          boolean led = step != 0 || w.is(i, "this", "current");
          Match month = led && w.month(i + 1) > 0 ? ledMonth(step, i + 1) : null;
          return month != null ? month : led ? unit(ref, step, i + 1) : null;
      }
    }

    private Match ledMonth(int step, int i) {
      LocalDate first = ref.withDayOfMonth(1).withMonth(w.month(i));
      boolean before = first.isBefore(ref.withDayOfMonth(1));
      boolean after = first.isAfter(ref.withDayOfMonth(1));
      int years = step < 0 && !before ? -1 : step > 0 && !after ? 1 : 0;
      return months(first.plusYears(years), i);
    }

    private static @Nullable Match unit(
        TimeWords w, LocalDate first, LocalDate end, int i, Granularity unit) {
      return new Match(
          i, new DateRange(first, end.minusDays(1)), unit, false, "time.unit-" + w.at(i));
    }

    private @Nullable Match unit(LocalDate about, int step, int i) {
      switch (w.at(i)) {
        case "week":
          {
            LocalDate monday =
                about.minusDays(about.getDayOfWeek().getValue() - 1L).plusWeeks(step);
            return unit(w, monday, monday.plusWeeks(1), i, Granularity.WEEK);
          }
        case "weekend":
          {
            LocalDate monday =
                about.minusDays(about.getDayOfWeek().getValue() - 1L).plusWeeks(step);
            return unit(w, monday.plusDays(5), monday.plusWeeks(1), i, Granularity.PERIOD);
          }
        case "month":
          {
            LocalDate first = about.withDayOfMonth(1).plusMonths(step);
            return unit(w, first, first.plusMonths(1), i, Granularity.MONTH);
          }
        case "year":
          {
            LocalDate first = about.withDayOfYear(1).plusYears(step);
            return unit(w, first, first.plusYears(1), i, Granularity.YEAR);
          }
        case "decade":
          {
            LocalDate first =
                LocalDate.of(about.getYear() - about.getYear() % 10, 1, 1).plusYears(10L * step);
            return unit(w, first, first.plusYears(10), i, Granularity.DECADE);
          }
        default:
          return null;
      }
    }

    /** "two days ago", "almost a year ago", "in the past three days". */
    private @Nullable Match counted(int i) {
      boolean almost = w.is(i, "almost", "nearly", "about", "around");
      int at = almost ? i + 1 : i;
      int count = w.count(at);
      if (count > 0 && count <= 1000) {
        int unit = w.is(at + 1, "of") ? at + 2 : at + 1;
        LocalDate then = w.is(unit + 1, "ago") ? shift(unit, -count) : null;
        return then == null ? null : ago(then, unit, almost);
      }
      int start = w.is(i, "the") ? i + 1 : i;
      if (w.is(start, "past", "last", "next", "coming") && w.count(start + 1) > 0) {
        int n = Math.min(w.count(start + 1), 1000);
        boolean before = w.is(start, "past", "last");
        LocalDate end = shift(start + 2, before ? -n : n);
        return end == null
            ? null
            : new Match(
                start + 2,
                before ? new DateRange(end, ref) : new DateRange(ref, end),
                Granularity.PERIOD,
                false,
                before ? "time.past-n" : "time.next-n");
      }
      return null;
    }

    private Match ago(LocalDate then, int unit, boolean almost) {
      boolean days = w.at(unit).startsWith("day");
      if (days && !almost) {
        return one(then, unit + 1, "time.ago");
      }
      String word = w.at(unit);
      long slack = word.startsWith("year") ? 61 : word.startsWith("month") ? 10 : 3;
      LocalDate from = then.minusDays(almost ? 0 : slack);
      DateRange range = new DateRange(from, then.plusDays(slack));
      return new Match(unit + 1, range, unitOf(word), true, "time.ago");
    }

    private static Granularity unitOf(String word) {
      return word.startsWith("year")
          ? Granularity.YEAR
          : word.startsWith("month")
              ? Granularity.MONTH
              : word.startsWith("week") ? Granularity.WEEK : Granularity.DAY;
    }

    private @Nullable LocalDate shift(int unit, int count) {
      return switch (w.at(unit)) {
        case "day", "days" -> ref.plusDays(count);
        case "week", "weeks" -> ref.plusWeeks(count);
        case "month", "months" -> ref.plusMonths(count);
        case "year", "years" -> ref.plusYears(count);
        case "decade", "decades" -> ref.plusYears(10L * count);
        default -> null;
      };
    }

    /** "2012", "the 1990s". A bare number is a year only where a word before it says so. */
    private @Nullable Match years(int i) {
      int year = w.year(i);
      if (year == 0) {
        return null;
      }
      LocalDate first = LocalDate.of(year, 1, 1);
      if (w.is(i + 1, "s") && w.joined(i, "") && year % 10 == 0) {
        return new Match(
            i + 1,
            new DateRange(first, first.plusYears(10).minusDays(1)),
            Granularity.DECADE,
            false,
            "time.decade");
      }
      boolean led =
          w.is(
              i - 1, "in", "since", "of", "until", "till", "by", "early", "late", "mid", "during",
              "from", "and", "to", "between", "before", "after", "the");
      return led && year >= 1800
          ? new Match(
              i,
              new DateRange(first, first.plusYears(1).minusDays(1)),
              Granularity.YEAR,
              false,
              "time.year")
          : null;
    }
  }
}
