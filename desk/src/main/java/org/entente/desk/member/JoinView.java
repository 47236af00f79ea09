package org.entente.desk.member;

import org.jspecify.annotations.Nullable;

/**
 * The form for joining by an invitation.
 *
 * @param ticket the secret in the address
 * @param role what one becomes, in a word
 * @param name as typed
 * @param mail as typed
 * @param fault what was wrong, or null
 */
public record JoinView(
    String ticket, String role, String name, String mail, @Nullable String fault) {}
