package org.entente.relation;

/** How the probability of a count is computed from the past. */
public enum Model {
  /**
   * Negative binomial with level, trend and dispersion learned from the past and their uncertainty
   * carried into the probability. The one that keeps its promise in simulation; the default.
   */
  NEGATIVE_BINOMIAL,
  /** Quasi-Poisson with the threshold of Farrington et al., JRSS A 159 (1996) 547–563. */
  FARRINGTON,
  /** As improved by Noufaily et al., Statistics in Medicine 32 (2013) 1206–1222. */
  NOUFAILY;

  Prediction fit(Past past) {
    return this == NEGATIVE_BINOMIAL ? Mixture.of(past) : QuasiPoisson.of(past, this);
  }
}
