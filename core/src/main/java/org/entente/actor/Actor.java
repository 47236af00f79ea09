package org.entente.actor;

/**
 * Who acts, speaks or is acted on.
 *
 * @param name canonical name ("Russia", "John Kerry", "Hezbollah"); for an unresolved actor the
 *     words of the text
 * @param kind what it is
 * @param country ISO 3166-1 alpha-3, or empty where it has none (an international organisation) or
 *     none is known
 * @param sector PLOVER sector such as GOV, MIL, REB; empty for a state as a whole
 * @param office the office held at the article's date ("U.S. secretary of state"), else empty
 */
public record Actor(String name, Kind kind, String country, String sector, String office) {
  /** The kinds of actors. */
  public enum Kind {
    STATE,
    ORGANISATION,
    GROUP,
    PERSON,
    /** Somebody named only by role: "police", "the spokesman", "rebels". */
    AGENT,
    UNRESOLVED
  }

  public Actor {
    if (!country.isEmpty() && !country.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException(
          "country '" + country + "' of " + name + " is neither ISO 3166-1 alpha-3 nor IGO or NGO");
    }
  }

  /** An actor that no file knows: kept as a value, never dropped. */
  public static Actor unresolved(String words) {
    return new Actor(words, Kind.UNRESOLVED, "", "", "");
  }
}
