package org.entente.event;

import java.util.Locale;
import org.entente.statement.Status;

/**
 * How an event stands to the world, in parts: how certain it is, what is wished of it, and when it
 * lies; who asserts it stands in the attribution of the event. The status is one word derived from
 * the parts by a named rule.
 *
 * @param status the derived word
 * @param rule name of the rule that derived it
 * @param certainty how firmly it is said
 * @param wish what somebody wants of it
 * @param time where it lies as seen from the text
 */
public record Assessment(Status status, String rule, Certainty certainty, Wish wish, Time time) {
  /** How firmly it is said. */
  public enum Certainty {
    ASSERTED,
    POSSIBLE,
    CONDITIONAL,
    /** Said of an opponent. */
    CLAIMED,
    DENIED;

    /** The word used in exports. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What somebody wants of it. */
  public enum Wish {
    NONE,
    INTENDED,
    HOPED,
    REQUESTED,
    DEMANDED,
    REFUSED,
    THREATENED;

    /** The word used in exports. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Where it lies as seen from the text. */
  public enum Time {
    /** Before what the text is about. */
    EARLIER,
    PAST,
    PRESENT,
    FUTURE;

    /** The word used in exports. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
