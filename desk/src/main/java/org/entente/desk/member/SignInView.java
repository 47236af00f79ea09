package org.entente.desk.member;

import org.jspecify.annotations.Nullable;

/**
 * The form for signing in.
 *
 * @param who what was typed
 * @param next where it goes on
 * @param issuer by whose word members may sign in, or null
 * @param fault what was wrong, or null
 */
public record SignInView(
    String who, String next, @Nullable String issuer, @Nullable String fault) {}
