package org.entente.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.entente.text.Span;
import org.entente.text.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Dates as newspapers print them over an article: a day, a month and a year of four figures.
 *
 * <p>Month names in the languages of {@code months.txt}. White space between the parts may be a
 * hard line break. Rules, in order:
 *
 * <ul>
 *   <li>{@code date.iso}: 2013-05-07, 2013/05/07
 *   <li>{@code date.day-month}: 7 May 2013, 7 May, 2013, 7th of May 2013, 7. Mai 2013
 *   <li>{@code date.month-day}: May 7, 2013
 *   <li>{@code date.numeric}: 07.05.2013, 25/12/2013, 12/25/2013: only one reading is a day
 *   <li>{@code date.numeric-day-first}: 07/05/2013 is read as 7 May, as everywhere but in the
 *       United States
 *   <li>{@code date.numeric-month-first}: the same read as July 5, for readers who say so
 * </ul>
 *
 * Immutable and thread-safe.
 */
public final class PrintedDates {
  private static final int FIRST_YEAR = 1500;
  private static final int LAST_YEAR = 2199;

  private final Map<String, Integer> months = new HashMap<>();
  private final Set<String> weekdays;
  private final boolean monthFirst;

  /** Reads 07/05/2013 as 7 May. */
  public PrintedDates() {
    this(false);
  }

  private PrintedDates(boolean monthFirst) {
    this.monthFirst = monthFirst;
    this.weekdays = new HashSet<>(Vocabulary.of(PrintedDates.class, "weekdays.txt"));
    for (String entry : Vocabulary.of(PrintedDates.class, "months.txt")) {
      int gap = entry.indexOf(' ');
      months.put(entry.substring(0, gap), Integer.valueOf(entry.substring(gap + 1)));
    }
  }

  /** Reads 07/05/2013 as July 5, as pages of the United States ({@code en-US}) mean it. */
  public static PrintedDates monthFirst() {
    return new PrintedDates(true);
  }

  /**
   * A date found in a text.
   *
   * @param span from the weekday, if one is printed, to the year
   * @param value the day
   * @param rule name of the rule that read it
   */
  public record Found(Span span, LocalDate value, String rule) {}

  /** The dates in {@code region} of {@code text}, in reading order. */
  public List<Found> find(CharSequence text, Span region) {
    List<Word> words = words(text, region);
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Match match = match(words, i);
      if (match != null) {
        int from = i > 0 && isWeekday(words.get(i - 1)) ? i - 1 : i;
        Span span = new Span(words.get(from).start, words.get(match.last).end);
        found.add(new Found(span, match.value, match.rule));
        i = match.last;
      }
    }
    return found;
  }

  private boolean isWeekday(Word word) {
    return weekdays.contains(word.lower);
  }

  private @Nullable Match match(List<Word> words, int i) {
    Word first = words.get(i);
    if (first.number >= 0 && i + 2 < words.size()) {
      Match numeric = numeric(words, i);
      return numeric != null ? numeric : dayMonth(words, i);
    }
    return monthDay(words, i);
  }

  /** Three numbers joined by one kind of separator, nothing between. */
  private @Nullable Match numeric(List<Word> words, int i) {
    Word a = words.get(i);
    Word b = words.get(i + 1);
    Word c = words.get(i + 2);
    boolean joined = a.end + 1 == b.start && b.end + 1 == c.start && a.after == b.after;
    if (!joined || b.number < 0 || c.number < 0 || "-/.".indexOf(a.after) < 0) {
      return null;
    }
    if (isYear(a)) {
      return match(a.number, b.number, c.number, i + 2, "date.iso");
    }
    if (!isYear(c)) {
      return null;
    }
    Match dayFirst = match(c.number, b.number, a.number, i + 2, "date.numeric");
    Match monthSecond = match(c.number, a.number, b.number, i + 2, "date.numeric");
    if (dayFirst == null || monthSecond == null || a.after == '.' || a.number == b.number) {
      return dayFirst == null ? monthSecond : dayFirst;
    }
    return monthFirst
        ? new Match(monthSecond.value, i + 2, "date.numeric-month-first")
        : new Match(dayFirst.value, i + 2, "date.numeric-day-first");
  }

  private @Nullable Match dayMonth(List<Word> words, int i) {
    int at = skipJoiner(words, i + 1);
    if (at >= words.size()) {
      return null;
    }
    int month = months.getOrDefault(words.get(at).lower, 0);
    int year = skipJoiner(words, at + 1);
    boolean complete = month > 0 && year < words.size() && isYear(words.get(year));
    return complete
        ? match(words.get(year).number, month, words.get(i).number, year, "date.day-month")
        : null;
  }

  private @Nullable Match monthDay(List<Word> words, int i) {
    int month = months.getOrDefault(words.get(i).lower, 0);
    boolean complete =
        month > 0
            && i + 2 < words.size()
            && words.get(i + 1).number > 0
            && isYear(words.get(i + 2));
    return complete
        ? match(words.get(i + 2).number, month, words.get(i + 1).number, i + 2, "date.month-day")
        : null;
  }

  /** "7th of May 2013", "7 de mayo de 2013". */
  private static int skipJoiner(List<Word> words, int i) {
    boolean joiner =
        i < words.size() && Set.of("of", "de", "del", "do").contains(words.get(i).lower);
    return joiner ? i + 1 : i;
  }

  private static boolean isYear(Word word) {
    return word.end - word.start == 4 && word.number >= FIRST_YEAR && word.number <= LAST_YEAR;
  }

  private static @Nullable Match match(int year, int month, int day, int last, String rule) {
    if (day < 1 || day > 31 || month < 1 || month > 12) {
      return null;
    }
    try {
      return new Match(LocalDate.of(year, month, day), last, rule);
    } catch (DateTimeException e) {
      return null; // 31 June is no date
    }
  }

  private record Match(LocalDate value, int last, String rule) {}

  /** A run of letters or of digits; {@code after} is the character behind it. */
  private record Word(int start, int end, String lower, int number, char after) {}

  private static List<Word> words(CharSequence text, Span region) {
    List<Word> words = new ArrayList<>();
    int i = region.start();
    while (i < region.end()) {
      int from = i;
      boolean digits = Character.isDigit(text.charAt(i));
      while (i < region.end() && isPart(text.charAt(i), digits)) {
        i++;
      }
      if (i == from) {
        i++;
      } else {
        char after = i < region.end() ? text.charAt(i) : '\n';
        String word = text.subSequence(from, i).toString();
        int suffix = digits ? ordinal(text, i, region.end()) : 0;
        i += suffix;
        words.add(new Word(from, i, lower(word), number(word, digits), after));
      }
    }
    return words;
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private static boolean isPart(char c, boolean digits) {
    return digits ? Character.isDigit(c) : Character.isLetter(c);
  }

  private static int ordinal(CharSequence text, int at, int end) {
    if (at + 2 > end || (at + 2 < end && Character.isLetter(text.charAt(at + 2)))) {
      return 0;
    }
    String suffix = lower(text.subSequence(at, at + 2).toString());
    return Set.of("st", "nd", "rd", "th", "er").contains(suffix) ? 2 : 0;
  }

  private static int number(String word, boolean digits) {
    return digits && word.length() <= 4 ? Integer.parseInt(word) : -1;
  }
}
