package org.entente.time;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.entente.text.Span;
import org.entente.time.TimeLexicon.Kind;

/**
 * The words of a region and what each may mean in a time expression. A word is a run of letters or
 * a run of figures. All questions about words beyond either end are answered with no.
 */
final class TimeWords {
  /** Words before the first that makes an expression: "by about the beginning of the current". */
  private static final int LONGEST_LEAD = 8;

  private record Word(int start, int end, String lower, boolean capital, int number) {}

  private final List<Word> words = new ArrayList<>();
  private final CharSequence text;
  private final TimeLexicon lexicon;
  private final BitSet cores = new BitSet();

  TimeWords(CharSequence text, Span region, TimeLexicon lexicon) {
    this.text = text;
    this.lexicon = lexicon;
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
    int number = digits && to - from <= 4 ? Integer.parseInt(lower) : -1;
    if (digits || lexicon.isCore(lower)) {
      cores.set(words.size());
    }
    words.add(new Word(from, to, lower, Character.isUpperCase(text.charAt(from)), number));
  }

  int size() {
    return words.size();
  }

  private boolean holds(int i) {
    return i >= 0 && i < words.size();
  }

  /**
   * Whether an expression may begin at word {@code i}: a cheap test before the readers are asked.
   */
  boolean mayBegin(int i) {
    int core = cores.nextSetBit(i);
    boolean near = core >= 0 && core < i + LONGEST_LEAD;
    return near && (core == i || lexicon.begins(at(i)));
  }

  /** The word in small letters, empty beyond either end. */
  String at(int i) {
    return holds(i) ? words.get(i).lower : "";
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

  /** The value of the word as one of a kind, or {@link TimeLexicon#NONE}. */
  int value(int i, Kind kind) {
    return lexicon.value(kind, at(i));
  }

  boolean has(int i, Kind kind) {
    return value(i, kind) != TimeLexicon.NONE;
  }

  boolean capital(int i) {
    return holds(i) && words.get(i).capital;
  }

  /** The last word of "Monday" or "Monday night" that begins at {@code i}. */
  int withHours(int i) {
    return near(i) && has(i + 1, Kind.HOURS) ? i + 1 : i;
  }

  /** The word behind an article. */
  int afterThe(int i) {
    return is(i, "the") ? i + 1 : i;
  }

  /** A number in one to four figures, or −1; a part of 3,500 or 2.5 is none. */
  int number(int i) {
    return holds(i) && !partOfFigure(i) ? words.get(i).number : -1;
  }

  /** The same, though full stops or other marks join it to numbers beside it. */
  int figures(int i) {
    return holds(i) ? words.get(i).number : -1;
  }

  /** How many figures, or letters, the word has. */
  int length(int i) {
    return holds(i) ? words.get(i).end - words.get(i).start : 0;
  }

  private boolean partOfFigure(int i) {
    boolean before = (joined(i - 1, ",") || joined(i - 1, ".")) && isFigure(i - 1);
    boolean after = (joined(i, ",") || joined(i, ".")) && isFigure(i + 1);
    return before || after;
  }

  private boolean isFigure(int i) {
    return holds(i) && Character.isDigit(text.charAt(words.get(i).start));
  }

  /** A year of four figures, or 0. */
  int year(int i) {
    int number = length(i) == 4 ? number(i) : 0;
    return number >= 1500 && number <= 2199 ? number : 0;
  }

  /**
   * 1 to 12, or 0. Without a capital only what cannot be another word, and only beside a number or
   * a word that leads a date.
   */
  int month(int i) {
    int month = value(i, Kind.MONTH);
    if (month == TimeLexicon.NONE) {
      return 0;
    }
    boolean small = !has(i, Kind.CAPITAL) && (dates(i - 1) || dates(i + 1));
    return capital(i) || small ? month : 0;
  }

  private boolean dates(int i) {
    return number(i) > 0
        || is(i, "of", "the", "end")
        || has(i, Kind.SUFFIX)
        || has(i, Kind.ORDINAL)
        || has(i, Kind.NUMBER)
        || has(i, Kind.LEAD)
        || has(i, Kind.STARTING)
        || has(i, Kind.WEEKDAY)
        || has(i, Kind.JOIN);
  }

  /** 1 (Monday) to 7, or 0, without abbreviations that are words too. */
  int weekday(int i) {
    return has(i, Kind.CAREFUL) ? 0 : Math.max(0, value(i, Kind.WEEKDAY));
  }

  /** The unit that the word names. */
  boolean isUnit(int i) {
    return has(i, Kind.UNIT);
  }

  /** The unit that the word names; asked only where {@link #isUnit} says yes. */
  Unit unit(int i) {
    return Unit.values()[value(i, Kind.UNIT)];
  }

  /** What stands between word {@code i} and the next; a full stop where there is no next. */
  private CharSequence gap(int i) {
    return holds(i) && i + 1 < words.size()
        ? text.subSequence(words.get(i).end, words.get(i + 1).start)
        : ".";
  }

  /** Whether nothing but {@code between} stands after word {@code i}. */
  boolean joined(int i, String between) {
    return CharSequence.compare(gap(i), between) == 0;
  }

  /** Whether only blanks stand after word {@code i}, or the full stop of an abbreviation. */
  boolean near(int i) {
    return only(i, has(i, Kind.ABBREVIATED) ? "." : "");
  }

  /** The same, or a comma. */
  boolean loose(int i) {
    return only(i, has(i, Kind.ABBREVIATED) ? ".," : ",");
  }

  /** The same as {@link #near}, or a hyphen. */
  boolean linked(int i) {
    return near(i) || joined(i, "-");
  }

  /** Whether a dash or hyphen, with or without blanks, stands after word {@code i}. */
  boolean dash(int i) {
    return !near(i) && only(i, "-–—");
  }

  private boolean only(int i, String marks) {
    CharSequence gap = gap(i);
    if (!holds(i + 1)) {
      return false;
    }
    for (int c = 0; c < gap.length(); c++) {
      if (!Character.isWhitespace(gap.charAt(c))
          && gap.charAt(c) != '\u00A0'
          && marks.indexOf(gap.charAt(c)) < 0) {
        return false;
      }
    }
    return true;
  }

  Span span(int first, int last) {
    return new Span(words.get(first).start, words.get(last).end);
  }
}
