package org.entente.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static Slice slice(String name, long length) {
    return new Slice(name, name, 0, length);
  }

  @Test
  void batchesAreFilledInOrderAndHoldAtLeastOneSlice() {
    List<Slice> slices = List.of(slice("a", 6), slice("b", 3), slice("c", 2), slice("d", 50));
    assertThat(Plan.batches(slices, 10))
        .containsExactly(slices.subList(0, 2), slices.subList(2, 3), slices.subList(3, 4));
  }
}
