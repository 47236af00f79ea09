package org.entente.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellsTest {
  @Test
  void tabCellsStandOnOneLine() {
    assertThat(Cells.tab(" a\tb\r\nc \"d\"\u2028e\0f ")).isEqualTo("a b c 'd' e f");
    assertThat(Cells.tab("\t\n")).isEmpty();
  }

  @Test
  void whatIsNoProblemStays() {
    String text = "שלום \u202Eمرحبا 😀 “curly” — 040";
    assertThat(Cells.tab(text)).isEqualTo(text);
  }

  @Test
  void halvesOfPairsAreReplaced() {
    assertThat(Cells.tab("a\uD800b")).isEqualTo("a\uFFFDb");
  }

  @Test
  void formulasAreMadeHarmlessInCsvAndNumbersStay() {
    assertThat(Cells.csv("=1+1")).isEqualTo("'=1+1");
    assertThat(Cells.csv("\t@cmd")).isEqualTo("'@cmd");
    assertThat(Cells.csv("+a,b")).isEqualTo("\"'+a,b\"");
    assertThat(Cells.csv("-cmd")).isEqualTo("'-cmd");
    assertThat(Cells.csv("\uFF1D1")).isEqualTo("'\uFF1D1");
    assertThat(Cells.csv("-0.4")).isEqualTo("-0.4");
    assertThat(Cells.csv("-2+3")).isEqualTo("'-2+3");
  }
}
