package org.entente.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with an account.
 *
 * @param id its key
 * @param name as shown beside posts and comments; one of a kind, whatever its case
 * @param mail the address, "" after erasure
 * @param confirmed whether somebody opened a link that was sent to the address
 * @param role what it may do
 * @param trusted whether a comment of its was ever approved
 * @param mute until when it may not comment, and why; null when it may
 * @param notices which mails it wants
 * @param epoch goes up when all its sessions are to end
 * @param joined when
 */
public record Member(
    long id,
    String name,
    String mail,
    boolean confirmed,
    Role role,
    boolean trusted,
    @Nullable Mute mute,
    Notices notices,
    int epoch,
    Instant joined) {
  public Member {
    if (name.isBlank()) {
      throw new IllegalArgumentException("the name of member " + id + " must not be blank");
    }
  }

  /** Which mails a member wants about comments. */
  public enum Notices {
    /** One for each reply. */
    EACH,
    /** One a day, when there is anything. */
    DIGEST,
    NONE
  }

  /**
   * Silence for a while.
   *
   * @param until when it ends
   * @param reason as the member sees it
   */
  public record Mute(Instant until, String reason) {}

  /** Whether it may not comment at that moment. */
  public boolean mutedAt(Instant now) {
    return mute != null && mute.until().isAfter(now);
  }

  /** Whether it may do what a role may. */
  public boolean may(Role asked) {
    return switch (role) {
      case ADMINISTRATOR -> true;
      case EDITOR -> asked == Role.EDITOR || asked == Role.CONTRIBUTOR || asked == Role.MEMBER;
      case CONTRIBUTOR -> asked == Role.CONTRIBUTOR || asked == Role.MEMBER;
      case MODERATOR -> asked == Role.MODERATOR || asked == Role.MEMBER;
      case MEMBER -> asked == Role.MEMBER;
    };
  }
}
