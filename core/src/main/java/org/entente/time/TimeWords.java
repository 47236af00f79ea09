package org.entente.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.text.Span;

/** The words of a region and what each may mean in a time expression. */
final class TimeWords {
  private static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("jan", 1),
          Map.entry("january", 1),
          Map.entry("feb", 2),
          Map.entry("february", 2),
          Map.entry("mar", 3),
          Map.entry("march", 3),
          Map.entry("apr", 4),
          Map.entry("april", 4),
          Map.entry("may", 5),
          Map.entry("jun", 6),
          Map.entry("june", 6),
          Map.entry("jul", 7),
          Map.entry("july", 7),
          Map.entry("aug", 8),
          Map.entry("august", 8),
          Map.entry("sep", 9),
          Map.entry("sept", 9),
          Map.entry("september", 9),
          Map.entry("oct", 10),
          Map.entry("october", 10),
          Map.entry("nov", 11),
          Map.entry("november", 11),
          Map.entry("dec", 12),
          Map.entry("december", 12));
  private static final List<String> WEEKDAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
  private static final List<String> NUMBERS =
      List.of(
          "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");

  private record Word(int start, int end, String lower, boolean capital, int number) {}

  private final List<Word> words = new ArrayList<>();
  private final CharSequence text;

  TimeWords(CharSequence text, Span region) {
    this.text = text;
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
        add(from, i, digits);
      }
    }
  }

  private static boolean isPart(char c, boolean digits) {
    return digits ? c >= '0' && c <= '9' : Character.isLetter(c);
  }

  private void add(int from, int to, boolean digits) {
    String lower = text.subSequence(from, to).toString().toLowerCase(Locale.ROOT);
    int number = digits && to - from <= 4 ? Integer.parseInt(lower) : NUMBERS.indexOf(lower);
    words.add(new Word(from, to, lower, Character.isUpperCase(text.charAt(from)), number));
  }

  int size() {
    return words.size();
  }

  /** The word in small letters, empty beyond either end. */
  String at(int i) {
    return i < 0 || i >= words.size() ? "" : words.get(i).lower;
  }

  boolean is(int i, String... options) {
    String word = at(i);
    for (String option : options) {
      if (word.equals(option)) {
        return true;
      }
    }
    return false;
  }

  /** A count, "a" and "an" included, or −1. */
  int count(int i) {
    return is(i, "a", "an") ? 1 : is(i, "couple") ? 2 : number(i);
  }

  int number(int i) {
    return i < 0 || i >= words.size() ? -1 : words.get(i).number;
  }

  /** 1 to 12, or 0. Names of months are written with a capital. */
  int month(int i) {
    return i < 0 || i >= words.size() || !words.get(i).capital ? 0 : MONTHS.getOrDefault(at(i), 0);
  }

  /** 1 (Monday) to 7, or 0. */
  int weekday(int i) {
    return WEEKDAYS.indexOf(at(i)) + 1;
  }

  /** A day of the month, or 0; the suffix of an ordinal is the next word. */
  int day(int i) {
    int number = number(i);
    boolean digits = number > 0 && words.get(i).end - words.get(i).start <= 2;
    return digits && number <= 31 && Character.isDigit(text.charAt(words.get(i).start))
        ? number
        : 0;
  }

  /** A year of four figures, or 0. */
  int year(int i) {
    int number = number(i);
    return number >= 1500 && number <= 2199 ? number : 0;
  }

  /** Whether nothing but {@code between} stands after word {@code i}. */
  boolean joined(int i, String between) {
    return i + 1 < words.size()
        && text.subSequence(words.get(i).end, words.get(i + 1).start).toString().equals(between);
  }

  /** Whether a mark that ends or breaks a phrase stands after word {@code i}. */
  boolean spaced(int i) {
    if (i + 1 >= words.size()) {
      return false;
    }
    for (int c = words.get(i).end; c < words.get(i + 1).start; c++) {
      if (";:()!?\"".indexOf(text.charAt(c)) >= 0) {
        return false;
      }
    }
    return true;
  }

  Span span(int first, int last) {
    return new Span(words.get(first).start, words.get(last).end);
  }
}
