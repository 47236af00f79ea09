package org.entente.statement;

import java.util.Locale;
import org.entente.actor.Actor;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * The side that a speaker takes on a topic, so that two speakers can be laid side by side.
 *
 * @param speaker who takes it; null where the text names nobody
 * @param topic the phrase that names what it is about
 * @param side for, against, or only on a condition
 * @param evidence the statement that it was read from, from its first to its last character
 * @param rule name of the rule: cue, verb, duty or view
 */
public record Position(@Nullable Actor speaker, Span topic, Side side, Span evidence, String rule) {
  /** Which side. */
  public enum Side {
    FOR,
    AGAINST,
    CONDITIONAL;

    /** The word used in exports. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    Side opposite() {
      return switch (this) {
        case FOR -> AGAINST;
        case AGAINST -> FOR;
        case CONDITIONAL -> CONDITIONAL;
      };
    }
  }
}
