package org.entente.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class RarityTest {
  private static final LocalDate BEGIN = LocalDate.of(2012, 1, 2);
  private static final Settings WEEKS = Settings.of(Grain.WEEK);

  /** 3, 1, 4, 1, 5, … : four events a week on average, at most seven. */
  private static final IntUnaryOperator USUAL =
      week -> new int[] {3, 1, 4, 1, 5, 7, 2, 6, 5, 4}[week % 10];

  @Test
  void threeTimesTheHighestWeekIsRare() {
    Rarity rarity = Rarity.ofLast(panel(70, USUAL, 21), WEEKS);
    assertThat(rarity.verdict()).isEqualTo(Verdict.RARE);
    assertThat(rarity.rank()).isEqualTo(1);
    assertThat(rarity.covered()).isEqualTo(70);
    assertThat(rarity.asHigh()).isEmpty();
    assertThat(rarity.words())
        .startsWith("Rare. 2013-W19 has 21 events, where 4.0 were to be expected")
        .contains("It ranks 1st of 71 weeks. No earlier one there is as high.")
        .endsWith("Of the 70 weeks before it 70 were read (100 %).");
  }

  @Test
  void aWeekAsOthersIsNotRareAndNamesThem() {
    Rarity rarity = Rarity.ofLast(panel(70, USUAL, 6), WEEKS);
    assertThat(rarity.verdict()).isEqualTo(Verdict.NOT_RARE);
    assertThat(rarity.rank()).isEqualTo(8);
    assertThat(rarity.asHigh())
        .extracting(r -> Grain.WEEK.name(r.start()) + " " + r.events())
        .containsExactly("2013-W16 6", "2013-W14 7", "2013-W06 6");
    assertThat(rarity.words()).startsWith("Not rare. ").contains("ranks 8th of 71 weeks");
  }

  @Test
  void theSmallestRareCountIsRareAndOneLessIsNot() {
    Forecast forecast = Rarity.ofLast(panel(70, USUAL, 0), WEEKS).forecast();
    int from = forecast.rareFrom();
    assertThat(Rarity.ofLast(panel(70, USUAL, from), WEEKS).verdict()).isEqualTo(Verdict.RARE);
    assertThat(Rarity.ofLast(panel(70, USUAL, from - 1), WEEKS).verdict())
        .isEqualTo(Verdict.NOT_RARE);
  }

  @Test
  void aGapCannotBeTold() {
    Rarity rarity = Rarity.ofLast(withLast(panel(70, USUAL, 0), 0, 0), WEEKS);
    assertThat(rarity.doubt()).isEqualTo(Doubt.NOT_READ);
    assertThat(rarity.forecast()).isNull();
    assertThat(rarity.words())
        .isEqualTo(
            "Cannot be told: nothing was read of it. 2013-W19 is a gap, not calm. Of the 70 weeks"
                + " before it 70 were read (100 %).");
  }

  @Test
  void aShortPastOrOneFullOfGapsCannotBeTold() {
    assertThat(Rarity.ofLast(panel(25, USUAL, 30), WEEKS).doubt()).isEqualTo(Doubt.PAST_TOO_SHORT);
    assertThat(Rarity.ofLast(holed(panel(100, USUAL, 30), 3), WEEKS).doubt())
        .isEqualTo(Doubt.PAST_FULL_OF_GAPS);
    assertThat(Rarity.ofLast(holed(panel(100, USUAL, 30), 2), WEEKS).verdict())
        .isEqualTo(Verdict.RARE);
  }

  @Test
  void aWeekReadQuiteOtherwiseCannotBeTold() {
    Panel panel = panel(70, USUAL, 30);
    assertThat(Rarity.ofLast(withLast(panel, 30, 9), WEEKS).doubt())
        .isEqualTo(Doubt.READ_OTHERWISE);
    assertThat(Rarity.ofLast(withLast(panel, 30, 1001), WEEKS).doubt())
        .isEqualTo(Doubt.READ_OTHERWISE);
  }

  @Test
  void aSingleEventAfterSilenceIsTooFewToCallRare() {
    assertThat(Rarity.ofLast(panel(104, w -> 0, 1), WEEKS).doubt()).isEqualTo(Doubt.FEW_EVENTS);
    assertThat(Rarity.ofLast(panel(104, w -> 0, 5), WEEKS).verdict()).isEqualTo(Verdict.RARE);
  }

  @Test
  void coverageScalesTheExpectation() {
    Panel panel = panel(70, USUAL, 8);
    Forecast usual = Rarity.ofLast(panel, WEEKS).forecast();
    Forecast doubled = Rarity.ofLast(withLast(panel, 8, 200), WEEKS).forecast();
    assertThat(doubled.expected()).isCloseTo(2 * usual.expected(), within(1e-6));
    assertThat(doubled.tail(Model.NEGATIVE_BINOMIAL)).isGreaterThan(0.3);
  }

  @Test
  void anOutbreakOfThePastIsWeightedDown() {
    Panel calm = panel(70, USUAL, 15);
    Panel outbreak = panel(70, w -> w == 30 ? 40 : USUAL.applyAsInt(w), 15);
    Forecast forecast = Rarity.ofLast(outbreak, WEEKS).forecast();
    assertThat(forecast.downWeighted()).isEqualTo(1);
    double before = Rarity.ofLast(calm, WEEKS).forecast().expected();
    assertThat(forecast.expected()).isCloseTo(before, within(0.25 * before));
    assertThat(Rarity.ofLast(outbreak, WEEKS).verdict()).isEqualTo(Verdict.RARE);
  }

  @Test
  void theWorkedNumbersOfTheDocument() {
    Panel panel = panel(70, USUAL, 12);
    Forecast usual = Rarity.ofLast(panel, WEEKS).forecast();
    assertThat(usual.expected()).isCloseTo(4.03, within(0.005));
    assertThat(usual.low()).isCloseTo(3.19, within(0.005));
    assertThat(usual.high()).isCloseTo(5.11, within(0.005));
    assertThat(usual.tail(Model.NEGATIVE_BINOMIAL)).isCloseTo(0.0021, within(0.00005));
    assertThat(usual.rareFrom()).isEqualTo(11);
    Forecast doubled = Rarity.ofLast(withLast(panel, 12, 200), WEEKS).forecast();
    assertThat(doubled.tail(Model.NEGATIVE_BINOMIAL)).isCloseTo(0.12, within(0.005));
  }

  @Test
  void aTrendIsFollowed() {
    Forecast rising = Rarity.ofLast(panel(104, w -> (4 + w / 10), 14), WEEKS).forecast();
    assertThat(rising.trend()).isBetween(2.0, 4.0);
    assertThat(rising.expected()).isBetween(13.0, 16.0);
    assertThat(rising.low()).isLessThan(rising.expected());
    assertThat(rising.high()).isGreaterThan(rising.expected());
  }

  @Test
  void silenceLeavesASmallExpectation() {
    Forecast silent = Rarity.ofLast(panel(104, w -> 0, 0), WEEKS).forecast();
    assertThat(silent.expected()).isBetween(0.002, 0.01);
    assertThat(silent.tail(Model.NEGATIVE_BINOMIAL)).isBetween(0.49, 0.51);
  }

  @Test
  void eachModelMayDecide() {
    for (Model model : Model.values()) {
      Settings settings = WEEKS.withModel(model);
      assertThat(Rarity.ofLast(panel(70, USUAL, 25), settings).verdict()).isEqualTo(Verdict.RARE);
      assertThat(Rarity.ofLast(panel(70, USUAL, 5), settings).verdict())
          .isEqualTo(Verdict.NOT_RARE);
    }
  }

  /** By hand: past of 4 each, so no trend, φ = 1 and μ = 4 + ½ / 104 (Jeffreys). */
  @Test
  void farringtonOfAFlatPastIsAsByHand() {
    Forecast flat = Rarity.ofLast(panel(104, w -> 4, 12), WEEKS).forecast();
    double mean = 4 + 0.5 / 104;
    double z = 1.5 * (Math.pow(12 / mean, 2.0 / 3) - 1) / Math.sqrt(1 / mean + 1 / (104 * mean));
    assertThat(flat.tail(Model.FARRINGTON)).isCloseTo(Normal.tail(z), within(1e-6));
  }

  @Test
  void hugeCountsStayFinite() {
    Rarity rarity = Rarity.ofLast(panel(104, w -> 5000 + w % 7, 1_000_000), WEEKS);
    assertThat(rarity.verdict()).isEqualTo(Verdict.RARE);
    assertThat(rarity.words()).contains("below 0.01 %");
  }

  @Test
  void ordinalsAreEnglish() {
    assertThat(List.of(1, 2, 3, 4, 11, 12, 13, 21, 102, 111))
        .extracting(RarityWords::ordinal)
        .containsExactly(
            "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "102nd", "111th");
  }

  @Test
  void settingsOutOfBoundsAreMisuse() {
    assertThatThrownBy(() -> WEEKS.withLevel(0)).hasMessageContaining("level 0.0");
    assertThatThrownBy(() -> WEEKS.withWindow(10)).hasMessageContaining("window 10");
  }

  static Panel panel(int past, IntUnaryOperator events, int last) {
    List<Panel.Row> rows = new ArrayList<>();
    for (int week = 0; week <= past; week++) {
      int count = week == past ? last : events.applyAsInt(week);
      rows.add(new Panel.Row(BEGIN.plusWeeks(week), count, 0, 100));
    }
    return new Panel(Grain.WEEK, rows);
  }

  static Panel withLast(Panel panel, int events, double exposure) {
    List<Panel.Row> rows = new ArrayList<>(panel.rows());
    Panel.Row last = rows.removeLast();
    rows.add(new Panel.Row(last.start(), events, 0, exposure));
    return new Panel(panel.grain(), rows);
  }

  /** Only one in so many weeks of the past was read. */
  static Panel holed(Panel panel, int every) {
    List<Panel.Row> rows = new ArrayList<>();
    for (int i = 0; i < panel.rows().size(); i++) {
      Panel.Row row = panel.rows().get(i);
      boolean read = i % every == 0 || i == panel.rows().size() - 1;
      rows.add(read ? row : new Panel.Row(row.start(), 0, 0, 0));
    }
    return new Panel(panel.grain(), rows);
  }
}
