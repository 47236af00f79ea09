package org.entente.event;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Reads numbers as news writes them: "70,000", "1.5 million", "two thousand", "dozens". Stateless.
 */
final class Quantity {
  private static final Map<String, Double> WORDS =
      Map.ofEntries(
          Map.entry("one", 1.0),
          Map.entry("two", 2.0),
          Map.entry("three", 3.0),
          Map.entry("four", 4.0),
          Map.entry("five", 5.0),
          Map.entry("six", 6.0),
          Map.entry("seven", 7.0),
          Map.entry("eight", 8.0),
          Map.entry("nine", 9.0),
          Map.entry("ten", 10.0),
          Map.entry("eleven", 11.0),
          Map.entry("twelve", 12.0),
          Map.entry("fifteen", 15.0),
          Map.entry("twenty", 20.0),
          Map.entry("thirty", 30.0),
          Map.entry("forty", 40.0),
          Map.entry("fifty", 50.0),
          Map.entry("sixty", 60.0),
          Map.entry("seventy", 70.0),
          Map.entry("eighty", 80.0),
          Map.entry("ninety", 90.0),
          Map.entry("dozen", 12.0),
          Map.entry("score", 20.0));
  private static final Map<String, Double> SCALES =
      Map.of("hundred", 100.0, "thousand", 1000.0, "million", 1e6, "billion", 1e9, "dozen", 12.0);

  private Quantity() {}

  /** The value of a numeral or number word, without its scale. */
  static OptionalDouble value(String form) {
    String plain = form.replace(",", "").toLowerCase(Locale.ROOT);
    if (plain.matches("[0-9]+(\\.[0-9]+)?")) {
      return OptionalDouble.of(Double.parseDouble(plain));
    }
    Double word = WORDS.get(plain);
    return word == null ? OptionalDouble.empty() : OptionalDouble.of(word);
  }

  /** By how much a word that follows a number multiplies it; 1 for any other word. */
  static double scale(String form) {
    return SCALES.getOrDefault(form.toLowerCase(Locale.ROOT), 1.0);
  }
}
