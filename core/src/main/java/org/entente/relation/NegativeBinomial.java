package org.entente.relation;

import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * Counts with expectation {@code mean} and variance mean + dispersion · mean².
 *
 * @param mean above 0
 * @param dispersion above 0; a Poisson count has a tiny one
 */
record NegativeBinomial(double mean, double dispersion) {
  /** Smallest dispersion, indistinguishable from Poisson. */
  static final double POISSON = 1e-6;

  NegativeBinomial {
    dispersion = Math.max(dispersion, POISSON);
  }

  /** Probability of so many or more. */
  double atLeast(int count) {
    double share = dispersion * mean / (1 + dispersion * mean);
    return count <= 0 ? 1 : RegularizedBeta.value(share, count, 1 / dispersion);
  }

  /** Probability of none. */
  double none() {
    return Math.exp(-Math.log1p(dispersion * mean) / dispersion);
  }

  /** The probability of one more than a count over that of exactly the count. */
  double growth(int count) {
    return (1 + dispersion * count) * mean / ((1 + dispersion * mean) * (count + 1));
  }

  /** Probability of more, and half of that of exactly so many. */
  double midTail(int count) {
    return (atLeast(count) + atLeast(count + 1)) / 2;
  }
}
