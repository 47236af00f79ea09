package org.entente.relation;

/** What a bin's expected count is proportional to. */
public enum Exposure {
  /**
   * Articles read. The default: sentences that name both grow with the very meeting or quarrel that
   * is tested and would explain it away.
   */
  ARTICLES,
  /** Sentences that name both: asks how the two got on, given how much was said of them. */
  SENTENCES
}
