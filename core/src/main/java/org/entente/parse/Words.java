package org.entente.parse;

/**
 * The words of one sentence as numbers: what the tagger's and parser's features are made of. Filled
 * anew for each sentence, so that the hot loops allocate nothing. Not thread-safe.
 */
final class Words {
  int count;
  String[] forms = new String[64];
  int[] exact = new int[64];
  int[] lower = new int[64];
  int[] shape = new int[64];
  int[] coarse = new int[64];
  int[] fine = new int[64];

  /**
   * Hashes of the suffixes of one to four and the prefixes of one to three letters, eight to a
   * word.
   */
  int[] affixes = new int[64 * AFFIXES];

  /** Joint tags, filled by the tagger; −1 until then. */
  int[] tags = new int[64];

  static final int AFFIXES = 8;

  private char[] letters = new char[64];

  /** Fills the columns for {@code n} words. */
  void fill(String[] words, int n, Lexicon lexicon) {
    ensure(n);
    count = n;
    for (int i = 0; i < n; i++) {
      fill(i, words[i], lexicon);
    }
  }

  private void fill(int i, String word, Lexicon lexicon) {
    forms[i] = word;
    int n = normalise(word);
    exact[i] = hash(0, n);
    shape[i] = shape(n);
    for (int k = 0; k < n; k++) {
      letters[k] = Character.toLowerCase(letters[k]);
    }
    lower[i] = hash(0, n);
    coarse[i] = lexicon.coarse(lower[i]);
    fine[i] = lexicon.fine(lower[i]);
    for (int k = 0; k < 5; k++) {
      affixes[i * AFFIXES + k] = n > k ? hash(n - 1 - k, n) : 0;
    }
    for (int k = 0; k < 3; k++) {
      affixes[i * AFFIXES + 5 + k] = n > k ? hash(0, k + 1) : 0;
    }
    tags[i] = -1;
  }

  /** Copies the letters with typographic quotes and dashes made plain and digits made alike. */
  private int normalise(String word) {
    int n = word.length();
    if (letters.length < n) {
      letters = new char[2 * n];
    }
    for (int k = 0; k < n; k++) {
      letters[k] = plain(word.charAt(k));
    }
    boolean quotes =
        n == 2 && (letters[0] == '\'' || letters[0] == '`') && letters[1] == letters[0];
    if (quotes || n == 1 && letters[0] == '`') {
      letters[0] = quotes ? '"' : '\'';
      return 1;
    }
    return n;
  }

  private static char plain(char c) {
    if (c < 128) {
      return c >= '0' && c <= '9' ? '0' : c;
    }
    return switch (c) {
      case '\u2018', '\u2019', '\u201A', '\u201B' -> '\'';
      case '\u201C', '\u201D', '\u201E', '\u201F', '\u00AB', '\u00BB' -> '"';
      case '\u2013', '\u2014', '\u2012', '\u2015' -> '\u2014';
      case '\u2010', '\u2011' -> '-';
      default -> c;
    };
  }

  private int hash(int from, int to) {
    int h = 0x811C9DC5;
    for (int k = from; k < to; k++) {
      h = (h ^ letters[k]) * 0x01000193;
    }
    h ^= h >>> 15;
    return h == 0 ? 1 : h;
  }

  /** First letter's case, whether all are upper case, digits, hyphens, dots: one small number. */
  private int shape(int n) {
    int upper = 0;
    int flags = 0;
    for (int k = 0; k < n; k++) {
      char c = letters[k];
      upper += Character.isUpperCase(c) ? 1 : 0;
      flags |= c == '0' ? 1 : c == '-' ? 2 : c == '.' ? 4 : Character.isLetter(c) ? 8 : 16;
    }
    int first = n > 0 && Character.isUpperCase(letters[0]) ? 32 : 0;
    return flags | first | (upper == n ? 64 : 0) | (upper > 1 ? 128 : 0) | Math.min(n, 3) << 8;
  }

  private void ensure(int n) {
    if (exact.length < n) {
      forms = new String[2 * n];
      exact = new int[2 * n];
      lower = new int[2 * n];
      shape = new int[2 * n];
      coarse = new int[2 * n];
      fine = new int[2 * n];
      affixes = new int[2 * n * AFFIXES];
      tags = new int[2 * n];
    }
  }
}
