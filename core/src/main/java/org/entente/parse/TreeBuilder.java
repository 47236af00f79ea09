package org.entente.parse;

/** Builds trees greedily with the arc-hybrid system. One per thread: it keeps its scratch space. */
final class TreeBuilder {
  private final Actions actions;
  private final TagNames tags;
  private final ArcHybrid state = new ArcHybrid();
  private final StagedScores scores;

  TreeBuilder(Weights weights, Actions actions, TagNames tags) {
    this.actions = actions;
    this.tags = tags;
    this.scores = new StagedScores(weights, actions);
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
    return scores.best(state);
  }
}
