package org.entente.desk.member;

import org.jspecify.annotations.Nullable;

/**
 * The form for joining by an invitation.
 *
 * @param ticket the secret in the address
 * @param role what one becomes, in a word
 * @param name as typed
 * @param mail as typed
 * @param issuer by whose word one may join without a password, or null
 * @param proved whether it has said who this is
 * @param fault what was wrong, or null
 */
public record JoinView(
    String ticket,
    String role,
    String name,
    String mail,
    @Nullable String issuer,
    boolean proved,
    @Nullable String fault) {
  JoinView wrong(String sentence) {
    return new JoinView(ticket, role, name, mail, issuer, proved, sentence);
  }
}
