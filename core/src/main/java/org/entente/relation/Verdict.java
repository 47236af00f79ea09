package org.entente.relation;

/** The answer to "is this rare for these two?". */
public enum Verdict {
  RARE,
  NOT_RARE,
  /** The coverage, or the number of events, does not bear an answer. */
  CANNOT_BE_TOLD
}
