package org.entente.relation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What to expect of a bin by the negative binomial model when neither level nor dispersion is known
 * but both are learned from the past: negative binomials, one for each dispersion that the past
 * leaves possible.
 *
 * <p>For a given dispersion α the expected count has, by the regression, a gamma distribution with
 * squared coefficient of variation s²; a negative binomial around it is again negative binomial
 * with α + s² + α·s² (its two moments; exact for α = 0). The dispersions stand on a grid of
 * coefficients of variation √α, weighted by the likelihood of the past under a uniform prior on √α
 * (Gelman 2006); integrating level and slope out by Laplace's method takes off the determinant that
 * Jeffreys' prior of {@link LogLinear} puts on. The slope has a standard normal prior: within one
 * past a change of level by the factor e is one standard deviation.
 *
 * <p>Bins of the past that stand out (normal score above 2.58, as in Noufaily et al. 2013) are
 * weighted down to (2.58 / score)² and the mixture is learned again.
 */
final class Mixture implements Prediction {
  /** Normal score from which a bin of the past is weighted down. */
  static final double OUTSTANDING = 2.58;

  /** Steps of √α from 0 to 2: beyond, a bin's level would vary by more than twice itself. */
  static final int GRID = 40;

  private static final double STEP = 0.05;
  private static final double SLOPE_PRECISION = 1;

  /** Larger counts are searched, which takes fewer steps than to sum up to them. */
  private static final int SUMMED = 2_000;

  private final List<LogLinear> fits = new ArrayList<>();
  private final List<NegativeBinomial> parts = new ArrayList<>();
  private final double[] shares = new double[GRID + 1];

  /** Counts beside one another are asked in turn, each twice. */
  private final Map<Integer, Double> known = new HashMap<>();

  private int mode;
  private int downWeighted;

  static Mixture of(Past past) {
    double[] weights = new double[past.size()];
    Arrays.fill(weights, 1);
    Mixture first = new Mixture(past, weights);
    int outstanding = 0;
    for (int i = 0; i < weights.length; i++) {
      NegativeBinomial usual = new NegativeBinomial(first.fit().mean(i), first.dispersion());
      double score = Normal.score(usual.midTail(past.events[i]));
      if (score > OUTSTANDING) {
        weights[i] = OUTSTANDING / score * (OUTSTANDING / score);
        outstanding++;
      }
    }
    Mixture last = outstanding == 0 ? first : new Mixture(past, weights);
    last.downWeighted = outstanding;
    return last;
  }

  private Mixture(Past past, double[] weights) {
    int greatest = past.greatest();
    for (int k = 0; k <= GRID; k++) {
      double dispersion = dispersion(k);
      LogLinear fit =
          k == 0
              ? LogLinear.fit(past, weights, dispersion, SLOPE_PRECISION)
              : fits.getLast().with(dispersion);
      double s2 = fit.variance();
      fits.add(fit);
      parts.add(new NegativeBinomial(fit.expected(), dispersion + s2 + dispersion * s2));
      double end = k == 0 || k == GRID ? Math.log(0.5) : 0;
      double prior = -SLOPE_PRECISION * fit.slope() * fit.slope() / 2;
      shares[k] = logLikelihood(past, weights, fit, dispersion, greatest) + prior + end;
      mode = shares[k] > shares[mode] ? k : mode;
    }
    normalise();
  }

  private void normalise() {
    double top = shares[mode];
    double sum = 0;
    for (int k = 0; k <= GRID; k++) {
      shares[k] = Math.exp(shares[k] - top);
      sum += shares[k];
    }
    for (int k = 0; k <= GRID; k++) {
      shares[k] /= sum;
    }
  }

  private static double dispersion(int k) {
    return STEP * k * STEP * k;
  }

  /** Without what does not depend on the parameters. */
  private static double logLikelihood(
      Past past, double[] weights, LogLinear fit, double dispersion, int greatest) {
    double[] rising = new double[greatest + 1];
    for (int j = 0; j < greatest; j++) {
      rising[j + 1] = rising[j] + Math.log1p(dispersion * j);
    }
    double sum = 0;
    for (int i = 0; i < past.size(); i++) {
      double mean = fit.mean(i);
      int y = past.events[i];
      double growth = dispersion == 0 ? mean : Math.log1p(dispersion * mean) / dispersion;
      double each = rising[y] + y * Math.log(mean / (1 + dispersion * mean)) - growth;
      sum += weights[i] * each;
    }
    return sum;
  }

  /** The fit with the likeliest dispersion. */
  @Override
  public LogLinear fit() {
    return fits.get(mode);
  }

  /** The likeliest dispersion. */
  @Override
  public double dispersion() {
    return dispersion(mode);
  }

  @Override
  public double variance() {
    return fit().variance();
  }

  @Override
  public int downWeighted() {
    return downWeighted;
  }

  @Override
  public double atLeast(int count) {
    return known.computeIfAbsent(count, this::sum);
  }

  private double sum(int count) {
    double sum = 0;
    for (int k = 0; k <= GRID; k++) {
      sum += shares[k] * parts.get(k).atLeast(count);
    }
    return sum;
  }

  @Override
  public double tail(int count) {
    return (atLeast(count) + atLeast(count + 1)) / 2;
  }

  /** Sums up the probabilities of 0, 1, 2…, each from the one before it. */
  @Override
  public int near(double level) {
    double[] exactly = new double[GRID + 1];
    double more = 1;
    for (int k = 0; k <= GRID; k++) {
      exactly[k] = shares[k] * parts.get(k).none();
    }
    int most = fit().expected() < SUMMED ? SUMMED : 0;
    for (int count = 0; count < most; count++) {
      double here = 0;
      for (int k = 0; k <= GRID; k++) {
        here += exactly[k];
        exactly[k] *= parts.get(k).growth(count);
      }
      more -= here;
      if (more + here / 2 <= level) {
        return count;
      }
    }
    return (int) fit().expected();
  }
}
