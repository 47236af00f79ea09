package org.entente.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EditsTest {
  @Test
  void countsLettersThatDiffer() {
    assertThat(Edits.between("gdelt", "gdelt")).isZero();
    assertThat(Edits.between("icws", "icews")).isEqualTo(1);
    assertThat(Edits.between("RSU", "RUS")).isEqualTo(1);
    assertThat(Edits.between("", "abc")).isEqualTo(3);
    assertThat(Edits.between("kitten", "sitting")).isEqualTo(3);
  }

  @Test
  void theNearestComeFirstAndNothingFarOff() {
    List<String> all = List.of("table", "tables", "cable", "gdelt");
    assertThat(Edits.near("TABLE", all, 5)).containsExactly("table", "cable", "tables");
    assertThat(Edits.near("RSU", List.of("CSU", "REU", "RUS"), 2)).containsExactly("RUS", "CSU");
    assertThat(Edits.near("xyz", all, 5)).isEmpty();
  }
}
