package org.entente.statement;

/**
 * How an event or a claim stands to the world. Only {@link #HAPPENED} and {@link #ONGOING} count as
 * facts reported; all others say who wishes, plans, denies or recalls.
 */
public enum Status {
  HAPPENED,
  ONGOING,
  ANNOUNCED,
  INTENDED,
  HOPED,
  REQUESTED,
  DEMANDED,
  THREATENED,
  REFUSED,
  DENIED,
  ACCUSED,
  CONDITIONAL,
  BACKGROUND;

  /** The word used in exports and on pages. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
