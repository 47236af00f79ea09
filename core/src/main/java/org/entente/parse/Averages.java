package org.entente.parse;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What training gives: averaged weights that can be pruned and averaged again. {@link #weights}
 * lays them out for scoring.
 *
 * <p>Keys are 32-bit fingerprints in an open-addressed table; each points to a run {@code class,
 * weight, class, weight…}, with their number before them. Immutable and thread-safe.
 */
final class Averages {
  private final int classes;
  private final int[] table;
  private final short[] runs;
  private final int mask;
  private final float unit;

  /**
   * @param unit what 1 in the runs stands for; known only after training
   * @param table fingerprint and start of the run, in turn; a fingerprint of 0 is an empty slot
   */
  private Averages(int classes, float unit, int[] table, short[] runs) {
    this.unit = unit;
    this.classes = classes;
    this.table = table;
    this.runs = runs;
    this.mask = table.length / 2 - 1;
  }

  int classes() {
    return classes;
  }

  private static int fingerprint(long key) {
    int print = (int) (key >>> 32);
    return print == 0 ? 1 : print;
  }

  /**
   * The same weights without those nearer to 0 than {@code least}, and without features that have
   * none left.
   */
  Averages pruned(int least) {
    Builder out = new Builder(classes, unit);
    short[] kept = new short[2 * classes];
    for (int i = 0; i < table.length; i += 2) {
      int n = 0;
      for (int r = table[i + 1] + 1;
          table[i] != 0 && r < table[i + 1] + 1 + 2 * runs[table[i + 1]];
          r += 2) {
        if (Math.abs(runs[r + 1]) >= least) {
          kept[n++] = runs[r];
          kept[n++] = runs[r + 1];
        }
      }
      if (n > 0) {
        out.addRun(table[i], Arrays.copyOf(kept, n));
      }
    }
    return out.build();
  }

  /**
   * The mean of several, which scores as their votes together do.
   *
   * @param threshold means nearer to 0 than this are dropped
   */
  static Averages mean(List<Averages> all, float threshold) {
    Averages first = all.getFirst();
    float unit = (float) all.stream().mapToDouble(w -> w.unit).max().orElse(1);
    Builder out = new Builder(first.classes, unit);
    float[] sum = new float[first.classes];
    Set<Integer> seen = new HashSet<>();
    for (Averages member : all) {
      for (int i = 0; i < member.table.length; i += 2) {
        int print = member.table[i];
        if (print != 0 && seen.add(print)) {
          Arrays.fill(sum, 0);
          all.forEach(w -> w.addTo(print, sum, 1f / all.size()));
          out.add((long) print << 32, sum, threshold);
        }
      }
    }
    return out.build();
  }

  /** Where the fingerprint stands in the table, or the empty place where it would. */
  private int find(int print) {
    int i = 2 * (print & mask);
    while (table[i] != print && table[i] != 0) {
      i = i + 2 & 2 * mask + 1;
    }
    return i;
  }

  private void addTo(int print, float[] sum, float share) {
    int i = find(print);
    if (table[i] != 0) {
      int at = table[i + 1];
      for (int r = at + 1; r < at + 1 + 2 * runs[at]; r += 2) {
        sum[runs[r]] += share * unit * runs[r + 1];
      }
    }
  }

  /** The same in the layout that scores fastest. */
  Weights weights() {
    Weights.Builder out = new Weights.Builder(classes, filled());
    for (int i = 0; i < table.length; i += 2) {
      if (table[i] != 0 && find(table[i]) == i) {
        int at = table[i + 1];
        out.add(table[i], Arrays.copyOfRange(runs, at + 1, at + 1 + 2 * runs[at]));
      }
    }
    return out.build();
  }

  private int filled() {
    int filled = 0;
    for (int i = 0; i < table.length; i += 2) {
      filled += table[i] == 0 ? 0 : 1;
    }
    return filled;
  }

  @Override
  public String toString() {
    int filled = filled();
    return filled + " features, " + (runs.length - filled) / 2 + " weights";
  }

  /** Collects features; the order of adding does not matter for the result. */
  static final class Builder {
    private final int classes;
    private final float unit;
    private int[] keys = new int[1024];
    private short[][] values = new short[1024][];
    private int count;

    Builder(int classes, float unit) {
      this.classes = classes;
      this.unit = unit == 0 ? 1 : unit;
    }

    void add(long key, float[] weights, float threshold) {
      short[] run = new short[2 * weights.length];
      int n = 0;
      for (int c = 0; c < weights.length; c++) {
        short value = (short) Math.round(weights[c] / unit);
        if (value != 0 && Math.abs(weights[c]) >= threshold) {
          run[n++] = (short) c;
          run[n++] = value;
        }
      }
      if (n > 0) {
        addRun(fingerprint(key), Arrays.copyOf(run, n));
      }
    }

    private void addRun(int print, short[] run) {
      if (count == keys.length) {
        keys = Arrays.copyOf(keys, 2 * count);
        values = Arrays.copyOf(values, 2 * count);
      }
      keys[count] = print;
      values[count++] = run;
    }

    Averages build() {
      int size = Integer.highestOneBit(Math.max(2, count * 3 / 2)) * 2;
      int[] table = new int[2 * size];
      int[] owner = new int[size];
      for (int k = 0; k < count; k++) {
        int i = keys[k] & size - 1;
        while (table[2 * i] != 0) {
          i = i + 1 & size - 1;
        }
        table[2 * i] = keys[k];
        owner[i] = k;
      }
      int total = count;
      for (int k = 0; k < count; k++) {
        total += values[k].length;
      }
      short[] runs = new short[total];
      int at = 0;
      for (int i = 0; i < size; i++) {
        if (table[2 * i] != 0) {
          short[] run = values[owner[i]];
          table[2 * i + 1] = at;
          runs[at] = (short) (run.length / 2);
          System.arraycopy(run, 0, runs, at + 1, run.length);
          at += 1 + run.length;
        }
      }
      return new Averages(classes, unit, table, runs);
    }
  }
}
