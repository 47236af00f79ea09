package org.entente.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.entente.time.DateRange;
import org.junit.jupiter.api.Test;

class SeriesTest {
  @Test
  void laterBinsDoNotChangeAnAnswer() {
    Pair pair = Pair.of("ARN", "GON");
    LocalDate first = LocalDate.of(2012, 1, 2);
    List<RelationEvent> events = new ArrayList<>();
    List<Coverage> coverage = new ArrayList<>();
    for (int week = 0; week < 80; week++) {
      LocalDate day = first.plusWeeks(week);
      coverage.add(new Coverage(day, 10 + week % 3, 1));
      for (int i = 0; i < (week == 60 ? 9 : week % 4); i++) {
        events.add(new RelationEvent(day, "ARN", "GON", 3, 1, 1, "e" + week + "-" + i));
      }
    }
    Answer.Asked asked =
        new Answer.Asked(Grain.WEEK, first, first.plusWeeks(60), Exposure.ARTICLES);
    Settings settings = Settings.of(Grain.WEEK);
    DateRange all = new DateRange(first, first.plusWeeks(79));
    Series whole = Series.of(pair, Grain.WEEK, all, events, coverage);
    Answer answer = Answer.of(whole, settings, asked);
    assertThat(answer).isEqualTo(Answer.of(pair, settings, asked, events, coverage));
    assertThat(answer.agreement().verdict()).isEqualTo(Verdict.RARE);
    assertThat(answer.series().bins()).hasSize(61);
  }

  private static final Pair PAIR = Pair.of("GON", "ARN");
  private static final LocalDate MONDAY = LocalDate.of(2013, 5, 6);
  private static final DateRange MAY = new DateRange(MONDAY, MONDAY.plusDays(20));

  @Test
  void agreementAndTensionOfOneWeekStandApart() {
    Series series =
        weeks(
            List.of(event(0, "ARN", "GON", 4, 1, "a"), event(2, "GON", "ARN", -10, 4, "b")),
            List.of(new Coverage(MONDAY, 40, 6)));
    Bin week = series.bins().getFirst();
    assertThat(week.tally(Side.AGREEMENT, Part.ALL)).isEqualTo(new Tally(1, 4));
    assertThat(week.tally(Side.TENSION, Part.ALL)).isEqualTo(new Tally(1, 10));
    assertThat(week.tally(Side.AGREEMENT, Part.VERBAL).events()).isEqualTo(1);
    assertThat(week.tally(Side.TENSION, Part.VERBAL)).isEqualTo(Tally.NONE);
    assertThat(week.tally(Side.TENSION, Part.MATERIAL).events()).isEqualTo(1);
    assertThat(week.tally(Side.AGREEMENT, Part.FORTH).events()).isEqualTo(1);
    assertThat(week.tally(Side.TENSION, Part.BACK).events()).isEqualTo(1);
  }

  @Test
  void reportsOfOneEventCountOnceOnItsFirstDay() {
    List<RelationEvent> reports = new ArrayList<>();
    reports.add(event(8, "ARN", "GON", 7, 2, "a"));
    reports.add(event(1, "ARN", "GON", 4, 1, "a"));
    reports.add(event(1, "ARN", "GON", 5, 2, "a"));
    Series series = weeks(reports, List.of());
    assertThat(series.bins().get(0).tally(Side.AGREEMENT, Part.ALL)).isEqualTo(new Tally(1, 5));
    assertThat(series.bins().get(1).tally(Side.AGREEMENT, Part.ALL)).isEqualTo(Tally.NONE);
    Collections.reverse(reports);
    assertThat(weeks(reports, List.of())).isEqualTo(series);
  }

  @Test
  void whatBothDidTogetherCountsOnceForThePairAndOnceInEachDirection() {
    Series series =
        weeks(
            List.of(event(0, "ARN", "GON", 4, 1, "a"), event(0, "GON", "ARN", 4, 1, "a")),
            List.of());
    Bin week = series.bins().getFirst();
    assertThat(week.tally(Side.AGREEMENT, Part.ALL)).isEqualTo(new Tally(1, 4));
    assertThat(week.tally(Side.AGREEMENT, Part.FORTH).events()).isEqualTo(1);
    assertThat(week.tally(Side.AGREEMENT, Part.BACK).events()).isEqualTo(1);
  }

  @Test
  void aWeekThatNobodyReadIsAGapNotCalm() {
    Series series =
        weeks(
            List.of(),
            List.of(new Coverage(MONDAY, 40, 0), new Coverage(MONDAY.plusDays(1), 2, 1)));
    assertThat(series.bins()).extracting(Bin::isGap).containsExactly(false, true, true);
    Panel panel = series.panel(Side.TENSION, Part.ALL, Exposure.ARTICLES);
    assertThat(panel.rows()).extracting(Panel.Row::exposure).containsExactly(42.0, 0.0, 0.0);
    assertThat(series.panel(Side.TENSION, Part.ALL, Exposure.SENTENCES).toCsv())
        .isEqualTo(
            """
            bin,events,weighted,exposure
            2013-W19,0,0.0,1.0
            2013-W20,0,0.0,0.0
            2013-W21,0,0.0,0.0
            """);
  }

  @Test
  void othersAndWhatIsNeitherAgreementNorTensionAreLeftOut() {
    Series series =
        weeks(
            List.of(
                event(0, "ARN", "MOR", -10, 4, "a"),
                event(0, "ARN", "GON", 0, 1, "b"),
                event(-1, "ARN", "GON", 4, 1, "c"),
                event(21, "ARN", "GON", 4, 1, "d")),
            List.of());
    assertThat(series.bins())
        .allMatch(b ->
            b.tally(Side.AGREEMENT, Part.ALL).events() == 0
                && b.tally(Side.TENSION, Part.ALL).events() == 0);
  }

  @Test
  void binsAreDaysIsoWeeksOrMonths() {
    LocalDate newYear = LocalDate.of(2021, 1, 1);
    assertThat(Grain.WEEK.name(Grain.WEEK.start(newYear))).isEqualTo("2020-W53");
    assertThat(Grain.MONTH.name(Grain.MONTH.start(newYear.plusDays(40)))).isEqualTo("2021-02");
    assertThat(Grain.DAY.name(newYear)).isEqualTo("2021-01-01");
    DateRange winter = new DateRange(LocalDate.of(2012, 11, 30), LocalDate.of(2013, 2, 1));
    assertThat(Series.of(PAIR, Grain.MONTH, winter, List.of(), List.of()).bins()).hasSize(4);
  }

  @Test
  void aHoleBetweenBinsIsMisuse() {
    Series weeks = weeks(List.of(), List.of());
    List<Bin> holed = List.of(weeks.bins().get(0), weeks.bins().get(2));
    assertThatThrownBy(() -> new Series(PAIR, Grain.WEEK, holed))
        .hasMessage("bin 2013-05-20 does not follow 2013-05-06");
  }

  private static Series weeks(List<RelationEvent> events, List<Coverage> coverage) {
    return Series.of(PAIR, Grain.WEEK, MAY, events, coverage);
  }

  private static RelationEvent event(
      int day, String source, String target, double goldstein, int quad, String key) {
    return new RelationEvent(MONDAY.plusDays(day), source, target, goldstein, quad, 1, key);
  }
}
