package org.entente.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What the people of a desk decided for it. Thread-safe. */
public final class HouseRules {
  private static final String SECOND_PERSON = "second person";
  private static final String EXCERPT = "excerpt";

  private final Store store;

  public HouseRules(Store store) {
    this.store = store;
  }

  /** Whether a review needs a second person before it is published; it does not at first. */
  public boolean secondPerson() {
    return store.read(HouseRules::secondPerson);
  }

  static boolean secondPerson(Handle h) {
    return value(h, SECOND_PERSON).filter("yes"::equals).isPresent();
  }

  /** Decides it, and remembers who did. */
  public void secondPerson(Member by, boolean needed) {
    String act = needed ? "asks for a second person" : "asks for no second person";
    keep(by, SECOND_PERSON, needed ? "yes" : "no", act);
  }

  /** How much of an article a review may show without a word of its author. */
  public ExcerptLimit excerpt() {
    return store.read(h -> value(h, EXCERPT).map(ExcerptLimit::of).orElse(ExcerptLimit.STANDARD));
  }

  /** Decides it, and remembers who did. */
  public void excerpt(Member by, ExcerptLimit limit) {
    keep(by, EXCERPT, limit.toString(), "sets the limit of excerpts to " + limit);
  }

  private static Optional<String> value(Handle h, String rule) {
    return h.select("SELECT value FROM house_rules WHERE name = ?", rule)
        .mapTo(String.class)
        .findOne();
  }

  private void keep(Member by, String rule, String value, String act) {
    store.write(h -> {
      h.execute("DELETE FROM house_rules WHERE name = ?", rule);
      h.execute("INSERT INTO house_rules (name, value) VALUES (?, ?)", rule, value);
      Acts.add(h, store.clock(), new Acts.Act(by, act, "desk", 0, ""));
      return true;
    });
  }
}
