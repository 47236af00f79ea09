package org.entente.eval;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.numbers.gamma.InverseErfc;
import org.entente.relation.Grain;
import org.entente.relation.Panel;

/**
 * A made-up pair whose weeks follow a known law: negative binomial around a level with a trend, in
 * proportion to coverage that comes and goes, with weeks that nobody read.
 *
 * @param rate events a week at usual coverage, at the tested week
 * @param dispersion variance is mean + dispersion · mean²
 * @param weeks of the past
 * @param trend change of the level's logarithm over the past
 * @param gaps share of the past's weeks without coverage
 * @param swing spread of the coverage's logarithm
 * @param drift spread of a level that wanders by itself, against the assumptions; 0 for none
 */
record QuietPair(
    double rate,
    double dispersion,
    int weeks,
    double trend,
    double gaps,
    double swing,
    double drift) {
  /** Articles read in a usual week. */
  static final double USUAL = 200;

  private static final LocalDate BEGIN = LocalDate.of(2011, 1, 3);
  private static final double[] RATES = {0.3, 1, 2, 5, 10, 30};
  private static final double[] DISPERSIONS = {0, 0.05, 0.1, 0.2, 0.5, 1};
  private static final int[] WEEKS = {30, 52, 104};
  private static final double[] TRENDS = {-0.7, 0, 0.7};
  private static final double[] GAPS = {0, 0.1, 0.3};
  private static final double[] SWINGS = {0, 0.3, 0.6};

  /** One of all kinds, drawn evenly. */
  static QuietPair draw(SplittableRandom random) {
    double gaps = GAPS[random.nextInt(GAPS.length)];
    // As many weeks more as become gaps, so that as many are left.
    int weeks = (int) Math.ceil(WEEKS[random.nextInt(WEEKS.length)] / (1 - gaps));
    return new QuietPair(
        RATES[random.nextInt(RATES.length)],
        DISPERSIONS[random.nextInt(DISPERSIONS.length)],
        weeks,
        TRENDS[random.nextInt(TRENDS.length)],
        gaps,
        SWINGS[random.nextInt(SWINGS.length)],
        0);
  }

  QuietPair withDrift(double spread) {
    return new QuietPair(rate, dispersion, weeks, trend, gaps, swing, spread);
  }

  /** A past and a last week that was read; the last week's coverage is multiplied. */
  Panel panel(SplittableRandom random, double coverage) {
    List<Panel.Row> rows = new ArrayList<>();
    double news = 0;
    double wander = 0;
    for (int week = 0; week <= weeks; week++) {
      news = 0.8 * news + 0.6 * swing * normal(random);
      wander = 0.8 * wander + 0.6 * drift * normal(random);
      boolean last = week == weeks;
      double factor = last ? coverage : 1;
      double articles = Math.max(1, Math.rint(USUAL * factor * Math.exp(news)));
      double level = rate * Math.exp(trend * (week - weeks) / weeks + wander);
      int events = count(level * articles / USUAL, dispersion, random);
      boolean gap = !last && random.nextDouble() < gaps;
      rows.add(row(week, gap ? 0 : events, gap ? 0 : articles));
    }
    return new Panel(Grain.WEEK, rows);
  }

  /** What the law expects of the last week of a panel, without drift. */
  double expected(Panel panel) {
    return rate * panel.rows().getLast().exposure() / USUAL;
  }

  /** The panel with another count in its last week. */
  static Panel planted(Panel panel, int events) {
    List<Panel.Row> rows = new ArrayList<>(panel.rows());
    Panel.Row last = rows.removeLast();
    rows.add(new Panel.Row(last.start(), events, 0, last.exposure()));
    return new Panel(panel.grain(), rows);
  }

  private static Panel.Row row(int week, int events, double articles) {
    return new Panel.Row(BEGIN.plusWeeks(week), events, 0, articles);
  }

  private static double normal(SplittableRandom random) {
    return -Math.sqrt(2) * InverseErfc.value(2 * random.nextDouble());
  }

  /**
   * A negative binomial count by inversion: one number from the source, the same on any machine.
   */
  static int count(double mean, double dispersion, SplittableRandom random) {
    double rest = random.nextDouble();
    double spread = dispersion * mean;
    double p = dispersion == 0 ? Math.exp(-mean) : Math.exp(-Math.log1p(spread) / dispersion);
    int count = 0;
    while (rest > p && count < 100_000) {
      rest -= p;
      p *= mean * (1 + dispersion * count) / ((count + 1) * (1 + spread));
      count++;
    }
    return count;
  }
}
