package org.entente.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What somebody may have meant who wrote a name wrongly. Pure functions. */
public final class Edits {
  private Edits() {}

  /**
   * Levenshtein's distance with neighbours that changed places: letters to insert, drop, change.
   */
  static int between(String one, String other) {
    int[] before = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] spare = before;
      before = last;
      last = row;
      row = spare;
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(last[j], row[j - 1]));
        if (areSwapped(one, i, other, j)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
    }
    return row[other.length()];
  }

  private static boolean areSwapped(String one, int i, String other, int j) {
    return i > 1
        && j > 1
        && one.charAt(i - 1) == other.charAt(j - 2)
        && one.charAt(i - 2) == other.charAt(j - 1);
  }

  private static List<Integer> letters(String name) {
    return name.toLowerCase(Locale.ROOT).chars().sorted().boxed().toList();
  }

  /**
   * Those of some names that are written most like one, in any case, nearest first, those of the
   * same letters before others; at most a third of its letters differ.
   *
   * @param most names
   */
  public static List<String> near(String name, Collection<String> all, int most) {
    String wanted = name.toLowerCase(Locale.ROOT);
    record Near(String name, int edits) {}
    return all.stream()
        .map(n -> new Near(n, between(wanted, n.toLowerCase(Locale.ROOT))))
        .filter(n -> n.edits() * 3 <= wanted.length())
        .sorted(
            Comparator.comparingInt(Near::edits)
                .thenComparing(n -> !letters(n.name()).equals(letters(name)))
                .thenComparing(Near::name))
        .limit(most)
        .map(Near::name)
        .toList();
  }
}
