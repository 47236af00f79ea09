package org.entente.relation;

import java.util.EnumMap;
import java.util.Map;

/**
 * What the pair's own past lets expect of a bin, at the bin's own coverage.
 *
 * @param expected events to be expected
 * @param low lower end of the 95 % interval of the expected value (not of the count)
 * @param high its upper end
 * @param trend factor by which the level changes over the past: 2 doubles, 0.5 halves
 * @param dispersion variance of a count is mean + dispersion · mean²; 0 for Poisson
 * @param downWeighted bins of the past that were weighted down because they stand out
 * @param tails by model: probability of more than was counted, and half of that of exactly so many
 * @param atLeast by the settings' model: probability of so many or more
 * @param rareFrom the smallest count that the settings call rare
 */
public record Forecast(
    double expected,
    double low,
    double high,
    double trend,
    double dispersion,
    int downWeighted,
    Map<Model, Double> tails,
    double atLeast,
    int rareFrom) {
  private static final double NORMAL_95 = 1.959963984540054;

  public Forecast {
    tails = Map.copyOf(tails);
  }

  static Forecast of(Past past, int count, Settings settings) {
    Map<Model, Double> tails = new EnumMap<>(Model.class);
    for (Model model : Model.values()) {
      if (model != settings.model()) {
        tails.put(model, model.fit(past).tail(count));
      }
    }
    Prediction main = settings.model().fit(past);
    tails.put(settings.model(), main.tail(count));
    double expected = main.fit().expected();
    double span = Math.exp(NORMAL_95 * Math.sqrt(main.variance()));
    return new Forecast(
        expected,
        expected / span,
        expected * span,
        Math.exp(main.fit().slope()),
        main.dispersion(),
        main.downWeighted(),
        tails,
        main.atLeast(count),
        Math.max(settings.leastEvents(), RareFrom.of(main, settings.level())));
  }

  /** The tail probability by one model. */
  public double tail(Model model) {
    return tails.getOrDefault(model, Double.NaN);
  }
}
