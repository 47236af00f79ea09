package org.entente.store;

import java.time.Instant;
import org.entente.actor.Actor;
import org.entente.statement.Status;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of a coded event. It wins over the machine, also over later codings of the
 * same words.
 *
 * @param verdict whether the event stands
 * @param code the right CAMEO code, null where the machine's is right
 * @param status the right status, or null
 * @param source who did it, or null where the machine's is right
 * @param target to whom, or null where the machine's is right
 * @param by who says so
 * @param at when
 * @param reason why, in words; may be empty
 */
public record Correction(
    Verdict verdict,
    @Nullable String code,
    @Nullable Status status,
    @Nullable Actor source,
    @Nullable Actor target,
    String by,
    Instant at,
    String reason) {
  /** Whether the event stands. */
  public enum Verdict {
    /** Right as coded. */
    ACCEPTED,
    /** There is no such event. */
    REJECTED,
    /** There is one, with what is given here. */
    CHANGED
  }

  public Correction {
    if (by.isBlank()) {
      throw new IllegalArgumentException("a correction must say by whom");
    }
    boolean changes = code != null || status != null || source != null || target != null;
    if (changes != (verdict == Verdict.CHANGED)) {
      throw new IllegalArgumentException(
          "a correction that is "
              + verdict
              + (changes ? " must not change anything" : " must change something"));
    }
  }

  /** A correction without changes. */
  public static Correction of(Verdict verdict, String by, Instant at, String reason) {
    return new Correction(verdict, null, null, null, null, by, at, reason);
  }
}
