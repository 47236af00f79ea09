package org.entente.desk;

import java.nio.file.Path;
import org.entente.desk.watch.MailSettings;
import org.entente.source.Fetch;
import org.jspecify.annotations.Nullable;

/**
 * What a desk uses of the world outside.
 *
 * @param fetch reads feeds and pages, and posts to webhooks
 * @param mail how mails are sent
 * @param folder where mails are written when there is no server to send them
 * @param working whether feeds are read and watches looked after without being asked
 * @param openId by whose word members may sign in; null for nobody's
 */
public record Outside(
    Fetch fetch, MailSettings mail, Path folder, boolean working, @Nullable OpenIdSettings openId) {
  /** Members sign in at the desk itself. */
  public Outside(Fetch fetch, MailSettings mail, Path folder, boolean working) {
    this(fetch, mail, folder, working, null);
  }

  /** The public web, no mail server, mails in the folder {@code mail}. */
  public static Outside standard() {
    return new Outside(Fetch.standard(), MailSettings.NONE, Path.of("mail"), true);
  }

  /** The same, but nothing is read or sent without being asked: a demo leaves the world alone. */
  public static Outside resting() {
    return new Outside(Fetch.standard(), MailSettings.NONE, Path.of("mail"), false);
  }

  public Outside withMail(MailSettings other) {
    return new Outside(fetch, other, folder, working, openId);
  }

  public Outside withOpenId(OpenIdSettings other) {
    return new Outside(fetch, mail, folder, working, other);
  }
}
