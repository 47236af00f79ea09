package org.entente.actor;

import java.time.LocalDate;
import java.util.List;

/**
 * What the actor files know of one name.
 *
 * @param name canonical name
 * @param kind what it is
 * @param country ISO 3166-1 alpha-3 or empty
 * @param sector PLOVER sector or empty
 * @param use how the name stands for the actor
 * @param offices offices held, for a person
 */
record Entry(
    String name, Actor.Kind kind, String country, String sector, Use use, List<Office> offices) {
  /** How a name stands for its actor. */
  enum Use {
    NAME,
    /** An adjective or the people: "Israeli", "Israelis". */
    DEMONYM,
    /** A capital, a region or a seat of power. */
    PLACE
  }

  Entry {
    offices = List.copyOf(offices);
  }

  /** The actor at {@code day}; without a day, or out of office, the office is empty. */
  Actor at(@org.jspecify.annotations.Nullable LocalDate day) {
    String office = "";
    for (Office held : offices) {
      if (day != null && held.holds(day)) {
        office = held.title();
      }
    }
    return new Actor(name, kind, country, sector, office);
  }
}
