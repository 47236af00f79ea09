package org.entente.relation;

/**
 * The regression behind all models: log of the expected count = level + slope · time + offset, with
 * variance μ + dispersion · μ². Fitted by Fisher scoring (iteratively reweighted least squares) of
 * the likelihood with Jeffreys' prior (Firth 1993), which for this link adds half the leverage to
 * each count: bias is reduced, and a past without event has a finite level. The slope has a normal
 * prior of the given precision.
 */
final class LogLinear {
  private static final int STEPS = 100;

  private final Past past;
  private final double[] weights;
  private final double dispersion;
  private final double slopePrecision;

  private final double[] means;

  private double level;
  private double slope;

  // Inverse of the information of level and slope.
  private double v00;
  private double v01;
  private double v11;

  private LogLinear(Past past, double[] weights, double dispersion, double slopePrecision) {
    this.past = past;
    this.weights = weights;
    this.dispersion = dispersion;
    this.slopePrecision = slopePrecision;
    means = new double[past.size()];
  }

  /**
   * Fits level and slope.
   *
   * @param weights one for each bin of the past
   * @param dispersion 0 for Poisson
   * @param slopePrecision of the prior around 0; infinite for no slope
   */
  static LogLinear fit(Past past, double[] weights, double dispersion, double slopePrecision) {
    LogLinear fit = new LogLinear(past, weights, dispersion, slopePrecision);
    fit.level = Math.log(past.meanRate());
    fit.score();
    return fit;
  }

  /** The same with another dispersion, searched from here. */
  LogLinear with(double otherDispersion) {
    LogLinear fit = new LogLinear(past, weights, otherDispersion, slopePrecision);
    fit.level = level;
    fit.slope = slope;
    fit.score();
    return fit;
  }

  private void score() {
    for (int step = 0; step < STEPS; step++) {
      invert();
      double u0 = 0;
      double u1 = hasSlope() ? -slopePrecision * slope : 0;
      for (int i = 0; i < past.size(); i++) {
        double mean = mean(i);
        double missing = weights[i] * (past.events[i] - mean) + leverage(i) / 2;
        double u = missing / (1 + dispersion * mean);
        u0 += u;
        u1 += u * past.time[i];
      }
      double d0 = v00 * u0 + v01 * u1;
      double d1 = v01 * u0 + v11 * u1;
      double damp = Math.min(1, 2 / Math.max(Math.abs(d0), Math.abs(d1)));
      level += damp * d0;
      slope += damp * d1;
      if (Math.abs(d0) + Math.abs(d1) < 1e-9) {
        break;
      }
    }
    invert();
  }

  private boolean hasSlope() {
    return slopePrecision < Double.POSITIVE_INFINITY;
  }

  private void invert() {
    for (int i = 0; i < means.length; i++) {
      means[i] = Math.exp(level + slope * past.time[i] + past.offset[i]);
    }
    double i00 = 0;
    double i01 = 0;
    double i11 = hasSlope() ? slopePrecision : 0;
    for (int i = 0; i < past.size(); i++) {
      double w = information(i);
      i00 += w;
      i01 += w * past.time[i];
      i11 += w * past.time[i] * past.time[i];
    }
    double determinant = hasSlope() ? i00 * i11 - i01 * i01 : i00;
    v00 = hasSlope() ? i11 / determinant : 1 / i00;
    v01 = hasSlope() ? -i01 / determinant : 0;
    v11 = hasSlope() ? i00 / determinant : 0;
  }

  private double information(int i) {
    double mean = mean(i);
    return weights[i] * mean / (1 + dispersion * mean);
  }

  /** The expected count of a bin of the past. */
  double mean(int i) {
    return means[i];
  }

  /** How much a bin of the past pulls its own expectation: between 0 and 1. */
  double leverage(int i) {
    double t = past.time[i];
    return information(i) * (v00 + 2 * t * v01 + t * t * v11);
  }

  /** The expected count of the tested bin. */
  double expected() {
    return Math.exp(level);
  }

  /** Variance of the logarithm of {@link #expected()}. */
  double variance() {
    return v00;
  }

  /** Change of the logarithm of the level over the past. */
  double slope() {
    return slope;
  }

  double slopeVariance() {
    return v11;
  }
}
