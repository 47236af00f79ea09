package org.entente.time;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.entente.text.Vocabulary;

/**
 * What English words may mean in a time expression, from {@code english.txt}. Not changed once the
 * holidays are read.
 */
final class TimeLexicon {
  /** The value of a word that has none of a kind. */
  static final int NONE = Integer.MIN_VALUE;

  /** The classes of words; what the value of a word says stands behind each. */
  enum Kind {
    /** Makes a count inexact: 1 somewhat less, 0 about, −1 somewhat more. */
    ABOUT,
    /** A full stop may follow. */
    ABBREVIATED,
    /** May begin an expression; 1 if it makes one too. */
    BEGIN,
    /** Without a capital another word. */
    CAPITAL,
    /** Also a word of another meaning or a name: read only where a word beside it says so. */
    CAREFUL,
    /** Speaks of what is to come. */
    COMING,
    /** Days from the reference. */
    DAY,
    /** The first year of a decade, a century left open below 100. */
    DECADE,
    /** A small count nobody counted. */
    FEW,
    /** A part of the day. */
    HOURS,
    /** Stands between the ends of a range. */
    JOIN,
    /** Steps from the current unit. */
    LEAD,
    /** 1 to 12. */
    MONTH,
    /** Stands before a month. */
    MONTH_LEAD,
    /** A number. */
    NUMBER,
    /** A rank. */
    ORDINAL,
    /** Whose years are counted. */
    OWNER,
    /** 0 the first part, 1 the middle, 2 the last. */
    PART,
    /** Tells the perfect tense or a duration. */
    PERFECT,
    /** A unit in the plural. */
    PLURAL,
    /** The part of a unit before (−1) or after (1) the reference. */
    REMAINING,
    /** "a third year running". */
    RUNNING,
    /** Multiplies the number before it. */
    SCALE,
    /** The first month. */
    SEASON,
    /** Stands before a season. */
    SEASON_LEAD,
    /** Stands before a stretch of time. */
    SPAN,
    /** "the week starting". */
    STARTING,
    /** Of an ordinal in figures. */
    SUFFIX,
    /** Ordinal of a {@link Unit}. */
    UNIT,
    /** 1 (Monday) to 7. */
    WEEKDAY,
    /** Stands before a year. */
    YEAR_LEAD
  }

  /** Every expression has a number or a word of these, or is a holiday. */
  private static final Set<Kind> CORE =
      Set.of(
          Kind.DAY,
          Kind.DECADE,
          Kind.HOURS,
          Kind.MONTH,
          Kind.NUMBER,
          Kind.ORDINAL,
          Kind.SEASON,
          Kind.UNIT,
          Kind.WEEKDAY);

  private final Map<Kind, Map<String, Integer>> values = new EnumMap<>(Kind.class);
  private final Map<String, Boolean> known = new HashMap<>();

  /**
   * Reads the list.
   *
   * @throws IllegalStateException when an entry cannot be read or stands twice
   */
  TimeLexicon() {
    for (String entry : Vocabulary.of(TimeLexicon.class, "english.txt")) {
      add(entry, entry.split(" ", -1));
    }
    if (values.size() < Kind.values().length) {
      throw new IllegalStateException("english.txt has only the classes " + values.keySet());
    }
  }

  private void add(String entry, String[] fields) {
    try {
      Kind kind = Kind.valueOf(fields[0].toUpperCase(Locale.ROOT).replace('-', '_'));
      Integer value = kind == Kind.UNIT ? unit(fields[1]) : Integer.valueOf(fields[1]);
      if (values.computeIfAbsent(kind, k -> new HashMap<>()).put(fields[2], value) != null) {
        throw new IllegalStateException("english.txt has twice: " + entry);
      }
      known.merge(
          fields[2], CORE.contains(kind) || (kind == Kind.BEGIN && value == 1), Boolean::logicalOr);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IllegalStateException("english.txt: no class, value and word: " + entry, e);
    }
  }

  private static int unit(String name) {
    return Unit.valueOf(name.toUpperCase(Locale.ROOT)).ordinal();
  }

  /** Makes the first word of a holiday's name one that can make an expression. */
  void addHoliday(String word) {
    known.put(word, true);
  }

  /** Whether an expression may begin with the word; figures are not asked about. */
  boolean begins(String word) {
    return known.containsKey(word);
  }

  /** Whether the word can make an expression; figures are not asked about. */
  boolean isCore(String word) {
    return known.getOrDefault(word, false);
  }

  int value(Kind kind, String word) {
    Map<String, Integer> words = values.get(kind);
    return words == null ? NONE : words.getOrDefault(word, NONE);
  }
}
