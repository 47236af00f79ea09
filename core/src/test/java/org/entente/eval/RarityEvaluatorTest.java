package org.entente.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RarityEvaluatorTest {
  /** Of 20,000 pairs a share of 1 % has a standard error of 0.07 %. */
  @Test
  @Tag("slow")
  void ofAHundredQuietWeeksOneIsCalledRare() {
    Map<String, Double> figures = new RarityEvaluator(20_000, 1).measure();
    assertThat(figures.get("rarity.false")).isBetween(0.007, 0.013);
    assertThat(figures.get("rarity.false.randomised")).isBetween(0.007, 0.013);
    assertThat(figures.get("rarity.false.doubled-coverage")).isBetween(0.007, 0.013);
    assertThat(figures.get("rarity.found.fourfold")).isGreaterThanOrEqualTo(0.9);
    assertThat(figures.get("rarity.found.drawn")).isGreaterThanOrEqualTo(0.9);
    assertThat(figures.get("rarity.interval")).isBetween(0.94, 0.97);
    assertThat(figures.get("rarity.watch.false")).isLessThan(0.07);
  }

  @Test
  void aSmallRunAgreesAndRepeatsItself() {
    Map<String, Double> figures = new RarityEvaluator(1_000, 2).measure();
    assertThat(figures.get("rarity.false")).isBetween(0.002, 0.02);
    assertThat(figures.get("rarity.found.fourfold")).isGreaterThanOrEqualTo(0.9);
    assertThat(new RarityEvaluator(1_000, 2).measure()).isEqualTo(figures);
  }
}
