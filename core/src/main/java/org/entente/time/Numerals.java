package org.entente.time;

import org.entente.time.TimeLexicon.Kind;
import org.jspecify.annotations.Nullable;

/** Numbers in figures and words: counts, ranks, years. */
final class Numerals {
  private final TimeWords w;

  Numerals(TimeWords words) {
    this.w = words;
  }

  /**
   * A number that was read.
   *
   * @param value the number
   * @param last the last of its words
   * @param vague whether nobody counted: "a few"
   */
  record Numeral(int value, int last, boolean vague) {
    Numeral(int value, int last) {
      this(value, last, false);
    }
  }

  /** "3", "three", "twenty-six", "two thousand and three". */
  @Nullable Numeral cardinal(int i) {
    if (w.number(i) >= 0) {
      return new Numeral(w.number(i), i);
    }
    int thousands = 0;
    int rest = 0;
    int last = i - 1;
    for (int at = i; at == i || w.linked(at - 1); at++) {
      int value = w.value(at, Kind.NUMBER);
      int scale = w.value(at, Kind.SCALE);
      if (value >= 0 && fits(rest, value, last >= i)) {
        rest += value;
      } else if (scale == 100 && rest > 0 && rest < 100) {
        rest *= scale;
      } else if (scale == 1000 && thousands == 0 && rest > 0) {
        thousands = rest * scale;
        rest = 0;
      } else if (!(w.is(at, "and") && w.has(at - 1, Kind.SCALE) && w.has(at + 1, Kind.NUMBER))) {
        break;
      }
      last = w.is(at, "and") ? last : at;
    }
    return last < i ? null : new Numeral(thousands + rest, last);
  }

  private static boolean fits(int rest, int value, boolean further) {
    boolean afterTens = rest % 100 >= 20 && rest % 10 == 0 && value > 0 && value < 10;
    return !further || afterTens || (rest % 100 == 0 && value > 0);
  }

  /** A count of things, "a", "a few" and "a couple of" included. */
  @Nullable Numeral count(int i) {
    int at = w.is(i, "a", "an", "the") && w.has(i + 1, Kind.FEW) ? i + 1 : i;
    if (w.has(at, Kind.FEW)) {
      int last = w.is(at + 1, "of") ? at + 1 : at;
      return new Numeral(w.value(at, Kind.FEW), last, !w.is(at, "couple"));
    }
    if (w.is(i, "a", "an")) {
      boolean scale = w.has(i + 1, Kind.SCALE) && w.near(i);
      return scale ? new Numeral(w.value(i + 1, Kind.SCALE), i + 1) : new Numeral(1, i);
    }
    return cardinal(i);
  }

  /** "3rd", "third", "twenty-first". */
  @Nullable Numeral ordinal(int i) {
    if (w.number(i) > 0) {
      boolean suffix = w.joined(i, "") && w.has(i + 1, Kind.SUFFIX);
      return suffix ? new Numeral(w.number(i), i + 1) : null;
    }
    if (w.has(i, Kind.ORDINAL)) {
      return new Numeral(w.value(i, Kind.ORDINAL), i);
    }
    int tens = w.value(i, Kind.NUMBER);
    int ones = w.value(i + 1, Kind.ORDINAL);
    boolean both = tens >= 20 && tens % 10 == 0 && ones > 0 && ones < 10 && w.linked(i);
    return both ? new Numeral(tens + ones, i + 1) : null;
  }

  /** A day of the month: "3", "3rd", "third"; with {@code words} also "twenty one". */
  @Nullable Numeral dayOfMonth(int i, boolean words) {
    Numeral day = ordinal(i);
    if (day == null && (words || w.length(i) <= 2)) {
      day = words || w.number(i) > 0 ? cardinal(i) : null;
    }
    boolean small = day != null && day.value > 0 && day.value <= 31;
    return small && !(w.number(i) > 0 && w.length(i) > 2) ? day : null;
  }

  /** "2013", "eighteen forty-eight", "nineteen oh five", "two thousand and three". */
  @Nullable Numeral year(int i, int earliest) {
    if (w.number(i) >= 0) {
      boolean year = w.length(i) == 4 && w.number(i) >= earliest && w.number(i) <= 2199;
      return year ? new Numeral(w.number(i), i) : null;
    }
    Numeral first = cardinal(i);
    if (first == null) {
      return null;
    }
    if (first.value >= 10 && first.value <= 21 && w.linked(first.last)) {
      int zero = w.value(first.last + 1, Kind.NUMBER) == 0 ? 1 : 0;
      Numeral second = cardinal(first.last + 1 + zero);
      boolean two = second != null && second.value < 100 && second.value >= (zero == 1 ? 1 : 10);
      return second != null && two && w.number(second.last) < 0
          ? new Numeral(first.value * 100 + second.value, second.last)
          : null;
    }
    return first.value >= earliest && first.value <= 2199 ? first : null;
  }
}
