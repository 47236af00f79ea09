package org.entente.parse;

/** Tags greedily from left to right. One per thread: it keeps its scratch space. */
final class Tagger {
  private final Weights weights;
  private final TagFeatures features = new TagFeatures();
  private final int[] scores;

  Tagger(Weights weights) {
    this.weights = weights;
    this.scores = new int[weights.classes()];
  }

  /** Fills {@code words.tags}. */
  void tag(Words words) {
    for (int i = 0; i < words.count; i++) {
      features.extract(words, i);
      weights.score(features.keys, features.count, scores);
      int best = 0;
      for (int c = 1; c < scores.length; c++) {
        best = scores[c] > scores[best] ? c : best;
      }
      words.tags[i] = best;
    }
  }
}
