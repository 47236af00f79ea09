package org.entente.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PairTest {
  @Test
  void aPairHasNoDirection() {
    assertThat(Pair.of("USA", "RUS")).isEqualTo(Pair.of("RUS", "USA")).hasToString("RUS–USA");
  }

  @Test
  void nobodyIsAPairWithThemselves() {
    assertThatThrownBy(() -> Pair.of("RUS", "RUS")).hasMessageContaining("must name two actors");
    assertThatThrownBy(() -> Pair.of("RUS", " ")).hasMessageContaining("blank");
  }
}
