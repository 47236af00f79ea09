package org.entente.desk.member;

import java.io.IOException;
import org.entente.desk.Letter;
import org.entente.desk.Outside;
import org.entente.desk.watch.Mail;

/** By the desk's mail server, or into its folder. */
public final class MailCarrier implements Carrier {
  private final Mail mail;
  private final String instead;

  public MailCarrier(Outside outside) {
    this.mail = new Mail(outside.mail(), outside.folder());
    this.instead =
        outside.mail().sends()
            ? ""
            : "No mail server is set on this desk: its mails lie in the folder "
                + outside.folder().getFileName()
                + ".";
  }

  @Override
  public void carry(Letter letter) throws IOException {
    mail.send(letter, "member");
  }

  @Override
  public String instead() {
    return instead;
  }
}
