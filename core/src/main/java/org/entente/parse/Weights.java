package org.entente.parse;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Trained weights, ready to score: a hash table from feature to the few classes it speaks for.
 *
 * <p>Keys are 32-bit fingerprints in an open-addressed table; each points to a run {@code class,
 * weight, class, weight…} that ends where the next begins. All arrays are flat and scoring
 * allocates nothing. Immutable and thread-safe.
 */
final class Weights {
  private final int classes;
  private final int[] table;
  private final short[] runs;
  private final int mask;
  private final float unit;

  /**
   * @param unit what 1 in the runs stands for; known only after training
   * @param table fingerprint and start of the run, in turn; a fingerprint of 0 is an empty slot
   */
  private Weights(int classes, float unit, int[] table, short[] runs) {
    this.unit = unit;
    this.classes = classes;
    this.table = table;
    this.runs = runs;
    this.mask = table.length / 2 - 1;
  }

  int classes() {
    return classes;
  }

  /**
   * Adds up what the first {@code count} features say about each class; a feature of 0 is absent.
   */
  void score(long[] features, int count, int[] scores) {
    Arrays.fill(scores, 0, classes, 0);
    for (int f = 0; f < count; f++) {
      long key = features[f];
      if (key != 0) {
        int print = fingerprint(key);
        int i = 2 * (print & mask);
        while (table[i] != print && table[i] != 0) {
          i = i + 2 & 2 * mask + 1;
        }
        if (table[i] != 0) {
          int at = table[i + 1];
          int end = at + 1 + 2 * runs[at];
          for (int r = at + 1; r < end; r += 2) {
            scores[runs[r]] += runs[r + 1];
          }
        }
      }
    }
  }

  private static int fingerprint(long key) {
    int print = (int) (key >>> 32);
    return print == 0 ? 1 : print;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(classes);
    out.writeInt(table.length);
    out.writeInt(runs.length);
    ByteBuffer bytes = ByteBuffer.allocate(4 * table.length + 2 * runs.length);
    bytes.asIntBuffer().put(table);
    bytes.position(4 * table.length);
    bytes.asShortBuffer().put(runs);
    out.write(bytes.array());
  }

  /**
   * The same weights without those nearer to 0 than {@code least}, and without features that have
   * none left.
   */
  Weights pruned(int least) {
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
  static Weights mean(List<Weights> all, float threshold) {
    Weights first = all.getFirst();
    float unit = (float) all.stream().mapToDouble(w -> w.unit).max().orElse(1);
    Builder out = new Builder(first.classes, unit);
    float[] sum = new float[first.classes];
    Set<Integer> seen = new HashSet<>();
    for (Weights member : all) {
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

  private void addTo(int print, float[] sum, float share) {
    int i = 2 * (print & mask);
    while (table[i] != print && table[i] != 0) {
      i = i + 2 & 2 * mask + 1;
    }
    if (table[i] != 0) {
      int at = table[i + 1];
      for (int r = at + 1; r < at + 1 + 2 * runs[at]; r += 2) {
        sum[runs[r]] += share * unit * runs[r + 1];
      }
    }
  }

  static Weights read(DataInputStream in) throws IOException {
    int classes = in.readInt();
    int[] table = new int[in.readInt()];
    short[] runs = new short[in.readInt()];
    byte[] block = new byte[1 << 16];
    readInts(in, table, block);
    int at = 0;
    while (at < runs.length) {
      int n = Math.min(runs.length - at, block.length / 2);
      in.readFully(block, 0, 2 * n);
      ByteBuffer.wrap(block).asShortBuffer().get(runs, at, n);
      at += n;
    }
    return new Weights(classes, 1, table, runs);
  }

  private static void readInts(DataInputStream in, int[] into, byte[] block) throws IOException {
    int at = 0;
    while (at < into.length) {
      int n = Math.min(into.length - at, block.length / 4);
      in.readFully(block, 0, 4 * n);
      ByteBuffer.wrap(block).asIntBuffer().get(into, at, n);
      at += n;
    }
  }

  @Override
  public String toString() {
    int filled = 0;
    for (int i = 0; i < table.length; i += 2) {
      filled += table[i] == 0 ? 0 : 1;
    }
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

    Weights build() {
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
      return new Weights(classes, unit, table, runs);
    }
  }
}
