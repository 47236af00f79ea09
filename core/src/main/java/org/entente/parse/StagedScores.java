package org.entente.parse;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Scores moves until one is sure: a first stage of features, then a second where the best move does
 * not lead by enough, then all others (after Strubell, Vilnis, Silverstein and McCallum 2015).
 * Three of four moves need no third stage. One per thread.
 */
final class StagedScores {
  /**
   * Features in the order of what they bring: always that one which lets most moves be sure for its
   * number of look-ups, by 60,000 moves of raw news and of the treebanks' development parts.
   */
  private static final int[] FIRST = {
    185, 72, 115, 184, 40, 179, 116, 96, 35, 98, 168, 94, 71, 101, 6, 19, 78, 186, 4, 155, 123, 5,
    132, 148, 20, 128, 26, 121, 141, 143, 113, 92, 154, 161, 2, 158, 140, 77, 149, 100, 58, 65, 52,
    61, 36, 41, 166, 188, 152, 117, 159, 127, 32, 167, 112
  };

  private static final int[] SECOND = {
    21, 75, 24, 39, 63, 33, 137, 105, 29, 84, 125, 10, 138, 49, 90, 93, 13, 164, 139, 88, 109, 175,
    45, 181, 160, 145, 44, 79, 15, 99
  };

  /**
   * By how much of the 16-bit weights the best move must lead. At 24,000 one token in two hundred
   * gets another head or relation than from all features, and LAS falls by .01; at 20,000 by .13.
   */
  private static final int SURE = 24_000;

  /** Added to what may not be: lower than any sum, and still far from the least number. */
  private static final int NEVER = -(1 << 29);

  private final ParseFeatures features = new ParseFeatures();
  private final MoveScores[] stages;
  private final int[] sums;

  /** Where the sums begin: 0 for the actions that may follow, by which moves may. */
  private final int[][] allowed = new int[8][];

  StagedScores(Weights weights, Actions actions) {
    this(weights, actions, FIRST, SECOND);
  }

  /**
   * @param early the features of each stage but the last, which has all others
   */
  StagedScores(Weights weights, Actions actions, int[]... early) {
    sums = weights.sums();
    stages = new MoveScores[early.length + 1];
    for (int i = 0; i < early.length; i++) {
      stages[i] = new MoveScores(weights, features, early[i]);
    }
    int[] others =
        IntStream.range(0, ParseFeatures.COUNT)
            .filter(t -> Arrays.stream(early).flatMapToInt(Arrays::stream).noneMatch(e -> e == t))
            .toArray();
    stages[early.length] = new MoveScores(weights, features, others);
    for (int moves = 0; moves < allowed.length; moves++) {
      allowed[moves] = allowed(moves, actions);
    }
  }

  private int[] allowed(int moves, Actions actions) {
    int[] start = new int[sums.length];
    Arrays.fill(start, NEVER);
    for (int a = 0; a < actions.size(); a++) {
      boolean root = a == Actions.left(actions.root) || a == Actions.right(actions.root);
      if ((moves & 1 << Actions.move(a)) != 0 && !root) {
        start[a] = 0;
      }
    }
    return start;
  }

  void start(Words words, TagNames tags) {
    features.start(words, tags);
    for (MoveScores stage : stages) {
      stage.start(words.count);
    }
  }

  /** The best action in a configuration with a word on the stack that leaves a choice. */
  int best(ArcHybrid c) {
    features.moved();
    System.arraycopy(allowed[moves(c)], 0, sums, 0, sums.length);
    for (int stage = 0; ; stage++) {
      stages[stage].add(c, sums);
      int lead = highest();
      int best = 0;
      while (sums[best] != lead) {
        best++;
      }
      if (stage == stages.length - 1 || leads(best)) {
        return best;
      }
    }
  }

  /** What the stages that were asked last say of each action; valid until the next question. */
  int[] sums() {
    return sums;
  }

  /** A bit for each move that may follow; the root takes a word by an action of its own. */
  private static int moves(ArcHybrid c) {
    return (c.canShift() ? 1 << ArcHybrid.SHIFT | 1 << ArcHybrid.LEFT : 0)
        | (c.canRight() ? 1 << ArcHybrid.RIGHT : 0);
  }

  private boolean leads(int best) {
    int lead = sums[best];
    sums[best] = Integer.MIN_VALUE;
    int next = highest();
    sums[best] = lead;
    return lead - next > SURE;
  }

  private int highest() {
    int highest = Integer.MIN_VALUE;
    for (int sum : sums) {
      highest = Math.max(highest, sum);
    }
    return highest;
  }
}
