package org.entente.parse;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.entente.text.Span;

/**
 * Cuts text into tokens as the English UD treebanks do: clitics apart ("do|n't", "Gondor|'s"),
 * hyphenated compounds apart ("Israeli|-|Syrian") but not after a bound prefix ("re-election"),
 * abbreviations with their full stop, numbers, addresses and acronyms whole.
 *
 * <p>One pass, linear in the length of the text; never fails. Stateless and thread-safe.
 */
final class Tokenizer {
  private static final Set<String> CLITICS = Set.of("s", "m", "d", "re", "ve", "ll");

  private final WordList abbreviations;
  private final WordList prefixes;

  /**
   * @param abbreviations words that keep their full stop, in lower case without it
   * @param prefixes what stays joined to the word after its hyphen, in lower case
   */
  Tokenizer(WordList abbreviations, WordList prefixes) {
    this.abbreviations = abbreviations;
    this.prefixes = prefixes;
  }

  /** Token spans in order. Grows as needed and is reused, so that tokenizing allocates nothing. */
  static final class Tokens {
    int count;
    int[] starts = new int[256];
    int[] ends = new int[256];

    void add(int start, int end) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, 2 * count);
        ends = Arrays.copyOf(ends, 2 * count);
      }
      starts[count] = start;
      ends[count++] = end;
    }
  }

  /** Fills {@code out} with the tokens of {@code region}. */
  void tokenize(String text, Span region, Tokens out) {
    out.count = 0;
    int i = region.start();
    while (i < region.end()) {
      if (isSpace(text.charAt(i))) {
        i++;
      } else {
        i = token(text, i, region.end(), out);
      }
    }
  }

  static boolean isSpace(char c) {
    return c <= ' '
        || c == '\u00A0'
        || c >= '\u2000' && c <= '\u200F'
        || c >= '\u2028' && c <= '\u202F'
        || c == '\u205F'
        || c == '\u3000'
        || c == '\uFEFF';
  }

  /** Adds the tokens that begin at {@code i} and answers where the next one may begin. */
  private int token(String text, int i, int limit, Tokens out) {
    char c = text.charAt(i);
    int address = address(text, i, limit);
    if (address > i) {
      out.add(i, address);
      return address;
    }
    if (isDigit(c) || c == '.' && i + 1 < limit && isDigit(text.charAt(i + 1))) {
      int end = number(text, i, limit);
      out.add(i, end);
      return end;
    }
    if (isWordPart(c)) {
      return word(text, i, limit, out);
    }
    int end = isApostrophe(c) ? apostrophe(text, i, limit) : mark(text, i, limit);
    out.add(i, end);
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019' || c == '\u02BC';
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || c == '\u00AD';
  }

  /**
   * The end of a web or mail address, a handle or a tag at {@code i}; {@code i} where there is
   * none.
   */
  private static int address(String text, int i, int limit) {
    char c = text.charAt(i);
    boolean handle =
        (c == '@' || c == '#') && i + 1 < limit && Character.isLetter(text.charAt(i + 1));
    if (!handle && !startsAddress(text, i, limit)) {
      return i;
    }
    int end = i + 1;
    while (end < limit
        && !isSpace(text.charAt(end))
        && "<>\"\u201C\u201D()[]{}".indexOf(text.charAt(end)) < 0) {
      if (handle && !isWordPart(text.charAt(end)) && text.charAt(end) != '_') {
        break;
      }
      end++;
    }
    while (end > i + 1 && ".,;:!?'\u2019".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private static boolean startsAddress(String text, int i, int limit) {
    char c = text.charAt(i);
    if ((c == 'h' || c == 'H') && text.regionMatches(true, i, "http", 0, 4)) {
      return text.startsWith("://", i + 4) || text.startsWith("://", i + 5);
    }
    if ((c == 'w' || c == 'W') && text.regionMatches(true, i, "www.", 0, 4)) {
      return true;
    }
    return Character.isLetterOrDigit(c) && isMail(text, i, limit);
  }

  /** A mail address has its @ within sixty-four characters (RFC 5321, 4.5.3.1.1). */
  private static boolean isMail(String text, int i, int limit) {
    int stop = Math.min(limit, i + 64);
    for (int k = i; k < stop; k++) {
      char c = text.charAt(k);
      if (c == '@') {
        return k + 1 < limit && k > i && Character.isLetterOrDigit(text.charAt(k + 1));
      }
      if (c >= 128 || !Character.isLetterOrDigit(c) && "._-+".indexOf(c) < 0) {
        return false;
      }
    }
    return false;
  }

  private static int number(String text, int i, int limit) {
    int end = i + 1;
    while (end < limit) {
      char c = text.charAt(end);
      boolean inner =
          (c == ',' || c == '.' || c == ':' || c == '/')
              && end + 1 < limit
              && isDigit(text.charAt(end + 1));
      if (!inner && !isWordPart(c)) {
        break;
      }
      end++;
    }
    return end;
  }

  private static int apostrophe(String text, int i, int limit) {
    int end = i + 1;
    while (end < limit && Character.isLetter(text.charAt(end))) {
      end++;
    }
    boolean clitic =
        CLITICS.contains(text.substring(i + 1, Math.min(end, i + 3)).toLowerCase(Locale.ROOT));
    boolean attached = i > 0 && (isWordPart(text.charAt(i - 1)) || text.charAt(i - 1) == '.');
    boolean apart =
        i > 0 && isSpace(text.charAt(i - 1)) && end < limit && isSpace(text.charAt(end));
    if (clitic && (attached || apart) && end - i <= 3) {
      return end;
    }
    boolean year =
        i + 2 < limit && isDigit(text.charAt(i + 1)) && isDigit(text.charAt(i + 2)) && !attached;
    return year ? number(text, i + 1, limit) : mark(text, i, limit);
  }

  /**
   * One mark; or a run of the same stops or dashes; or a doubled quotation mark; or one character
   * beyond the plane.
   */
  private static int mark(String text, int i, int limit) {
    char c = text.charAt(i);
    int end = i + 1;
    if (".-!?=*_~".indexOf(c) >= 0) {
      while (end < limit && text.charAt(end) == c) {
        end++;
      }
    } else if ((c == '`' || c == '\'') && end < limit && text.charAt(end) == c) {
      end++;
    } else if (Character.isHighSurrogate(c)
        && end < limit
        && Character.isLowSurrogate(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private int word(String text, int i, int limit, Tokens out) {
    int end = i;
    while (end < limit && (isWordPart(text.charAt(end)) || isInside(text, i, end, limit))) {
      end++;
    }
    if (end < limit && text.charAt(end) == '.' && keepsStop(text, i, end)) {
      out.add(i, end + 1);
      return end + 1;
    }
    if (end + 1 < limit
        && text.charAt(end) == '-'
        && isWordPart(text.charAt(end + 1))
        && isPrefix(text, i, end)) {
      return prefixed(text, i, end, limit, out);
    }
    split(text, i, end, out);
    return end;
  }

  /**
   * A mark that stays inside a word: the dots of an acronym, the ampersand of a firm, an apostrophe
   * between letters.
   */
  private static boolean isInside(String text, int start, int at, int limit) {
    if (at == start || at + 1 >= limit || !Character.isLetter(text.charAt(at + 1))) {
      return false;
    }
    char c = text.charAt(at);
    char before = text.charAt(at - 1);
    if (c == '.') {
      boolean single = at - start == 1 || text.charAt(at - 2) == '.';
      boolean nextSingle = at + 2 >= limit || !Character.isLetter(text.charAt(at + 2));
      return Character.isLetter(before) && single && nextSingle;
    }
    if (c == '&') {
      return Character.isUpperCase(before) && Character.isUpperCase(text.charAt(at + 1));
    }
    return isApostrophe(c) && !isClitic(text, at, limit);
  }

  /**
   * Whether the apostrophe at {@code at} opens a clitic that ends its word, or belongs to "n't".
   */
  private static boolean isClitic(String text, int at, int limit) {
    int end = at + 1;
    while (end < limit && end - at <= 3 && Character.isLetter(text.charAt(end))) {
      end++;
    }
    String letters = text.substring(at + 1, end).toLowerCase(Locale.ROOT);
    return CLITICS.contains(letters);
  }

  private boolean keepsStop(String text, int start, int end) {
    int n = end - start;
    if (n == 1) {
      return Character.isUpperCase(text.charAt(start));
    }
    boolean acronym = text.charAt(end - 2) == '.' && Character.isLetter(text.charAt(end - 1));
    return acronym || n <= WordList.LONGEST && abbreviations.contains(text, start, end);
  }

  private boolean isPrefix(String text, int start, int end) {
    return end - start <= WordList.LONGEST && prefixes.contains(text, start, end);
  }

  private static int prefixed(String text, int start, int hyphen, int limit, Tokens out) {
    int end = hyphen + 1;
    while (end < limit && isWordPart(text.charAt(end))) {
      end++;
    }
    out.add(start, end);
    return end;
  }

  /** Splits "don't", "cannot" and the like. */
  private static void split(String text, int start, int end, Tokens out) {
    int n = end - start;
    if (n > 3
        && isApostrophe(text.charAt(end - 2))
        && isLetter(text, end - 1, 't')
        && isLetter(text, end - 3, 'n')) {
      out.add(start, end - 3);
      out.add(end - 3, end);
    } else if (n == 6 && text.regionMatches(true, start, "cannot", 0, 6)) {
      out.add(start, start + 3);
      out.add(start + 3, end);
    } else if (n == 5
        && (text.regionMatches(true, start, "gonna", 0, 5)
            || text.regionMatches(true, start, "wanna", 0, 5))) {
      out.add(start, start + 3);
      out.add(start + 3, end);
    } else {
      out.add(start, end);
    }
  }

  private static boolean isLetter(String text, int at, char letter) {
    return Character.toLowerCase(text.charAt(at)) == letter;
  }
}
