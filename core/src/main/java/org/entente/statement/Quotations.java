package org.entente.statement;

import java.util.ArrayList;
import java.util.List;
import org.entente.text.Span;

/**
 * Finds quotations in a paragraph: typographic, straight, doubled and angle quotation marks; nested
 * ones belong to the outer; one that is opened and never closed runs to the end of its paragraph,
 * as when the next paragraph opens again.
 *
 * <p>One pass, linear in the length of the text. Stateless and thread-safe.
 */
final class Quotations {
  private Quotations() {}

  /** The quotations of {@code region}, marks included, in order and not overlapping. */
  static List<Span> in(String text, Span region) {
    List<Span> found = new ArrayList<>();
    int open = -1;
    char closer = 0;
    for (int i = region.start(); i < region.end(); i++) {
      char c = text.charAt(i);
      if (open < 0) {
        char wanted = closerOf(text, i, region);
        if (wanted != 0) {
          open = i;
          closer = wanted;
          i += isDoubled(text, i, region) ? 1 : 0;
        }
      } else if (closes(text, i, closer, region)) {
        int end = i + (closer == '\'' && isDoubled(text, i, region) ? 2 : 1);
        found.add(new Span(open, end));
        open = -1;
        i = end - 1;
      } else if (c == '\u201C' && closer == '\u201D' && i > open + 200) {
        found.add(new Span(open, i));
        open = i;
      }
    }
    if (open >= 0) {
      Span rest = new Span(open, region.end()).strip(text);
      if (rest.length() > 20) {
        found.add(rest);
      }
    }
    return found;
  }

  private static boolean isDoubled(String text, int i, Span region) {
    char c = text.charAt(i);
    return (c == '\'' || c == '`') && i + 1 < region.end() && text.charAt(i + 1) == c;
  }

  /** What closes the quotation that {@code text[i]} opens; 0 when it opens none. */
  private static char closerOf(String text, int i, Span region) {
    char c = text.charAt(i);
    boolean atStart = i == region.start() || !Character.isLetterOrDigit(text.charAt(i - 1));
    return switch (c) {
      case '\u201C', '\u201E' -> '\u201D';
      case '\u00AB' -> '\u00BB';
      case '"' -> '"';
      case '`' -> isDoubled(text, i, region) ? '\'' : 0;
      case '\'' -> isDoubled(text, i, region) && atStart ? '\'' : 0;
      case '\u2018' -> atStart ? '\u2019' : 0;
      default -> 0;
    };
  }

  private static boolean closes(String text, int i, char closer, Span region) {
    char c = text.charAt(i);
    if (closer == '\'') {
      return isDoubled(text, i, region);
    }
    if (closer == '\u2019' && c == closer) {
      boolean inside = i + 1 < region.end() && Character.isLetterOrDigit(text.charAt(i + 1));
      return !inside;
    }
    return c == closer || closer == '\u201D' && c == '"';
  }
}
