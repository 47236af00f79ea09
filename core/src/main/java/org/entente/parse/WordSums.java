package org.entente.parse;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a single word says of its own tag and of its neighbours', added up by class and kept from
 * sentence to sentence, since most words of a text have stood in it before. Not thread-safe.
 */
final class WordSums {
  /** Words that are kept, a power of two; two kilobytes each. */
  private static final int KEPT = 1024;

  /**
   * A word that lost its place to another is not filled anew before so many others: longer than its
   * neighbours need it.
   */
  private static final int SPARE = 8;

  private static final int[] OWN = places(f -> f.own(new Words(), 0));
  private static final int[] BEFORE = places(f -> f.before(new Words(), 0));
  private static final int[] TWO_BEFORE = places(f -> f.twoBefore(new Words(), 0));
  private static final int[] AFTER = places(f -> f.after(new Words(), 0));
  private static final int[] TWO_AFTER = places(f -> f.twoAfter(new Words(), 0));

  private final Weights weights;
  private final TagFeatures features = new TagFeatures();
  private final Lookup lookup;
  private final @Nullable Entry[] kept = new Entry[KEPT];
  private final Entry[] spare = new Entry[SPARE];
  private int turn;

  /** What the ends of a sentence say of the words beside them. */
  private final Entry start;

  private final Entry end;

  /** One word's sums by class, for each place that it can have beside a tag. */
  static final class Entry {
    private String form = "";
    private final int[][] parts;
    final int[] own;
    final int[] before;
    final int[] twoBefore;
    final int[] after;
    final int[] twoAfter;

    Entry(Weights weights) {
      own = weights.sums();
      before = weights.sums();
      twoBefore = weights.sums();
      after = weights.sums();
      twoAfter = weights.sums();
      parts = new int[][] {own, before, twoBefore, after, twoAfter};
    }
  }

  WordSums(Weights weights) {
    this.weights = weights;
    this.lookup = new Lookup(weights);
    for (int i = 0; i < SPARE; i++) {
      spare[i] = new Entry(weights);
    }
    start = new Entry(weights);
    end = new Entry(weights);
    fill(new Words(), -1, start);
    fill(new Words(), 0, end);
  }

  /** The sums of word {@code i}, or of an end of the sentence where it lies outside. */
  Entry of(Words words, int i) {
    if (i < 0 || i >= words.count) {
      return i < 0 ? start : end;
    }
    int place = words.exact[i] & KEPT - 1;
    Entry entry = kept[place];
    if (entry != null && entry.form.equals(words.forms[i])) {
      return entry;
    }
    Entry fresh = spare[turn];
    spare[turn] = entry == null ? new Entry(weights) : entry;
    turn = turn + 1 & SPARE - 1;
    kept[place] = fresh;
    fresh.form = words.forms[i];
    fill(words, i, fresh);
    return fresh;
  }

  private void fill(Words words, int i, Entry entry) {
    if (i >= 0 && i < words.count) {
      features.own(words, i);
    }
    features.before(words, i);
    features.twoBefore(words, i);
    features.after(words, i);
    features.twoAfter(words, i);
    lookup.clear();
    lookup.part(features.keys, OWN);
    lookup.part(features.keys, BEFORE);
    lookup.part(features.keys, TWO_BEFORE);
    lookup.part(features.keys, AFTER);
    lookup.part(features.keys, TWO_AFTER);
    lookup.find();
    for (int part = 0; part < entry.parts.length; part++) {
      Arrays.fill(entry.parts[part], 0);
      lookup.add(part, entry.parts[part]);
    }
  }

  /** Which features a part of them is, seen from what it fills. */
  static int[] places(Consumer<TagFeatures> part) {
    TagFeatures features = new TagFeatures();
    part.accept(features);
    return IntStream.range(0, TagFeatures.COUNT).filter(i -> features.keys[i] != 0).toArray();
  }
}
