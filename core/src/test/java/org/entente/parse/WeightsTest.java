package org.entente.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WeightsTest {
  private static final int CLASSES = 37;
  private static final int FEATURES = 5000;

  @Test
  void addsUpWhatWasGivenForSingleShortAndLongRows() throws IOException {
    int[][] given = given();
    Weights weights = throughAFile(weights(given));
    long[] keys = new long[40];
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      int[] wanted = new int[CLASSES];
      for (int i = 0; i < keys.length; i++) {
        int feature = random.nextInt(2 * FEATURES);
        keys[i] = key(feature);
        for (int c = 0; c < CLASSES && feature < FEATURES; c++) {
          wanted[c] += given[feature][c];
        }
      }
      assertThat(sums(weights, keys)).startsWith(wanted);
    }
  }

  @Test
  void scoresTheSameInWhateverOrderItsRowsLie() throws IOException {
    Weights weights = weights(given());
    Random random = new Random(4);
    int[] uses = IntStream.range(0, weights.entries()).map(i -> random.nextInt(50)).toArray();
    Weights moved = weights.inOrderOf(uses);
    assertThat(moved.entries()).isEqualTo(weights.entries());
    assertThat(bytes(moved)).isNotEqualTo(bytes(weights)).hasSameSizeAs(bytes(weights));
    for (int round = 0; round < FEATURES / 40; round++) {
      int from = 40 * round;
      long[] keys = LongStream.range(from, from + 40).map(f -> key((int) f)).toArray();
      assertThat(sums(moved, keys)).isEqualTo(sums(weights, keys));
    }
  }

  private static int[] sums(Weights weights, long[] keys) {
    int[] sums = weights.sums();
    Lookup lookup = new Lookup(weights);
    lookup.part(keys, IntStream.range(0, 10).toArray());
    lookup.part(keys, IntStream.range(10, keys.length).toArray());
    lookup.find();
    lookup.add(1, sums);
    lookup.add(0, sums);
    return sums;
  }

  /** Each feature speaks for one to all classes; every second one for one only. */
  private static int[][] given() {
    Random random = new Random(2);
    int[][] given = new int[FEATURES][CLASSES];
    for (int f = 0; f < FEATURES; f++) {
      int n = f % 2 == 0 ? 1 : 1 + random.nextInt(CLASSES);
      for (int i = 0; i < n; i++) {
        given[f][random.nextInt(CLASSES)] = 1 + random.nextInt(30_000);
        given[f][random.nextInt(CLASSES)] = -1 - random.nextInt(30_000);
      }
    }
    return given;
  }

  private static Weights weights(int[][] given) {
    Weights.Builder builder = new Weights.Builder(CLASSES, FEATURES);
    for (int f = 0; f < FEATURES; f++) {
      short[] run = new short[2 * CLASSES];
      int n = 0;
      for (int c = 0; c < CLASSES; c++) {
        if (given[f][c] != 0) {
          run[n++] = (short) c;
          run[n++] = (short) given[f][c];
        }
      }
      builder.add(Weights.fingerprint(key(f)), Arrays.copyOf(run, n));
    }
    return builder.build();
  }

  private static long key(int feature) {
    return Hash.of(1, feature);
  }

  private static Weights throughAFile(Weights weights) throws IOException {
    return Weights.read(new DataInputStream(new ByteArrayInputStream(bytes(weights))));
  }

  private static byte[] bytes(Weights weights) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    weights.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }
}
