package org.entente.desk;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * The issuer of OpenID Connect by whose word members may sign in.
 *
 * @param issuer its address, exactly as its tokens have it; https, or http on this machine
 * @param client what the issuer calls this desk
 * @param secret what this desk proves itself with to the issuer
 */
public record OpenIdSettings(URI issuer, String client, String secret) {
  private static final Pattern SAFE =
      Pattern.compile("https://.+|http://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?(/.*)?");

  public OpenIdSettings {
    if (!SAFE.matcher(issuer.toString()).matches()
        || issuer.getHost() == null
        || issuer.getRawQuery() != null
        || issuer.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "the issuer '" + issuer + "' must be an address as https://login.example.org");
    }
    if (client.isBlank() || secret.isBlank()) {
      throw new IllegalArgumentException(
          "signing in by the word of " + issuer + " needs a client id and its secret");
    }
  }

  /** How readers know the issuer. */
  public String name() {
    return issuer.getHost();
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return client + " at " + issuer;
  }
}
