package org.entente.desk.member;

import java.util.List;
import org.entente.store.Comment;
import org.entente.store.Member;
import org.entente.store.Passkeys;
import org.jspecify.annotations.Nullable;

/**
 * One's own account.
 *
 * @param member whose
 * @param passkeys its passkeys, oldest first
 * @param hasPassword whether it has a password
 * @param held its comments that wait for approval
 * @param newsletter which reviews it gets by mail
 * @param elsewhere whom it linked at an issuer, or null where there is no issuer
 * @param said what was just done or was wrong, or null
 * @param wrong whether that was wrong
 */
public record AccountView(
    Member member,
    List<Passkeys.Kept> passkeys,
    boolean hasPassword,
    List<Comment> held,
    NewsletterView newsletter,
    @Nullable Elsewhere elsewhere,
    @Nullable String said,
    boolean wrong) {
  public AccountView {
    passkeys = List.copyOf(passkeys);
    held = List.copyOf(held);
  }

  /**
   * An issuer by whose word members may sign in.
   *
   * @param issuer as readers know it
   * @param linked whether the member linked an account there
   */
  public record Elsewhere(String issuer, boolean linked) {}

  /** Whether it can get in again when it signs out. */
  public boolean canSignIn() {
    return hasPassword
        || !passkeys.isEmpty()
        || member.confirmed()
        || (elsewhere != null && elsewhere.linked());
  }
}
