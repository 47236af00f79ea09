package org.entente.desk.mcp;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Marks what comes from outside: a headline, a sentence, an outlet, a name. Whoever reads an answer
 * may be a language model that takes orders from any text, so such a text stands alone in a member
 * {@code untrusted}, between two brackets that never occur within it: it cannot end its own
 * quotation. Characters that no reader sees (directions, tags, zero widths) are left out, since
 * orders hide in them. Pure functions.
 */
final class Untrusted {
  static final String OPEN = "⟦";
  static final String CLOSE = "⟧";

  private Untrusted() {}

  /**
   * A text in its brackets; null stays null.
   *
   * @param most Unicode code points that are kept; {@code cut} says that there were more
   */
  static @Nullable Map<String, Object> of(@Nullable String text, int most) {
    if (text == null) {
      return null;
    }
    String clean = clean(text);
    boolean cut = clean.codePointCount(0, clean.length()) > most;
    String kept = cut ? clean.substring(0, clean.offsetByCodePoints(0, most)) + "…" : clean;
    Map<String, Object> marked = new LinkedHashMap<>();
    marked.put("untrusted", OPEN + kept + CLOSE);
    if (cut) {
      marked.put("cut", true);
    }
    return marked;
  }

  private static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(clean, c));
    return clean.toString();
  }

  private static void append(StringBuilder clean, int c) {
    switch (c) {
      case '⟦', '〚', '⦋', '⁅' -> clean.append('[');
      case '⟧', '〛', '⦌', '⁆' -> clean.append(']');
      case '\n' -> clean.append('\n');
      default -> {
        if (isUnseen(c)) {
          return;
        }
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean space = Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
        clean.appendCodePoint(half ? 0xFFFD : space ? ' ' : c);
      }
    }
  }

  /** Joiners (200C, 200D) stay: Persian and emoji need them. */
  private static boolean isUnseen(int c) {
    return c == 0x00AD
        || c == 0x200B
        || c == 0x200E
        || c == 0x200F
        || c == 0xFEFF
        || c >= 0x202A && c <= 0x202E
        || c >= 0x2060 && c <= 0x206F
        || c >= 0xE0000 && c <= 0xE0FFF;
  }
}
