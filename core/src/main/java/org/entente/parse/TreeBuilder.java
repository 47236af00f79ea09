package org.entente.parse;

/** Builds trees greedily with the arc-hybrid system. One per thread: it keeps its scratch space. */
final class TreeBuilder {
  private final Weights weights;
  private final Actions actions;
  private final TagNames tags;
  private final ParseFeatures features = new ParseFeatures();
  private final ArcHybrid state = new ArcHybrid();
  private final int[] scores;

  TreeBuilder(Weights weights, Actions actions, TagNames tags) {
    this.weights = weights;
    this.actions = actions;
    this.tags = tags;
    this.scores = new int[weights.classes()];
  }

  /**
   * The finished configuration for a tagged sentence: heads and labels; valid until the next call.
   */
  ArcHybrid build(Words words) {
    state.start(words.count);
    features.start(words, tags);
    while (!state.finished()) {
      features.extract(state);
      weights.score(features.keys, features.count, scores);
      actions.apply(state, best());
    }
    return state;
  }

  private int best() {
    int best = -1;
    boolean shift = state.canShift();
    boolean right = state.canRight();
    if (shift) {
      best = 0;
    }
    if (state.canLeft()) {
      if (state.next == state.size) {
        int rootAction = Actions.left(actions.root);
        best = best < 0 || scores[rootAction] > scores[best] ? rootAction : best;
      } else {
        best = best(best, 1);
      }
    }
    return right ? best(best, 2) : best;
  }

  private int best(int best, int first) {
    int rootLeft = Actions.left(actions.root);
    int rootRight = Actions.right(actions.root);
    for (int a = first; a < scores.length; a += 2) {
      if ((best < 0 || scores[a] > scores[best]) && a != rootLeft && a != rootRight) {
        best = a;
      }
    }
    return best;
  }
}
