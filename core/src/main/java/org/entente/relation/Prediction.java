package org.entente.relation;

/** What a model, fitted to the past, expects of the tested bin. */
interface Prediction {
  LogLinear fit();

  /** Variance over mean of a count is 1 + dispersion · mean. */
  double dispersion();

  /** Variance of the logarithm of the expected count. */
  double variance();

  /** Bins of the past that were weighted down as outbreaks. */
  int downWeighted();

  /** Probability of count or more. */
  double atLeast(int count);

  /** Probability of more than count, and half of that of exactly count. */
  double tail(int count);

  /** About the count from which on the tail is no more than a level. */
  default int near(double level) {
    return (int) fit().expected();
  }
}
