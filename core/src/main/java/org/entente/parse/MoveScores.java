package org.entente.parse;

import java.util.Arrays;

/**
 * What some of the features say of each move in a configuration. Most features do not change from
 * one move to the next, so their sums are kept for as long as they hold: for each place of the
 * stack, and for the next word. Only what stack and next word are to each other is looked up anew.
 * Not thread-safe.
 */
final class MoveScores {
  private final ParseFeatures features;
  private final Lookup lookup;

  /** The features by their part. */
  private final int[][] places = new int[ParseFeatures.Part.values().length][];

  private final int[] ahead;
  private final int[] gathered;

  /** For each place of the stack: the sums, the word they were made for, its children then. */
  private int[][] pushed = new int[0][];

  private int[][] grown = new int[0][];
  private int[] pushedWord = new int[0];
  private int[] grownChildren = new int[0];

  private int aheadWord;
  private int gatheredChildren;

  /**
   * @param features of the configuration; shared by all who score it
   * @param templates which of them count here
   */
  MoveScores(Weights weights, ParseFeatures features, int[] templates) {
    this.features = features;
    this.lookup = new Lookup(weights);
    this.ahead = weights.sums();
    this.gathered = weights.sums();
    for (ParseFeatures.Part part : ParseFeatures.Part.values()) {
      places[part.ordinal()] =
          Arrays.stream(part.places())
              .filter(place -> Arrays.stream(templates).anyMatch(t -> t == place))
              .toArray();
    }
  }

  void start(int words) {
    if (pushed.length < words) {
      int old = pushed.length;
      pushed = Arrays.copyOf(pushed, 2 * words);
      grown = Arrays.copyOf(grown, 2 * words);
      for (int i = old; i < pushed.length; i++) {
        pushed[i] = new int[ahead.length];
        grown[i] = new int[ahead.length];
      }
      pushedWord = new int[pushed.length];
      grownChildren = new int[pushed.length];
    }
    Arrays.fill(pushedWord, 0, words, -1);
    aheadWord = -1;
  }

  /** Adds to {@code sums} for a configuration with a word on the stack. */
  void add(ArcHybrid c, int[] sums) {
    int place = c.depth - 1;
    int top = c.top(0);
    boolean newTop = pushedWord[place] != top;
    boolean newChild = newTop || grownChildren[place] != c.rightCount[top];
    boolean newNext = aheadWord != c.next;
    boolean newGathered = newNext || gatheredChildren != c.leftCount[c.next];
    pushedWord[place] = top;
    grownChildren[place] = c.rightCount[top];
    aheadWord = c.next;
    gatheredChildren = c.leftCount[c.next];
    lookup.clear();
    ask(newTop, ParseFeatures.Part.PUSHED, c);
    ask(newChild, ParseFeatures.Part.GROWN, c);
    ask(newNext, ParseFeatures.Part.AHEAD, c);
    ask(newGathered, ParseFeatures.Part.GATHERED, c);
    ask(true, ParseFeatures.Part.BETWEEN, c);
    lookup.find();
    int part = 0;
    if (newTop) {
      Arrays.fill(pushed[place], 0);
      lookup.add(part++, pushed[place]);
    }
    if (newChild) {
      System.arraycopy(pushed[place], 0, grown[place], 0, sums.length);
      lookup.add(part++, grown[place]);
    }
    if (newNext) {
      Arrays.fill(ahead, 0);
      lookup.add(part++, ahead);
    }
    if (newGathered) {
      System.arraycopy(ahead, 0, gathered, 0, sums.length);
      lookup.add(part++, gathered);
    }
    add(grown[place], gathered, sums);
    lookup.add(part, sums);
  }

  private void ask(boolean changed, ParseFeatures.Part part, ArcHybrid c) {
    if (changed) {
      lookup.part(features.of(part, c), places[part.ordinal()]);
    }
  }

  private static void add(int[] a, int[] b, int[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] += a[i] + b[i];
    }
  }
}
