package org.entente.desk.watch;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The server that mails are sent by.
 *
 * @param host null when there is none
 * @param port of SMTP
 * @param encrypted TLS from the first byte on (smtps); otherwise STARTTLS is required where a
 *     password is given, and used where the server offers it
 * @param user who signs in, or null
 * @param password of the user, or null
 * @param from the sender
 */
public record MailSettings(
    @Nullable String host,
    int port,
    boolean encrypted,
    @Nullable String user,
    @Nullable String password,
    String from) {
  /** Mails are written to a folder. */
  public static final MailSettings NONE =
      new MailSettings(null, 0, false, null, null, "entente@localhost");

  /**
   * @param address {@code smtp://user:password@host:587} or {@code smtps://host}
   * @param from the sender
   * @throws IllegalArgumentException in one sentence, without the password
   */
  public static MailSettings of(String address, String from) {
    URI uri;
    try {
      uri = URI.create(address);
    } catch (IllegalArgumentException e) {
      throw wrong();
    }
    boolean encrypted = "smtps".equals(uri.getScheme());
    if (uri.getHost() == null || !(encrypted || "smtp".equals(uri.getScheme()))) {
      throw wrong();
    }
    String[] account = Optional.ofNullable(uri.getRawUserInfo()).orElse("").split(":", 2);
    int port = uri.getPort() > 0 ? uri.getPort() : encrypted ? 465 : 587;
    return new MailSettings(
        uri.getHost(),
        port,
        encrypted,
        account[0].isEmpty() ? null : decoded(account[0]),
        account.length < 2 ? null : decoded(account[1]),
        from);
  }

  /** What is shown must not hold the password. */
  private static IllegalArgumentException wrong() {
    return new IllegalArgumentException(
        "the mail server is given as smtp://user:password@host:port or smtps://…, characters such as"
            + " @ in a password as %40");
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  public boolean sends() {
    return host != null;
  }

  @Override
  public String toString() {
    return sends() ? host + ":" + port : "no mail server";
  }
}
