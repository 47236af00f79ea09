package org.entente.parse;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** One sentence after another, teaches the parser's perceptron the best moves. Not thread-safe. */
final class ParserLesson {
  private final Actions actions;
  private final TagNames tags;
  private final float margin;
  private final float dropout;
  private final Perceptron perceptron;
  private final ParseFeatures features = new ParseFeatures();
  private final ArcHybrid state = new ArcHybrid();
  private final float[] scores;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final int[] costs = new int[3];
  private int wrong;
  private int total;

  ParserLesson(Actions actions, TagNames tags, float margin, float dropout) {
    this.actions = actions;
    this.tags = tags;
    this.margin = margin;
    this.dropout = dropout;
    this.perceptron = new Perceptron(actions.size());
    this.scores = new float[actions.size()];
    String[] names = actions.names();
    for (int i = 0; i < names.length; i++) {
      numbers.put(names[i], i);
    }
  }

  /**
   * @param explore how often the parser follows its own best move instead of a right one
   */
  void learn(Treebank.Tree tree, Words words, float explore, Random random) {
    int[] labels = new int[tree.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = Objects.requireNonNull(numbers.get(Relation.of(tree.labels()[i]).label()));
    }
    state.start(tree.size());
    features.start(words, tags);
    while (!state.finished()) {
      features.extract(state);
      drop(random);
      perceptron.score(features.keys, ParseFeatures.COUNT, scores);
      step(tree.heads(), labels, explore, random);
    }
  }

  private void step(int[] heads, int[] labels, float explore, Random random) {
    int right = -1;
    int best = -1;
    int rival = -1;
    int least = leastCost(heads);
    for (int a = 0; a < scores.length; a++) {
      if (!actions.allowed(state, a)) {
        continue;
      }
      best = best < 0 || scores[a] > scores[best] ? a : best;
      if (isRight(a, heads, labels, least)) {
        right = right < 0 || scores[a] > scores[right] ? a : right;
      } else {
        rival = rival < 0 || scores[a] > scores[rival] ? a : rival;
      }
    }
    total++;
    wrong += best == right ? 0 : 1;
    if (rival >= 0 && scores[rival] + margin > scores[right]) {
      perceptron.update(features.keys, ParseFeatures.COUNT, right, rival);
    }
    perceptron.tick();
    actions.apply(state, random.nextFloat() < explore ? best : right);
  }

  private int leastCost(int[] heads) {
    costs[0] = state.canShift() ? state.cost(ArcHybrid.SHIFT, heads) : Integer.MAX_VALUE;
    costs[1] = state.canLeft() ? state.cost(ArcHybrid.LEFT, heads) : Integer.MAX_VALUE;
    costs[2] = state.canRight() ? state.cost(ArcHybrid.RIGHT, heads) : Integer.MAX_VALUE;
    return Math.min(costs[0], Math.min(costs[1], costs[2]));
  }

  /**
   * A move of least cost with the label that the word has in the tree; the root's own move has its
   * own label.
   */
  private boolean isRight(int action, int[] heads, int[] labels, int least) {
    int move = Actions.move(action);
    if (costs[move] != least) {
      return false;
    }
    if (move == ArcHybrid.SHIFT) {
      return true;
    }
    int gold = labels[state.top(0)];
    boolean toRoot = move == ArcHybrid.LEFT && state.next == state.size;
    if (toRoot) {
      return Actions.label(action) == actions.root;
    }
    return gold == actions.root || Actions.label(action) == gold;
  }

  private void drop(Random random) {
    if (dropout > 0) {
      for (int f = 0; f < ParseFeatures.COUNT; f++) {
        if (random.nextFloat() < dropout) {
          features.keys[f] = 0;
        }
      }
    }
  }

  String report() {
    String line =
        String.format(Locale.ROOT, "%.2f %% of moves right", 100.0 - 100.0 * wrong / total);
    wrong = 0;
    total = 0;
    return line;
  }

  Averages average(float threshold) {
    return perceptron.average(threshold);
  }
}
