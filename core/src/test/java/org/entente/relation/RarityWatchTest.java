package org.entente.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RarityWatchTest {
  private static final Settings WEEKS = Settings.of(Grain.WEEK);

  @Test
  void whatIsRareAloneNeedNotBeRareAmongMany() {
    List<Watch.Entry> entries = new ArrayList<>();
    entries.add(entry("ARN", 12));
    assertThat(entries.getFirst().rarity().verdict()).isEqualTo(Verdict.RARE);
    assertThat(Watch.of(entries, 0.05).lines()).hasSize(1);
    for (int i = 0; i < 50; i++) {
      entries.add(entry("Q" + i, 4));
    }
    assertThat(Watch.of(entries, 0.05).lines()).isEmpty();
    entries.add(entry("MOR", 40));
    Watch watch = Watch.of(entries, 0.05);
    assertThat(watch.tested()).isEqualTo(52);
    assertThat(watch.lines()).extracting(l -> l.entry().pair().first()).containsExactly("MOR");
    assertThat(watch.alone()).extracting(e -> e.pair().first()).containsExactly("ARN");
  }

  @Test
  void adjustmentIsBenjaminiAndHochbergs() {
    List<Watch.Entry> entries =
        List.of(entry("A", 40), entry("B", 12), entry("C", 4), entry("D", 3));
    Watch watch = Watch.of(entries, 0.05);
    assertThat(watch.lines()).hasSize(2);
    Watch.Line second = watch.lines().get(1);
    assertThat(second.adjusted()).isEqualTo(second.entry().tail() * 4 / 2);
  }

  @Test
  void whatCannotBeToldIsNotCounted() {
    Panel gap = RarityTest.withLast(RarityTest.panel(70, w -> w % 8, 0), 0, 0);
    Watch.Entry untold =
        new Watch.Entry(Pair.of("ARN", "ZZZ"), Side.TENSION, Rarity.ofLast(gap, WEEKS));
    Watch watch = Watch.of(List.of(untold), 0.05);
    assertThat(watch.tested()).isZero();
    assertThat(watch.lines()).isEmpty();
  }

  private static Watch.Entry entry(String actor, int last) {
    Panel panel = RarityTest.panel(70, w -> w % 8, last);
    return new Watch.Entry(Pair.of(actor, "ZZZ"), Side.AGREEMENT, Rarity.ofLast(panel, WEEKS));
  }
}
