package org.entente.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DyadPanelTest {
  private static final YearMonth MAY = YearMonth.of(2013, 5);

  @Test
  void looksAsItDid() throws Exception {
    DyadPanel panel = new DyadPanel(Map.of(MAY, 2L, MAY.plusMonths(2), 5L, MAY.plusMonths(3), 0L));
    panel.include("XKX", "DEU");
    Samples.events().forEach(panel::add);
    StringBuilder out = new StringBuilder();
    assertThat(panel.write(out)).isEqualTo(10);
    Golden.check("dyads-covered.tab", out.toString());
    assertThat(panel.outside()).isZero();
  }

  @Test
  void zerosStandOnlyInsideWhatWasRead() throws Exception {
    DyadPanel panel = new DyadPanel(Map.of(MAY.minusMonths(1), 3L));
    Samples.events().forEach(panel::add);
    StringBuilder out = new StringBuilder();
    assertThat(panel.write(out)).isZero();
    assertThat(panel.outside()).isEqualTo(4);
  }

  @Test
  void numbersFollowTheTwoLists() {
    Countries countries = Countries.shipped();
    assertThat(countries.cow("DEU", YearMonth.of(1985, 1))).isEqualTo("260");
    assertThat(countries.cow("DEU", MAY)).isEqualTo("255");
    assertThat(countries.gleditschWard("DEU")).isEqualTo("260");
    assertThat(countries.cow("XKX", YearMonth.of(2008, 1))).isEmpty();
    assertThat(countries.cow("XKX", YearMonth.of(2008, 2))).isEqualTo("347");
    assertThat(countries.cow("PSE", MAY)).isEmpty();
    assertThat(countries.cow("SRB", MAY)).isEqualTo("345");
    assertThat(countries.gleditschWard("SRB")).isEqualTo("340");
  }

  @Test
  void onlyTwoKnownStatesMakeAPair() {
    DyadPanel panel = new DyadPanel(Map.of());
    assertThatThrownBy(() -> panel.include("USA", "XXX")).hasMessageContaining("XXX");
    assertThatThrownBy(() -> panel.include("USA", "USA")).hasMessageContaining("USA");
  }
}
