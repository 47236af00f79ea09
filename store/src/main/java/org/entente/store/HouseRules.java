package org.entente.store;

import org.jdbi.v3.core.Handle;

/** What the people of a desk decided for it. Thread-safe. */
public final class HouseRules {
  private static final String SECOND_PERSON = "second person";

  private final Store store;

  public HouseRules(Store store) {
    this.store = store;
  }

  /** Whether a review needs a second person before it is published; it does not at first. */
  public boolean secondPerson() {
    return store.read(HouseRules::secondPerson);
  }

  static boolean secondPerson(Handle h) {
    return h.select("SELECT value FROM house_rules WHERE name = ?", SECOND_PERSON)
        .mapTo(String.class)
        .findOne()
        .filter("yes"::equals)
        .isPresent();
  }

  /** Decides it, and remembers who did. */
  public void secondPerson(Member by, boolean needed) {
    store.write(h -> {
      h.execute("DELETE FROM house_rules WHERE name = ?", SECOND_PERSON);
      h.execute(
          "INSERT INTO house_rules (name, value) VALUES (?, ?)",
          SECOND_PERSON,
          needed ? "yes" : "no");
      String act = needed ? "asks for a second person" : "asks for no second person";
      Acts.add(h, store.clock(), new Acts.Act(by, act, "desk", 0, ""));
      return true;
    });
  }
}
