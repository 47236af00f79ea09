package org.entente.relation;

import java.util.Arrays;

/**
 * Farrington et al. 1996 and its improvement by Noufaily et al. 2013, over consecutive bins: a
 * Poisson regression with an overdispersion φ estimated from Pearson's statistic, fitted twice,
 * with outbreaks of the past weighted down by their Anscombe residuals in between. Neither has a
 * season.
 */
final class QuasiPoisson implements Prediction {
  /** Share of a normal distribution's upper tail at which a trend counts as significant, twice. */
  private static final double SIGNIFICANT = 1.959963984540054;

  /** A flat prior, but for a past that all lies at one end. */
  private static final double FREE = 1e-6;

  private final Past past;
  private final Model model;
  private double[] weights;
  private LogLinear fit;
  private double scale;
  private int downWeighted;

  private QuasiPoisson(Past past, Model model) {
    this.past = past;
    this.model = model;
    weights = new double[past.size()];
    Arrays.fill(weights, 1);
    fit = LogLinear.fit(past, weights, 0, FREE);
    scale = scale(2);
  }

  static QuasiPoisson of(Past past, Model model) {
    QuasiPoisson fitted = new QuasiPoisson(past, model);
    fitted.refit(FREE);
    if (!fitted.keepsTrend()) {
      fitted.refit(Double.POSITIVE_INFINITY);
    }
    return fitted;
  }

  private void refit(double slopePrecision) {
    int parameters = slopePrecision == FREE ? 2 : 1;
    Arrays.fill(weights, 1);
    fit = LogLinear.fit(past, weights, 0, slopePrecision);
    scale = scale(parameters);
    weigh();
    fit = LogLinear.fit(past, weights, 0, slopePrecision);
    scale = scale(parameters);
  }

  /** Farrington asks for a significant trend; neither extrapolates beyond what was ever seen. */
  private boolean keepsTrend() {
    double size = Math.abs(fit.slope()) / Math.sqrt(scale * fit.slopeVariance());
    boolean significant = model == Model.NOUFAILY || size > SIGNIFICANT;
    double greatest = 0;
    for (int i = 0; i < past.size(); i++) {
      greatest = Math.max(greatest, past.events[i] * Math.exp(-past.offset[i]));
    }
    return significant && fit.expected() <= greatest;
  }

  /** φ, at least 1. */
  private double scale(int parameters) {
    double sum = 0;
    for (int i = 0; i < past.size(); i++) {
      double missing = past.events[i] - fit.mean(i);
      sum += weights[i] * missing * missing / fit.mean(i);
    }
    return Math.max(1, sum / (past.size() - parameters));
  }

  private void weigh() {
    double threshold = model == Model.NOUFAILY ? Mixture.OUTSTANDING : 1;
    double sum = 0;
    downWeighted = 0;
    for (int i = 0; i < weights.length; i++) {
      double residual = anscombe(i);
      boolean high = residual > threshold;
      downWeighted += high ? 1 : 0;
      weights[i] = high ? 1 / (residual * residual) : 1;
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= weights.length / sum;
    }
  }

  private double anscombe(int i) {
    double mean = fit.mean(i);
    double distance = Math.cbrt((double) past.events[i] * past.events[i]) - Math.cbrt(mean * mean);
    double spread = Math.pow(mean, 1.0 / 6) * Math.sqrt(1 - Math.min(fit.leverage(i), 0.999));
    return 1.5 * distance / (Math.sqrt(scale) * spread);
  }

  @Override
  public LogLinear fit() {
    return fit;
  }

  @Override
  public double dispersion() {
    return (scale - 1) / fit.expected();
  }

  @Override
  public double variance() {
    return scale * fit.variance();
  }

  @Override
  public int downWeighted() {
    return downWeighted;
  }

  @Override
  public double atLeast(int count) {
    return model == Model.NOUFAILY ? plugged().atLeast(count) : normalTail(count - 0.5);
  }

  /**
   * Farrington: normal after the power 2/3, with the variance of count and expectation. Noufaily:
   * negative binomial with the expectation taken as known.
   */
  @Override
  public double tail(int count) {
    return model == Model.NOUFAILY ? plugged().midTail(count) : normalTail(count);
  }

  private NegativeBinomial plugged() {
    return new NegativeBinomial(fit.expected(), dispersion());
  }

  private double normalTail(double count) {
    double ratio = Math.max(count, 0) / fit.expected();
    double distance = Math.cbrt(ratio * ratio) - 1;
    return Normal.tail(1.5 * distance / Math.sqrt(scale / fit.expected() + variance()));
  }
}
