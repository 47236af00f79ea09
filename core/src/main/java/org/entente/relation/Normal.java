package org.entente.relation;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.InverseErfc;

/** The standard normal distribution. */
final class Normal {
  private static final double ROOT_OF_TWO = Math.sqrt(2);

  private Normal() {}

  /** The score that is exceeded with the probability; one too small to be told from 0 is raised. */
  static double score(double tail) {
    return ROOT_OF_TWO * InverseErfc.value(2 * Math.max(tail, 1e-300));
  }

  /** The probability of exceeding the score. */
  static double tail(double score) {
    return Erfc.value(score / ROOT_OF_TWO) / 2;
  }
}
