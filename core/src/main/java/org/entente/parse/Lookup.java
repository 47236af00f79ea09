package org.entente.parse;

import java.util.Arrays;

/**
 * Looks many features up at once. The weights lie in some ten megabytes, where each look-up waits
 * for memory a hundred times longer than it computes; a processor waits for a dozen at the same
 * time if nothing between them depends on what comes. So the steps are short loops of their own
 * over all features: where, what stands there, which are known, what their rows begin with, adding.
 * One per thread.
 */
final class Lookup {
  private final Weights weights;
  private int[] prints = new int[256];
  private int[] places = new int[256];
  private long[] slots = new long[256];
  private int[] starts = new int[257];
  private int[] firsts = new int[256];
  private final int[] ends = new int[8];
  private final int[] known = new int[8];
  private int count;
  private int parts;

  Lookup(Weights weights) {
    this.weights = weights;
  }

  /** Begins anew. */
  void clear() {
    count = 0;
    parts = 0;
  }

  /**
   * Puts a part on the list.
   *
   * @param keys features
   * @param which places in {@code keys}
   * @return the part's number for {@link #add}
   */
  int part(long[] keys, int[] which) {
    if (prints.length < count + which.length) {
      grow();
    }
    count = weights.slots(keys, which, prints, places, count);
    ends[parts] = count;
    return parts++;
  }

  private void grow() {
    int length = 2 * prints.length;
    prints = Arrays.copyOf(prints, length);
    places = Arrays.copyOf(places, length);
    slots = new long[length];
    starts = new int[length + 1];
    firsts = new int[length];
  }

  /** Looks up all parts on the list. */
  void find() {
    weights.read(places, count, slots);
    int n = 0;
    int i = 0;
    for (int part = 0; part < parts; part++) {
      for (; i < ends[part]; i++) {
        int differs = (int) (slots[i] >>> 32) ^ prints[i];
        starts[n] = (int) slots[i];
        n += 1 - ((differs | -differs) >>> 31);
      }
      known[part] = n;
    }
    weights.begin(starts, n, firsts);
  }

  /** Adds what the features of {@code part} say to the sums by class. */
  void add(int part, int[] sums) {
    weights.add(starts, firsts, part == 0 ? 0 : known[part - 1], known[part], sums);
  }
}
