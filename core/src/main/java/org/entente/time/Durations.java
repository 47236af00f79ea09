package org.entente.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.entente.time.Numerals.Numeral;
import org.entente.time.TimeLexicon.Kind;
import org.jspecify.annotations.Nullable;

/** Reads lengths of time: "three days", "almost a year", "3 years, 2 months and 9 days". */
final class Durations {
  /** No text counts in more units than these; keeps the look ahead bounded. */
  private static final int PARTS = 4;

  private static final int MOST = 5000;

  private final TimeWords w;
  private final Numerals numerals;

  Durations(TimeWords words, Numerals numerals) {
    this.w = words;
    this.numerals = numerals;
  }

  /** So many of a unit. */
  record Part(int count, Unit unit) {}

  /**
   * A length of time.
   *
   * @param parts what adds up to it, not empty
   * @param last the last of its words
   * @param about how it is inexact: −1 more, 0 as said, 1 less, 2 either
   */
  record Duration(List<Part> parts, int last, int about) {
    /** The day so long after another, or before it for a negative sign. */
    LocalDate from(LocalDate day, int sign) {
      LocalDate then = day;
      for (Part part : parts) {
        then = part.unit.plus(then, (long) sign * part.count);
      }
      return then;
    }

    /** The smallest unit it is told in. */
    Unit unit() {
      Unit least = parts.getFirst().unit;
      for (Part part : parts) {
        least = part.unit.compareTo(least) < 0 ? part.unit : least;
      }
      return least;
    }

    boolean vague() {
      return about != 0;
    }
  }

  /** The length that begins at word {@code i}, or null. */
  @Nullable Duration read(int i) {
    int at = i;
    int about = 0;
    if (w.is(i, "more", "less") && w.is(i + 1, "than")) {
      about = w.is(i, "more") ? -1 : 1;
      at = i + 2;
    } else if (w.has(i, Kind.ABOUT) && w.near(i)) {
      about = w.value(i, Kind.ABOUT) == 0 ? 2 : w.value(i, Kind.ABOUT);
      at = i + 1;
    }
    boolean half = w.is(at, "half") && w.is(at + 1, "a", "an") && w.isUnit(at + 2);
    return half
        ? new Duration(List.of(half(w.unit(at + 2))), at + 2, about == 0 ? 2 : about)
        : counted(at, about);
  }

  private static Part half(Unit unit) {
    return switch (unit) {
      case DAY -> new Part(1, Unit.DAY);
      case WEEKEND, WEEK -> new Part(3, Unit.DAY);
      case FORTNIGHT -> new Part(1, Unit.WEEK);
      case MONTH -> new Part(2, Unit.WEEK);
      case QUARTER -> new Part(6, Unit.WEEK);
      case YEAR -> new Part(6, Unit.MONTH);
      case DECADE -> new Part(5, Unit.YEAR);
      case CENTURY -> new Part(50, Unit.YEAR);
    };
  }

  private @Nullable Duration counted(int i, int about) {
    List<Part> parts = new ArrayList<>();
    int last = i - 1;
    int kind = about;
    while (parts.size() < PARTS) {
      int at = parts.isEmpty() ? i : next(last);
      Numeral count = at < 0 ? null : numerals.count(at);
      if (count == null || count.value() < 1 || count.value() > MOST || !unitAfter(count)) {
        break;
      }
      kind = count.vague() && kind == 0 ? 2 : kind;
      last = count.last() + 1;
      parts.add(new Part(count.value(), w.unit(last)));
      if (w.is(last + 1, "and") && w.is(last + 2, "a") && w.is(last + 3, "half")) {
        parts.add(half(w.unit(last)));
        last += 3;
        kind = 2;
      }
    }
    return parts.isEmpty() ? null : new Duration(List.copyOf(parts), last, kind);
  }

  private boolean unitAfter(Numeral count) {
    int at = count.last() + 1;
    return w.isUnit(at) && w.linked(count.last()) && w.unit(at) != Unit.WEEKEND;
  }

  /** Where a further part may begin behind word {@code last}, or −1. */
  private int next(int last) {
    if (!w.loose(last)) {
      return -1;
    }
    return w.is(last + 1, "and") ? last + 2 : last + 1;
  }

  /** Units in the plural that nobody counted, "weeks": a few. */
  @Nullable Duration uncounted(int i) {
    return w.has(i, Kind.PLURAL) ? new Duration(List.of(new Part(3, w.unit(i))), i, 2) : null;
  }
}
