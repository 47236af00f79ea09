package org.entente.parse;

/** Tags greedily from left to right. One per thread: it keeps its scratch space. */
final class Tagger {
  private static final int[] CONTEXT = WordSums.places(f -> f.context(new Words(), 0));

  private final TagFeatures features = new TagFeatures();
  private final WordSums known;
  private final Lookup lookup;
  private final int classes;
  private final int[] sums;

  Tagger(Weights weights) {
    this.lookup = new Lookup(weights);
    this.known = new WordSums(weights);
    this.classes = weights.classes();
    this.sums = weights.sums();
  }

  /** Fills {@code words.tags}. */
  void tag(Words words) {
    WordSums.Entry twoBefore = known.of(words, -2);
    WordSums.Entry before = known.of(words, -1);
    WordSums.Entry own = known.of(words, 0);
    WordSums.Entry after = known.of(words, 1);
    for (int i = 0; i < words.count; i++) {
      WordSums.Entry twoAfter = known.of(words, i + 2);
      add(twoBefore.twoBefore, before.before);
      add(own.own, after.after, twoAfter.twoAfter);
      features.context(words, i);
      lookup.clear();
      lookup.part(features.keys, CONTEXT);
      lookup.find();
      lookup.add(0, sums);
      words.tags[i] = best();
      twoBefore = before;
      before = own;
      own = after;
      after = twoAfter;
    }
  }

  private void add(int[] a, int[] b) {
    for (int c = 0; c < sums.length; c++) {
      sums[c] = a[c] + b[c];
    }
  }

  private void add(int[] a, int[] b, int[] d) {
    for (int c = 0; c < sums.length; c++) {
      sums[c] += a[c] + b[c] + d[c];
    }
  }

  /** The first of the largest. Two loops without a branch are faster than one with it. */
  private int best() {
    int largest = Integer.MIN_VALUE;
    for (int c = 0; c < classes; c++) {
      largest = Math.max(largest, sums[c]);
    }
    int best = 0;
    while (sums[best] != largest) {
      best++;
    }
    return best;
  }
}
