package org.entente.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RareFromTest {
  private static final double[] LEVELS = {0.2, 0.05, 0.01, 0.001, 1e-6};
  private static final double[] MEANS = {0, 0.02, 0.3, 1, 4, 20, 90, 400};

  @ParameterizedTest
  @EnumSource
  void isTheFirstCountWithSoSmallATail(Model model) {
    for (double mean : MEANS) {
      for (int bins : new int[] {12, 60}) {
        for (boolean bursts : new boolean[] {false, true}) {
          Prediction prediction = model.fit(past(mean, bins, bursts));
          for (double level : LEVELS) {
            int first = 1;
            while (prediction.tail(first) > level) {
              first++;
            }
            assertThat(RareFrom.of(prediction, level))
                .as("mean %s, %s bins, bursts %s, level %s", mean, bins, bursts, level)
                .isEqualTo(first);
          }
        }
      }
    }
  }

  @Test
  void theSumOfProbabilitiesLeadsToTheCountItself() {
    for (double mean : MEANS) {
      Prediction prediction = Model.NEGATIVE_BINOMIAL.fit(past(mean, 60, false));
      assertThat(Math.max(1, prediction.near(0.01))).isEqualTo(RareFrom.of(prediction, 0.01));
    }
  }

  @Test
  void beyondWhatIsSummedItIsSearched() {
    Prediction prediction = Model.NEGATIVE_BINOMIAL.fit(past(50_000, 30, false));
    int from = RareFrom.of(prediction, 0.01);
    assertThat(prediction.tail(from)).isLessThanOrEqualTo(0.01);
    assertThat(prediction.tail(from - 1)).isGreaterThan(0.01);
  }

  private static Past past(double mean, int bins, boolean bursts) {
    Random random = new Random(3);
    List<Panel.Row> rows = new ArrayList<>();
    for (int i = 0; i <= bins; i++) {
      double level = mean * (bursts && i % 9 == 4 ? 6 : 1);
      long events = Math.max(0, Math.round(level + Math.sqrt(level) * random.nextGaussian()));
      rows.add(
          new Panel.Row(
              LocalDate.of(2012, 1, 2).plusWeeks(i), (int) events, 0, 100 + random.nextInt(30)));
    }
    return Past.of(rows, bins, bins);
  }
}
