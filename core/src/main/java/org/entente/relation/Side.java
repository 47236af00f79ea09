package org.entente.relation;

/** Agreement and tension: two measures of a pair, never one score. */
public enum Side {
  /** Events with a Goldstein score above zero. */
  AGREEMENT,
  /** Events with a Goldstein score below zero. */
  TENSION;

  /** Whether the event counts on this side; one with score zero counts on neither. */
  public boolean has(RelationEvent event) {
    return this == AGREEMENT ? event.goldstein() > 0 : event.goldstein() < 0;
  }
}
