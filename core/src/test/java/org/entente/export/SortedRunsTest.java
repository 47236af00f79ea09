package org.entente.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sorting against a map that holds everything. */
class SortedRunsTest {
  private final Random random = new Random(4);

  /** Nothing, what fits into memory, several runs, and more runs than are read at once. */
  @ParameterizedTest
  @CsvSource({"0, 512", "1, 512", "32768, 512", "32769, 512", "400000, 512", "400000, 2"})
  void holdsEachKeyOnceAsItWasAddedFirst(int n, int most) throws Exception {
    SortedRuns runs = new SortedRuns(most);
    Map<Long, Integer> expected = new TreeMap<>();
    for (int i = 0; i < n; i++) {
      long key = random.nextInt(4) == 0 ? random.nextInt(50) : random.nextLong() >>> 16;
      int value = random.nextInt(8);
      runs.add(key, value);
      expected.putIfAbsent(key, value);
    }
    Map<Long, Integer> found = new LinkedHashMap<>();
    runs.each(found::put);
    assertThat(found).isEqualTo(expected);
    assertThat(List.copyOf(found.keySet())).isSorted();
    assertThat(runs.repeated()).isEqualTo(n - expected.size());
  }

  @Test
  void whatHasTooManyBitsIsRefused() {
    assertThatThrownBy(() -> new SortedRuns().add(1L << 48, 0)).hasMessageContaining("bits");
    assertThatThrownBy(() -> new SortedRuns().add(-1, 0)).hasMessageContaining("bits");
    assertThatThrownBy(() -> new SortedRuns().add(1, 8)).hasMessageContaining("bits");
  }
}
