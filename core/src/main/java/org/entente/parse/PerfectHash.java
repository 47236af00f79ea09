package org.entente.parse;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds for each bucket of fingerprints the shift that gives all of them slots of their own (hash
 * and displace, Pagh 1999): the full buckets first, while most slots are free. Immutable.
 */
final class PerfectHash {
  /** Keys in a bucket on average; more save memory and cost tries. */
  private static final int PER_BUCKET = 4;

  /** Fuller tables than this find no shift of 16 bits for their last buckets. */
  private static final double FULLEST = 0.92;

  private final short[] shifts;
  private final int size;

  private PerfectHash(short[] shifts, int size) {
    this.shifts = shifts;
    this.size = size;
  }

  /** How far the keys of each bucket are moved, as unsigned 16 bits. */
  short[] shifts() {
    return shifts;
  }

  /** The number of slots, a power of two. */
  int size() {
    return size;
  }

  /**
   * @param prints distinct and not 0
   */
  static PerfectHash of(int[] prints) {
    int size = Integer.highestOneBit(Math.max(4, (int) (prints.length / FULLEST))) * 2;
    while (true) {
      PerfectHash hash = tried(prints, size);
      if (hash != null) {
        return hash;
      }
      size *= 2;
    }
  }

  int slot(int print) {
    int bucketShift = Integer.numberOfLeadingZeros(shifts.length) + 1;
    return Weights.slot(print, shifts[Weights.bucket(print, bucketShift)], size - 1);
  }

  private static @Nullable PerfectHash tried(int[] prints, int size) {
    int buckets = Math.max(2, size / PER_BUCKET);
    int bucketShift = Integer.numberOfLeadingZeros(buckets) + 1;
    int[] ends = new int[buckets + 1];
    for (int print : prints) {
      ends[Weights.bucket(print, bucketShift) + 1]++;
    }
    Arrays.parallelPrefix(ends, Integer::sum);
    int[] members = new int[prints.length];
    int[] next = ends.clone();
    for (int print : prints) {
      members[next[Weights.bucket(print, bucketShift)]++] = print;
    }
    short[] shifts = new short[buckets];
    boolean[] taken = new boolean[size];
    for (int bucket : fullestFirst(ends)) {
      int shift = shift(members, ends[bucket], ends[bucket + 1], taken);
      if (shift > 0xFFFF) {
        return null;
      }
      shifts[bucket] = (short) shift;
    }
    return new PerfectHash(shifts, size);
  }

  private static int[] fullestFirst(int[] ends) {
    int buckets = ends.length - 1;
    int largest = 0;
    for (int b = 0; b < buckets; b++) {
      largest = Math.max(largest, ends[b + 1] - ends[b]);
    }
    int[] order = new int[buckets];
    int n = 0;
    for (int keys = largest; keys >= 0; keys--) {
      for (int b = 0; b < buckets; b++) {
        if (ends[b + 1] - ends[b] == keys) {
          order[n++] = b;
        }
      }
    }
    return order;
  }

  /** The first shift at which all members find free slots, which they take. */
  private static int shift(int[] members, int from, int to, boolean[] taken) {
    int mask = taken.length - 1;
    for (int shift = 0; shift <= 0xFFFF; shift++) {
      int at = from;
      while (at < to && !taken[Weights.slot(members[at], shift, mask)]) {
        taken[Weights.slot(members[at++], shift, mask)] = true;
      }
      if (at == to) {
        return shift;
      }
      while (at > from) {
        taken[Weights.slot(members[--at], shift, mask)] = false;
      }
    }
    return 0x10000;
  }
}
