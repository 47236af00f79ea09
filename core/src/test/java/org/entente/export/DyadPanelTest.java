package org.entente.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.entente.relation.Counting;
import org.junit.jupiter.api.Test;

class DyadPanelTest {
  private static final YearMonth MAY = YearMonth.of(2013, 5);

  @Test
  void looksAsItDid() throws Exception {
    DyadPanel panel = new DyadPanel(Map.of(MAY, 2L, MAY.plusMonths(2), 5L, MAY.plusMonths(3), 0L));
    panel.include("XKX", "DEU");
    addAll(panel, Samples.events());
    StringBuilder out = new StringBuilder();
    assertThat(panel.write(out)).isEqualTo(10);
    Golden.check("dyads-covered.tab", out.toString());
    assertThat(panel.outside()).isZero();
  }

  @Test
  void zerosStandOnlyInsideWhatWasRead() throws Exception {
    DyadPanel panel = new DyadPanel(Map.of(MAY.minusMonths(1), 3L));
    addAll(panel, Samples.events());
    StringBuilder out = new StringBuilder();
    assertThat(panel.write(out)).isZero();
    assertThat(panel.outside()).isEqualTo(4);
  }

  private static void addAll(DyadPanel panel, List<ExportEvent> events) throws IOException {
    for (ExportEvent event : events) {
      panel.add(event);
    }
  }

  /** Every month of many pairs against counts in a map, with more events than are held. */
  @Test
  void manyEventsAreCountedOnceEach() throws Exception {
    Random random = new Random(7);
    List<String> states = List.of("RUS", "USA", "SYR", "TUR", "IRN", "DEU");
    List<ExportEvent> kinds = Samples.events().subList(0, 4);
    DyadPanel panel = new DyadPanel(Map.of(MAY, 3L, MAY.plusMonths(1), 4L));
    Map<String, String> first = new TreeMap<>();
    for (int id = 1; id <= 120_000; id++) {
      int from = random.nextInt(states.size());
      int to = (from + 1 + random.nextInt(states.size() - 1)) % states.size();
      ExportEvent event =
          Samples.between(
              kinds.get(random.nextInt(kinds.size())),
              id,
              Samples.state(states.get(from), states.get(from)),
              Samples.state(states.get(to), states.get(to)),
              MAY.atDay(1).plusDays(random.nextInt(61)));
      panel.add(event);
      first.putIfAbsent(
          Counting.key(event.type().code(), states.get(from), states.get(to), event.day()),
          cell(states.get(from), states.get(to), event));
    }
    Map<String, Integer> expected = new TreeMap<>();
    first.values().forEach(cell -> expected.merge(cell, 1, Integer::sum));
    StringBuilder out = new StringBuilder();
    assertThat(panel.write(out)).isEqualTo(2L * states.size() * (states.size() - 1) / 2);
    Map<String, Integer> found = new TreeMap<>();
    for (String line : out.toString().lines().skip(1).toList()) {
      String[] cells = line.split("\t");
      for (int i = 8; i < 16; i++) {
        String name = DyadPanel.COLUMNS.get(i);
        found.put(
            cells[4] + cells[5] + cells[6] + "-" + cells[7] + name, Integer.parseInt(cells[i]));
      }
    }
    found.values().removeIf(n -> n == 0);
    assertThat(found).isEqualTo(expected);
    assertThat(panel.repeated()).isEqualTo(120_000 - first.size()).isGreaterThan(50_000);
  }

  private static String cell(String source, String target, ExportEvent event) {
    boolean inOrder = source.compareTo(target) < 0;
    String quad =
        List.of(
                "verbal_cooperation",
                "material_cooperation",
                "verbal_conflict",
                "material_conflict")
            .get(event.type().quad() - 1);
    return (inOrder ? source + target : target + source)
        + event.day().getYear()
        + "-"
        + event.day().getMonthValue()
        + quad
        + (inOrder ? "_12" : "_21");
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
