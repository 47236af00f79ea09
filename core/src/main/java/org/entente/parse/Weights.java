package org.entente.parse;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Trained weights, ready to score: from a feature to the few classes that it speaks for.
 *
 * <p>Features are 32-bit fingerprints. A perfect hash (hash and displace, Pagh 1999) gives each its
 * own slot, so that a look-up is one comparison without a search: a processor waits for memory and
 * for mispredicted branches far longer than it adds. All arrays are flat and scoring allocates
 * nothing. Immutable and thread-safe.
 */
class Weights {
  /** The bit of a row's entry that says that it is the last one. */
  private static final int LAST = 1 << 31;

  /** The bit of a row's start that says that the row has a weight for each class. */
  private static final int DENSE = 1 << 30;

  /** Rows of so many entries are written out for all classes; 12 and 24 measured slower. */
  private static final int LONG = 16;

  private final int classes;

  /** How far the keys of each bucket are moved. */
  private final short[] shifts;

  /** Fingerprint (upper half) and start of its row; a row of one entry stands here itself. */
  private final long[] slots;

  /**
   * Entries of class (upper half) and weight (lower half); in dense rows the weights of one class
   * of the lower and one of the upper half of the classes.
   */
  private final int[] rows;

  private final int bucketShift;

  Weights(int classes, short[] shifts, long[] slots, int[] rows) {
    this.classes = classes;
    this.shifts = shifts;
    this.slots = slots;
    this.rows = rows;
    this.bucketShift = Integer.numberOfLeadingZeros(shifts.length) + 1;
  }

  /** Shares what {@code other} has. */
  Weights(Weights other) {
    this(other.classes, other.shifts, other.slots, other.rows);
  }

  final int classes() {
    return classes;
  }

  /** The entries of all rows together. */
  final int entries() {
    return rows.length;
  }

  /** The entries of a row that has a weight for each class: two classes share one. */
  private static int half(int classes) {
    return (classes + 1) / 2;
  }

  /** Sums by class: an even number, so that it has two halves. */
  final int[] sums() {
    return new int[2 * half(classes)];
  }

  static int fingerprint(long key) {
    int print = (int) (key >>> 32);
    return print == 0 ? 1 : print;
  }

  /**
   * The fingerprints of features and the slots where they would stand; the number after them.
   *
   * @param keys features
   * @param which of them
   * @param at where to write
   */
  final int slots(long[] keys, int[] which, int[] prints, int[] places, int at) {
    int mask = slots.length - 1;
    int n = at;
    for (int key : which) {
      int print = fingerprint(keys[key]);
      prints[n] = print;
      places[n++] = slot(print, shifts[bucket(print, bucketShift)], mask);
    }
    return n;
  }

  /** What stands in the first {@code count} of {@code places}. */
  final void read(int[] places, int count, long[] into) {
    for (int i = 0; i < count; i++) {
      into[i] = slots[places[i]];
    }
  }

  /** The first entries of rows, which brings them near; of no use for a row of one. */
  void begin(int[] starts, int count, int[] into) {
    for (int i = 0; i < count; i++) {
      int start = starts[i];
      into[i] = rows[rowOf(start & ~(start >> 31))];
    }
  }

  /** Adds rows to {@code sums}. */
  final void add(int[] starts, int[] firsts, int from, int to, int[] sums) {
    for (int i = from; i < to; i++) {
      int at = starts[i];
      if (at >= DENSE) {
        addDense(rowOf(at), sums);
        continue;
      }
      int entry = at < 0 ? at : firsts[i];
      sums[entry >>> 16 & 0x7FFF] += (short) entry;
      while (entry >= 0) {
        entry = rows[++at];
        sums[entry >>> 16 & 0x7FFF] += (short) entry;
      }
    }
  }

  /** Two loops, each over one half of the classes, become vector instructions; one would not. */
  private void addDense(int at, int[] sums) {
    int half = sums.length / 2;
    for (int c = 0; c < half; c++) {
      sums[c] += (short) rows[at + c];
    }
    for (int c = 0; c < half; c++) {
      sums[half + c] += rows[at + c] >> 16;
    }
  }

  static int bucket(int print, int bucketShift) {
    return print * 0x9E3779B1 >>> bucketShift;
  }

  /** The upper half of the fingerprint is the step, so that no two keys keep their distance. */
  static int slot(int print, int shift, int mask) {
    return print + (shift & 0xFFFF) * (print >>> 16 | 1) & mask;
  }

  /**
   * The same weights with the rows that are read most in front: what is read often then lies
   * together, and fewer pieces of memory are fetched for it. Nothing else changes.
   *
   * @param uses for each entry that begins a row of two entries or more, how often it was read
   */
  final Weights inOrderOf(int[] uses) {
    int[] order =
        IntStream.range(0, slots.length)
            .filter(slot -> slots[slot] != 0 && (int) slots[slot] >= 0)
            .boxed()
            .sorted(
                Comparator.comparingInt((Integer slot) -> -uses[start(slot)])
                    .thenComparingInt(this::start))
            .mapToInt(Integer::intValue)
            .toArray();
    long[] moved = slots.clone();
    int[] laid = new int[rows.length];
    int at = 0;
    for (int slot : order) {
      int length = length(slot);
      System.arraycopy(rows, start(slot), laid, at, length);
      moved[slot] += at - start(slot);
      at += length;
    }
    return new Weights(classes, shifts, moved, laid);
  }

  private int start(int slot) {
    return rowOf((int) slots[slot]);
  }

  /** Where a row of two or more begins, by what a slot says of it. */
  static int rowOf(int start) {
    return start & DENSE - 1;
  }

  /** The entries of a row of two or more. */
  private int length(int slot) {
    if ((slots[slot] & DENSE) != 0) {
      return half(classes);
    }
    int end = start(slot);
    while (rows[end] >= 0) {
      end++;
    }
    return end + 1 - start(slot);
  }

  final void write(DataOutputStream out) throws IOException {
    out.writeInt(classes);
    out.writeInt(shifts.length);
    out.writeInt(slots.length);
    out.writeInt(rows.length);
    ByteBuffer bytes = ByteBuffer.allocate(2 * shifts.length + 8 * slots.length + 4 * rows.length);
    bytes.asShortBuffer().put(shifts);
    bytes.position(2 * shifts.length);
    bytes.asLongBuffer().put(slots);
    bytes.position(2 * shifts.length + 8 * slots.length);
    bytes.asIntBuffer().put(rows);
    out.write(bytes.array());
  }

  static Weights read(DataInputStream in) throws IOException {
    int classes = in.readInt();
    short[] shifts = new short[in.readInt()];
    long[] slots = new long[in.readInt()];
    int[] rows = new int[in.readInt()];
    byte[] block = new byte[1 << 16];
    for (int at = 0; at < shifts.length; at += block.length / 2) {
      int n = Math.min(shifts.length - at, block.length / 2);
      in.readFully(block, 0, 2 * n);
      ByteBuffer.wrap(block).asShortBuffer().get(shifts, at, n);
    }
    for (int at = 0; at < slots.length; at += block.length / 8) {
      int n = Math.min(slots.length - at, block.length / 8);
      in.readFully(block, 0, 8 * n);
      ByteBuffer.wrap(block).asLongBuffer().get(slots, at, n);
    }
    for (int at = 0; at < rows.length; at += block.length / 4) {
      int n = Math.min(rows.length - at, block.length / 4);
      in.readFully(block, 0, 4 * n);
      ByteBuffer.wrap(block).asIntBuffer().get(rows, at, n);
    }
    return new Weights(classes, shifts, slots, rows);
  }

  @Override
  public String toString() {
    int filled = 0;
    for (long slot : slots) {
      filled += slot == 0 ? 0 : 1;
    }
    return filled + " features, " + rows.length + " weights";
  }

  /** Lays out features, each given once. */
  static final class Builder {
    private final int classes;
    private final int[] prints;
    private final int[] starts;
    private int[] rows = new int[1024];
    private int count;
    private int end;

    /**
     * @param features how many will be added
     */
    Builder(int classes, int features) {
      this.classes = classes;
      this.prints = new int[features];
      this.starts = new int[features];
    }

    /**
     * @param run class and weight in turn, at least one pair
     */
    void add(int print, short[] run) {
      if (rows.length < end + run.length) {
        rows = Arrays.copyOf(rows, 2 * (end + run.length));
      }
      prints[count] = print;
      starts[count++] = end;
      for (int i = 0; i < run.length; i += 2) {
        rows[end++] = run[i] << 16 | run[i + 1] & 0xFFFF;
      }
      rows[end - 1] |= LAST;
    }

    Weights build() {
      PerfectHash hash = PerfectHash.of(Arrays.copyOf(prints, count));
      long[] slots = new long[hash.size()];
      int[] laid = new int[1024];
      int at = 0;
      for (int k = 0; k < count; k++) {
        int length = (k + 1 < count ? starts[k + 1] : end) - starts[k];
        int half = half(classes);
        if (laid.length < at + length + half) {
          laid = Arrays.copyOf(laid, 2 * (at + length + half));
        }
        int start = length == 1 ? rows[starts[k]] : length < LONG ? at : at | DENSE;
        slots[hash.slot(prints[k])] = (long) prints[k] << 32 | start & 0xFFFFFFFFL;
        if (length >= LONG) {
          dense(starts[k], length, laid, at);
          at += half;
        } else if (length > 1) {
          System.arraycopy(rows, starts[k], laid, at, length);
          at += length;
        }
      }
      return new Weights(classes, hash.shifts(), slots, Arrays.copyOf(laid, Math.max(1, at)));
    }

    private void dense(int from, int length, int[] into, int at) {
      int half = half(classes);
      for (int i = from; i < from + length; i++) {
        int label = rows[i] >>> 16 & 0x7FFF;
        int weight = rows[i] & 0xFFFF;
        into[at + label % half] |= label < half ? weight : weight << 16;
      }
    }
  }
}
