package org.entente.parse;

import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * The score of each move in a configuration. Most features do not change from one move to the next,
 * so their sums are kept for as long as they hold: for each place of the stack, and for the next
 * word. Only what stack and next word are to each other is looked up anew. Not thread-safe.
 */
final class MoveScores {
  private static final int[] PUSHED = places(ParseFeatures::pushed);
  private static final int[] GROWN = places(ParseFeatures::grown);
  private static final int[] AHEAD = places(ParseFeatures::ahead);
  private static final int[] GATHERED = places(ParseFeatures::gathered);
  private static final int[] BETWEEN = places(ParseFeatures::between);

  private final ParseFeatures features = new ParseFeatures();
  private final Lookup lookup;
  private final int[] ahead;
  private final int[] gathered;

  /** For each place of the stack: the sums, the word they were made for, its children then. */
  private int[][] pushed = new int[0][];

  private int[][] grown = new int[0][];
  private int[] pushedWord = new int[0];
  private int[] grownChildren = new int[0];

  private int aheadWord;
  private int gatheredChildren;

  /** The scores by class, until the next call. */
  final int[] sums;

  MoveScores(Weights weights) {
    this.lookup = new Lookup(weights);
    this.sums = weights.sums();
    this.ahead = weights.sums();
    this.gathered = weights.sums();
  }

  void start(Words words, TagNames tags) {
    features.start(words, tags);
    if (pushed.length < words.count) {
      int old = pushed.length;
      pushed = Arrays.copyOf(pushed, 2 * words.count);
      grown = Arrays.copyOf(grown, 2 * words.count);
      for (int i = old; i < pushed.length; i++) {
        pushed[i] = new int[sums.length];
        grown[i] = new int[sums.length];
      }
      pushedWord = new int[pushed.length];
      grownChildren = new int[pushed.length];
    }
    Arrays.fill(pushedWord, 0, words.count, -1);
    aheadWord = -1;
  }

  /** Fills {@link #sums} for a configuration with a word on the stack. */
  void score(ArcHybrid c) {
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
    extract(c, newTop, newChild, newNext, newGathered);
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

  private void extract(
      ArcHybrid c, boolean newTop, boolean newChild, boolean newNext, boolean newGathered) {
    lookup.clear();
    if (newTop) {
      features.pushed(c);
      lookup.part(features.keys, PUSHED);
    }
    if (newChild) {
      features.grown(c);
      lookup.part(features.keys, GROWN);
    }
    if (newNext) {
      features.ahead(c);
      lookup.part(features.keys, AHEAD);
    }
    if (newGathered) {
      features.gathered(c);
      lookup.part(features.keys, GATHERED);
    }
    features.between(c);
    lookup.part(features.keys, BETWEEN);
  }

  private static void add(int[] a, int[] b, int[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] = a[i] + b[i];
    }
  }

  /** Which features a part of them is, seen from what it fills. */
  private static int[] places(BiConsumer<ParseFeatures, ArcHybrid> part) {
    ParseFeatures features = new ParseFeatures();
    ArcHybrid empty = new ArcHybrid();
    empty.start(0);
    features.start(new Words(), new TagNames(new String[0]));
    part.accept(features, empty);
    return java.util.stream.IntStream.range(0, ParseFeatures.COUNT)
        .filter(i -> features.keys[i] != 0)
        .toArray();
  }
}
