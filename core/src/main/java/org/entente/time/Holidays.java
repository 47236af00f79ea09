package org.entente.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.text.Span;
import org.entente.text.Vocabulary;
import org.entente.time.Numerals.Numeral;
import org.entente.time.TimeExpression.Granularity;
import org.entente.time.TimeLexicon.Kind;
import org.jspecify.annotations.Nullable;

/**
 * "Christmas", "Good Friday 2012", "last Easter", from {@code holidays.txt}. Written with a
 * capital. Immutable and thread-safe.
 */
final class Holidays {
  /** The words of a name and the rule of its day. */
  private record Holiday(List<String> words, String rule) {}

  private final Map<String, List<Holiday>> byFirstWord = new HashMap<>();

  /**
   * Reads the list and tries each rule.
   *
   * @throws IllegalStateException when a rule cannot be read
   */
  Holidays(TimeLexicon lexicon) {
    for (String entry : Vocabulary.of(Holidays.class, "holidays.txt")) {
      int gap = Math.max(0, entry.indexOf(' '));
      String name = entry.substring(gap).strip();
      TimeWords words = new TimeWords(name, new Span(0, name.length()), lexicon);
      List<String> parts = new ArrayList<>();
      for (int i = 0; i < words.size(); i++) {
        parts.add(words.at(i));
      }
      Holiday holiday = new Holiday(List.copyOf(parts), entry.substring(0, gap));
      if (parts.isEmpty() || in(holiday.rule, 2013) == null) {
        throw new IllegalStateException("holidays.txt: no rule and name: " + entry);
      }
      lexicon.addHoliday(parts.getFirst());
      byFirstWord.computeIfAbsent(parts.getFirst(), k -> new ArrayList<>()).add(holiday);
    }
  }

  /** The holiday named at word {@code i}, or null. */
  @Nullable Match read(TimeWords w, Anchor anchor, Years years, int i) {
    boolean led = w.has(i, Kind.LEAD);
    int at = led ? i + 1 : i;
    Holiday holiday = w.capital(at) ? named(w, at) : null;
    if (holiday == null) {
      return null;
    }
    int last = at + holiday.words.size() - 1;
    Numeral year = years.tail(last);
    if (year != null) {
      return match(in(holiday.rule, year.value()), year.last());
    }
    boolean island = w.near(last) && w.capital(last + 1) && !w.has(last + 1, Kind.WEEKDAY);
    if (island) {
      return null;
    }
    DateRange best = led ? led(w.value(i, Kind.LEAD), holiday, anchor) : null;
    best = led ? best : anchor.pick(y -> in(holiday.rule, y));
    Match match = match(best, last);
    return match == null || led ? match : match.asOpen();
  }

  private static @Nullable DateRange led(int step, Holiday holiday, Anchor anchor) {
    LocalDate ref = anchor.day();
    return step == 0
        ? in(holiday.rule, ref.getYear())
        : anchor
            .at(ref.plusDays(step), step < 0 ? Anchor.Lean.BEFORE : Anchor.Lean.AFTER)
            .pick(y -> in(holiday.rule, y));
  }

  private static @Nullable Match match(@Nullable DateRange days, int last) {
    return days == null
        ? null
        : Match.of(
            last,
            days,
            days.from().equals(days.to()) ? Granularity.DAY : Granularity.PERIOD,
            "time.holiday");
  }

  private @Nullable Holiday named(TimeWords w, int i) {
    Holiday best = null;
    for (Holiday holiday : byFirstWord.getOrDefault(w.at(i), List.of())) {
      boolean fits = best == null || best.words.size() < holiday.words.size();
      for (int k = 1; fits && k < holiday.words.size(); k++) {
        fits = w.at(i + k).equals(holiday.words.get(k));
      }
      best = fits ? holiday : best;
    }
    return best;
  }

  /** The days of a rule in a year, null where it has none. */
  private static @Nullable DateRange in(String rule, int year) {
    try {
      if (rule.startsWith("easter")) {
        return DateRange.on(easter(year).plusDays(Integer.parseInt(rule.substring(6))));
      }
      if (rule.startsWith("hijri-")) {
        return hijri(rule.substring(6), year);
      }
      String[] parts = rule.split("-", -1);
      return DateRange.on(
          rule.startsWith("nth-")
              ? nth(parts, year)
              : LocalDate.of(year, Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
    } catch (DateTimeException | NumberFormatException e) {
      return null;
    }
  }

  private static LocalDate nth(String[] parts, int year) {
    LocalDate month = LocalDate.of(year, Integer.parseInt(parts[1]), 1);
    DayOfWeek day = DayOfWeek.of(Integer.parseInt(parts[2]));
    return parts[3].equals("l")
        ? month.with(TemporalAdjusters.lastInMonth(day))
        : month.with(TemporalAdjusters.dayOfWeekInMonth(Integer.parseInt(parts[3]), day));
  }

  /** The first in the year of the Umm al-Qura calendar; sighting the moon may move it by a day. */
  private static @Nullable DateRange hijri(String rule, int year) {
    int month = Integer.parseInt(rule.substring(0, 2));
    int first = Integer.parseInt(rule.substring(3, 5));
    int last = rule.contains("..") ? Integer.parseInt(rule.substring(7)) : first;
    int about = HijrahDate.from(LocalDate.of(year, 1, 1)).get(ChronoField.YEAR);
    for (int hijri = about; hijri <= about + 1; hijri++) {
      LocalDate day = LocalDate.from(HijrahDate.of(hijri, month, first));
      if (day.getYear() == year) {
        return new DateRange(day, day.plusDays(last - first));
      }
    }
    return null;
  }

  /** Western Easter Sunday, by the anonymous Gregorian computus (Meeus, Jones, Butcher). */
  static LocalDate easter(int year) {
    int a = year % 19;
    int century = year / 100;
    int c = year % 100;
    int g = (8 * century + 13) / 25;
    int h = (19 * a + century - century / 4 - g + 15) % 30;
    int l = (32 + 2 * (century % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int sum = h + l - 7 * m + 114;
    return LocalDate.of(year, sum / 31, sum % 31 + 1);
  }
}
