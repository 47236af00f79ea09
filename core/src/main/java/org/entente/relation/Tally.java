package org.entente.relation;

/**
 * How many events, and their Goldstein scores added up.
 *
 * @param events distinct events
 * @param weighted sum of |Goldstein score| × weight, at least 0
 */
public record Tally(int events, double weighted) {
  public static final Tally NONE = new Tally(0, 0);

  Tally plus(RelationEvent event) {
    return new Tally(events + 1, weighted + event.size());
  }
}
