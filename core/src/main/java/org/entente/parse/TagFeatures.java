package org.entente.parse;

/**
 * The tagger's view of one position: words, affixes, shapes and clusters around it, and the two
 * tags before it.
 */
final class TagFeatures {
  static final int MAX = 48;
  final long[] keys = new long[MAX];
  int count;
  private int template;

  /** Fills {@link #keys} for token {@code i}, whose earlier tags stand in {@code words.tags}. */
  void extract(Words words, int i) {
    count = 0;
    template = 1;
    int p1 = i > 0 ? words.tags[i - 1] : -2;
    int p2 = i > 1 ? words.tags[i - 2] : -2;
    int w = words.lower[i];
    int shape = words.shape[i];
    one(0);
    one(w);
    one(words.exact[i]);
    two(shape, i == 0 ? 1 : 0);
    for (int k = 0; k < Words.AFFIXES; k++) {
      one(words.affixes[i * Words.AFFIXES + k]);
    }
    two(words.affixes[i * Words.AFFIXES + 2], shape);
    two(words.affixes[i * Words.AFFIXES + 1], p1);
    one(words.fine[i]);
    one(words.coarse[i]);
    one(p1);
    two(p1, p2);
    two(p1, w);
    three(p1, p2, w);
    two(p1, words.fine[i]);
    neighbours(words, i, p1, w);
  }

  private void neighbours(Words words, int i, int p1, int w) {
    int l1 = word(words, i - 1);
    int l2 = word(words, i - 2);
    int r1 = word(words, i + 1);
    int r2 = word(words, i + 2);
    one(l1);
    one(l2);
    one(r1);
    one(r2);
    two(l1, w);
    two(w, r1);
    two(l1, r1);
    two(r1, r2);
    two(w, cluster(words, i + 1));
    two(w, cluster(words, i - 1));
    two(p1, cluster(words, i + 1));
    one(cluster(words, i + 1));
    one(cluster(words, i - 1));
    one(cluster(words, i + 2));
    two(suffix(words, i + 1), w);
    one(suffix(words, i + 1));
    one(suffix(words, i - 1));
    two(shape(words, i - 1), words.shape[i]);
    two(shape(words, i + 1), words.shape[i]);
    three(shape(words, i - 1), words.shape[i], shape(words, i + 1));
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

  private void one(int a) {
    keys[count++] = Hash.of(template++, a);
  }

  private void two(int a, int b) {
    keys[count++] = Hash.of(template++, a, b);
  }

  private void three(int a, int b, int c) {
    keys[count++] = Hash.of(template++, a, b, c);
  }
}
