package org.entente.parse;

/**
 * The tagger's view of one position: words, affixes, shapes and clusters around it, and the two
 * tags before it. Not thread-safe.
 */
final class TagFeatures {
  static final int COUNT = 41;

  /** The template of the first place; part of each key. */
  private static final int FIRST = 1;

  /** The features; each template has its own place. */
  final long[] keys = new long[COUNT];

  /** Fills {@link #keys} for token {@code i}, whose earlier tags stand in {@code words.tags}. */
  void extract(Words words, int i) {
    own(words, i);
    before(words, i - 1);
    twoBefore(words, i - 2);
    after(words, i + 1);
    twoAfter(words, i + 2);
    context(words, i);
  }

  /** What the word itself says. */
  void own(Words words, int i) {
    one(0, 0);
    one(1, words.lower[i]);
    one(2, words.exact[i]);
    for (int k = 0; k < Words.AFFIXES; k++) {
      one(4 + k, words.affixes[i * Words.AFFIXES + k]);
    }
    two(12, words.affixes[i * Words.AFFIXES + 2], words.shape[i]);
    one(14, words.fine[i]);
    one(15, words.coarse[i]);
  }

  /** What a word says of the next one. */
  void before(Words words, int i) {
    one(21, word(words, i));
    one(33, cluster(words, i));
    one(37, suffix(words, i));
  }

  /** What a word says of the next but one. */
  void twoBefore(Words words, int i) {
    one(22, word(words, i));
  }

  /** What a word says of the one before it. */
  void after(Words words, int i) {
    one(23, word(words, i));
    one(32, cluster(words, i));
    one(36, suffix(words, i));
  }

  /** What a word says of the last but one before it. */
  void twoAfter(Words words, int i) {
    one(24, word(words, i));
    one(34, cluster(words, i));
  }

  /** What several words, or the tags before, say together. */
  void context(Words words, int i) {
    int p1 = i > 0 ? words.tags[i - 1] : -2;
    int p2 = i > 1 ? words.tags[i - 2] : -2;
    int w = words.lower[i];
    int l1 = word(words, i - 1);
    int r1 = word(words, i + 1);
    two(3, words.shape[i], i == 0 ? 1 : 0);
    two(13, words.affixes[i * Words.AFFIXES + 1], p1);
    one(16, p1);
    two(17, p1, p2);
    two(18, p1, w);
    three(19, p1, p2, w);
    two(20, p1, words.fine[i]);
    two(25, l1, w);
    two(26, w, r1);
    two(27, l1, r1);
    two(28, r1, word(words, i + 2));
    two(29, w, cluster(words, i + 1));
    two(30, w, cluster(words, i - 1));
    two(31, p1, cluster(words, i + 1));
    two(35, suffix(words, i + 1), w);
    two(38, shape(words, i - 1), words.shape[i]);
    two(39, shape(words, i + 1), words.shape[i]);
    three(40, shape(words, i - 1), words.shape[i], shape(words, i + 1));
  }

  private static int word(Words words, int i) {
    return i < 0 ? -1 : i >= words.count ? -2 : words.lower[i];
  }

  private static int cluster(Words words, int i) {
    return i < 0 ? -1 : i >= words.count ? -2 : words.fine[i];
  }

  private static int suffix(Words words, int i) {
    return i < 0 ? -1 : i >= words.count ? -2 : words.affixes[i * Words.AFFIXES + 2];
  }

  private static int shape(Words words, int i) {
    return i < 0 ? -1 : i >= words.count ? -2 : words.shape[i];
  }

  private void one(int place, int a) {
    keys[place] = Hash.of(FIRST + place, a);
  }

  private void two(int place, int a, int b) {
    keys[place] = Hash.of(FIRST + place, a, b);
  }

  private void three(int place, int a, int b, int c) {
    keys[place] = Hash.of(FIRST + place, a, b, c);
  }
}
