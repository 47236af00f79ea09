package org.entente.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BCubedTest {
  @Test
  void isOneWhereTheGroupsAreTheSame() {
    assertThat(BCubed.of(List.of(7, 7, 9), List.of("a", "a", "b")).f()).isEqualTo(1);
  }

  @Test
  void countsEachItemsShares() {
    BCubed together = BCubed.of(List.of(1, 1, 1, 1), List.of("a", "a", "a", "b"));
    assertThat(together.precision()).isCloseTo((3 * .75 + .25) / 4, within(1e-9));
    assertThat(together.recall()).isEqualTo(1);
    BCubed apart = BCubed.of(List.of(1, 2, 3, 4), List.of("a", "a", "a", "b"));
    assertThat(apart.precision()).isEqualTo(1);
    assertThat(apart.recall()).isCloseTo((3 / 3.0 + 1) / 4, within(1e-9));
  }

  @Test
  void refusesListsOfTwoLengths() {
    assertThatIllegalArgumentException().isThrownBy(() -> BCubed.of(List.of(1), List.of(1, 2)));
  }
}
