package org.entente.actor;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the actor files know of one name.
 *
 * @param name canonical name
 * @param kind what it is
 * @param country ISO 3166-1 alpha-3 or empty
 * @param sector PLOVER sector or empty
 * @param use how the name stands for the actor
 * @param offices offices held by a person; the years of a state or organisation that ceased
 * @param elsewhere other countries that the name may be of, as for "Kurds"
 */
record Entry(
    String name,
    Actor.Kind kind,
    String country,
    String sector,
    Use use,
    List<Office> offices,
    List<String> elsewhere) {
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
    elsewhere = List.copyOf(elsewhere);
  }

  /** A name of one country. */
  Entry(
      String name, Actor.Kind kind, String country, String sector, Use use, List<Office> offices) {
    this(name, kind, country, sector, use, offices, List.of());
  }

  /** The same in one of the countries that share it. */
  Entry in(String chosen) {
    return new Entry(name, kind, chosen, sector, use, offices, List.of());
  }

  /**
   * The actor at {@code day}. Outside the dates the office is named as former or later; without a
   * day it is empty.
   */
  Actor at(@Nullable LocalDate day) {
    return new Actor(name, kind, country, sector, day == null ? "" : office(day));
  }

  private String office(LocalDate day) {
    Office former = null;
    Office later = null;
    for (Office held : offices) {
      if (held.holds(day)) {
        return kind == Actor.Kind.PERSON ? held.title() : "";
      }
      if (held.to().isBefore(day)) {
        former = former == null || former.to().isBefore(held.to()) ? held : former;
      } else {
        later = later == null || held.from().isBefore(later.from()) ? held : later;
      }
    }
    return former != null
        ? "former " + former.title()
        : later != null ? "later " + later.title() : "";
  }
}
