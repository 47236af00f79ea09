package org.entente.desk;

/**
 * What is needed to let somebody in.
 *
 * @param sessions who is signed in
 * @param passwords how they are kept and what they must be
 * @param limits how often it may be tried
 */
public record Entrance(Sessions sessions, Passwords passwords, RateLimits limits) {}
