package org.entente.export;

/**
 * Where something happened.
 *
 * @param name as written; empty where the text does not say
 * @param country ISO 3166-1 alpha-3 of the country it lies in; empty when that is not known
 * @param whole whether the country as a whole is named, not a place in it
 */
public record Place(String name, String country, boolean whole) {
  /** Where the text does not say. */
  public static final Place UNKNOWN = new Place("", "", false);
}
