package org.entente.relation;

/** Which of a pair's events are counted. */
public enum Part {
  /** All between the two. */
  ALL,
  /** Words: quad classes 1 and 3. */
  VERBAL,
  /** Deeds: quad classes 2 and 4. */
  MATERIAL,
  /** From the pair's first actor to its second. */
  FORTH,
  /** From the pair's second actor to its first. */
  BACK
}
