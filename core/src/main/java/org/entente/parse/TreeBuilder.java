package org.entente.parse;

/** Builds trees greedily with the arc-hybrid system. One per thread: it keeps its scratch space. */
final class TreeBuilder {
  private final Actions actions;
  private final TagNames tags;
  private final ArcHybrid state = new ArcHybrid();
  private final MoveScores scores;

  TreeBuilder(Weights weights, Actions actions, TagNames tags) {
    this.actions = actions;
    this.tags = tags;
    this.scores = new MoveScores(weights);
  }

  /**
   * The finished configuration for a tagged sentence: heads and labels; valid until the next call.
   */
  ArcHybrid build(Words words) {
    state.start(words.count);
    scores.start(words, tags);
    while (!state.finished()) {
      actions.apply(state, next());
    }
    return state;
  }

  /** The best move; where only one is possible, nothing is scored. */
  private int next() {
    if (state.depth == 0) {
      return 0;
    }
    boolean toRoot = state.next == state.size;
    if (toRoot && state.depth == 1) {
      return Actions.left(actions.root);
    }
    scores.score(state);
    int best = state.canShift() ? 0 : -1;
    best = toRoot ? best : best(best, 1);
    return state.canRight() ? best(best, 2) : best;
  }

  private int best(int best, int first) {
    int[] sums = scores.sums;
    int rootLeft = Actions.left(actions.root);
    int rootRight = Actions.right(actions.root);
    for (int a = first; a < actions.size(); a += 2) {
      if ((best < 0 || sums[a] > sums[best]) && a != rootLeft && a != rootRight) {
        best = a;
      }
    }
    return best;
  }
}
