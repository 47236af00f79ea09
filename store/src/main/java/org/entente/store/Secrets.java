package org.entente.store;

import java.security.SecureRandom;
import java.util.Base64;

/** What nobody can guess: 256 random bits. Thread-safe. */
final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /** A secret for addresses and cookies, in Base64 for them; stores keep {@link Tickets#hash}. */
  static String make() {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }
}
