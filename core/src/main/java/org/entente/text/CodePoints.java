package org.entente.text;

import java.util.Arrays;

/**
 * Converts UTF-16 offsets of one text to Unicode code points, the unit of every export.
 *
 * <p>Costs nothing for texts without surrogate pairs; otherwise one array of their positions.
 * Immutable.
 */
public final class CodePoints {
  private static final int[] NONE = {};

  private final int[] lowSurrogates;

  private CodePoints(int[] lowSurrogates) {
    this.lowSurrogates = lowSurrogates;
  }

  public static CodePoints of(CharSequence text) {
    int[] found = NONE;
    int n = 0;
    for (int i = 1; i < text.length(); i++) {
      if (Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i))) {
        if (n == found.length) {
          found = Arrays.copyOf(found, Math.max(8, 2 * n));
        }
        found[n++] = i;
      }
    }
    return new CodePoints(n == found.length ? found : Arrays.copyOf(found, n));
  }

  /** The number of code points before the UTF-16 unit {@code offset}. */
  public int at(int offset) {
    int position = Arrays.binarySearch(lowSurrogates, offset);
    int before = position >= 0 ? position : -position - 1;
    return offset - before;
  }
}
