package org.entente.parse;

import java.util.Arrays;

/**
 * A multi-class averaged perceptron under training: one row of weights per feature, admitted at its
 * second update.
 *
 * <p>Not thread-safe. The average is kept by the usual trick (Daumé 2006): a second array holds
 * each update times its moment, so that {@code w − u / moment} is the mean over all moments.
 */
final class Perceptron {
  private static final int BLOCK_BITS = 12;
  private static final int BLOCK = 1 << BLOCK_BITS;

  private final int classes;
  private long[] keys = new long[1 << 20];
  private int[] rows = new int[1 << 20];
  private int used;
  private int rowCount;
  private float[][] weights = new float[16][];
  private float[][] moments = new float[16][];
  private long moment = 1;

  Perceptron(int classes) {
    this.classes = classes;
  }

  int classes() {
    return classes;
  }

  /** Adds up the rows of {@code features} into {@code scores}. */
  void score(long[] features, int count, float[] scores) {
    Arrays.fill(scores, 0, classes, 0f);
    for (int f = 0; f < count; f++) {
      int row = features[f] == 0 ? -1 : row(features[f]);
      if (row >= 0) {
        float[] block = weights[row >> BLOCK_BITS];
        int offset = (row & BLOCK - 1) * classes;
        for (int c = 0; c < classes; c++) {
          scores[c] += block[offset + c];
        }
      }
    }
  }

  /** One step of time, whether or not anything was learnt in it. */
  void tick() {
    moment++;
  }

  /** Rewards {@code right} and punishes {@code wrong} on every feature. */
  void update(long[] features, int count, int right, int wrong) {
    for (int f = 0; f < count; f++) {
      if (features[f] != 0) {
        int row = admit(features[f]);
        if (row >= 0) {
          add(row, right, 1f);
          add(row, wrong, -1f);
        }
      }
    }
  }

  private void add(int row, int c, float delta) {
    int at = (row & BLOCK - 1) * classes + c;
    weights[row >> BLOCK_BITS][at] += delta;
    moments[row >> BLOCK_BITS][at] += delta * moment;
  }

  private int row(long key) {
    int mask = keys.length - 1;
    for (int i = (int) key & mask; ; i = i + 1 & mask) {
      if (keys[i] == key) {
        return rows[i];
      }
      if (keys[i] == 0) {
        return -1;
      }
    }
  }

  /** The feature's row; −1 at its first sight, which is only remembered. */
  private int admit(long key) {
    int mask = keys.length - 1;
    int i = (int) key & mask;
    while (keys[i] != 0 && keys[i] != key) {
      i = i + 1 & mask;
    }
    if (keys[i] == 0) {
      keys[i] = key;
      rows[i] = -1;
      if (++used * 2 > keys.length) {
        grow();
      }
      return -1;
    }
    if (rows[i] < 0) {
      rows[i] = newRow();
    }
    return rows[i];
  }

  private int newRow() {
    int block = rowCount >> BLOCK_BITS;
    if (block == weights.length) {
      weights = Arrays.copyOf(weights, 2 * block);
      moments = Arrays.copyOf(moments, 2 * block);
    }
    if ((rowCount & BLOCK - 1) == 0) {
      weights[block] = new float[BLOCK * classes];
      moments[block] = new float[BLOCK * classes];
    }
    return rowCount++;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldRows = rows;
    keys = new long[2 * oldKeys.length];
    rows = new int[keys.length];
    int mask = keys.length - 1;
    for (int j = 0; j < oldKeys.length; j++) {
      if (oldKeys[j] != 0) {
        int i = (int) oldKeys[j] & mask;
        while (keys[i] != 0) {
          i = i + 1 & mask;
        }
        keys[i] = oldKeys[j];
        rows[i] = oldRows[j];
      }
    }
  }

  /**
   * The averaged weights, rounded to 16 bits.
   *
   * @param threshold averages nearer to 0 than this are dropped
   */
  Averages average(float threshold) {
    float largest = 0;
    float[] mean = new float[classes];
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0 && rows[i] >= 0) {
        mean(rows[i], mean);
        for (float w : mean) {
          largest = Math.max(largest, Math.abs(w));
        }
      }
    }
    Averages.Builder out = new Averages.Builder(classes, largest / Short.MAX_VALUE);
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0 && rows[i] >= 0) {
        mean(rows[i], mean);
        out.add(keys[i], mean, threshold);
      }
    }
    return out.build();
  }

  private void mean(int row, float[] into) {
    float[] w = weights[row >> BLOCK_BITS];
    float[] u = moments[row >> BLOCK_BITS];
    int offset = (row & BLOCK - 1) * classes;
    for (int c = 0; c < classes; c++) {
      into[c] = w[offset + c] - u[offset + c] / moment;
    }
  }
}
