package org.entente.desk.watch;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.entente.desk.Letter;
import org.entente.store.StoredWatch;

/** Sends mails by SMTP; writes them to a folder where no server is set. Thread-safe. */
public final class Mail {
  private static final String PATIENCE = "20000";

  private final MailSettings settings;
  private final Path folder;
  private final Session session;

  public Mail(MailSettings settings, Path folder) {
    this.settings = settings;
    this.folder = folder;
    this.session = Session.getInstance(properties(settings));
  }

  private static Properties properties(MailSettings settings) {
    String protocol = settings.encrypted() ? "smtps" : "smtp";
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", protocol);
    String prefix = "mail." + protocol + ".";
    properties.setProperty(prefix + "connectiontimeout", PATIENCE);
    properties.setProperty(prefix + "timeout", PATIENCE);
    properties.setProperty(prefix + "writetimeout", PATIENCE);
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.starttls.enable", "true");
    boolean secret = settings.password() != null && !settings.encrypted();
    properties.setProperty("mail.smtp.starttls.required", String.valueOf(secret));
    return properties;
  }

  /** Whether it is an address that a mail can go to. */
  static boolean isAddress(String words) {
    try {
      InternetAddress[] all = InternetAddress.parse(words, true);
      return all.length == 1 && all[0].getAddress().equals(words) && words.contains("@");
    } catch (AddressException e) {
      return false;
    }
  }

  /**
   * Sends what a watch found; gives where it went, in a sentence.
   *
   * @param unsubscribe the address that ends these mails
   */
  String send(StoredWatch watch, List<StoredWatch.Item> items, String unsubscribe)
      throws IOException {
    String subject = watch.name() + ": " + items.size() + " new";
    String text = text(watch, items) + "\nTo get no more of these: " + unsubscribe + "\n";
    Letter letter = new Letter(watch.to().mail(), subject, text, unsubscribe);
    return send(letter, "watch-" + watch.id());
  }

  /**
   * Gives where it went, in a sentence.
   *
   * @param kind how the name of its file begins, where it is written to one
   */
  public String send(Letter letter, String kind) throws IOException {
    try {
      MimeMessage message = message(letter);
      if (!settings.sends()) {
        return write(kind, message);
      }
      try (Transport transport = session.getTransport()) {
        transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
        transport.sendMessage(message, message.getAllRecipients());
      }
      return "Sent to " + letter.recipient() + ".";
    } catch (MessagingException e) {
      String who = settings.sends() ? "The mail server " + settings : "The folder for mails";
      throw new IOException(who + " did not take the mail.", e);
    }
  }

  private MimeMessage message(Letter letter) throws MessagingException {
    MimeMessage message = new MimeMessage(session);
    message.setFrom(new InternetAddress(settings.from()));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.recipient()));
    message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(Instant.now(Clock.systemUTC())));
    message.setHeader("Auto-Submitted", "auto-generated");
    if (letter.unsubscribe() != null) {
      message.setHeader("List-Unsubscribe", "<" + letter.unsubscribe() + ">");
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    message.setText(letter.body(), StandardCharsets.UTF_8.name());
    message.saveChanges();
    return message;
  }

  static String text(StoredWatch watch, List<StoredWatch.Item> items) {
    StringBuilder text = new StringBuilder("Your watch “" + watch.name() + "” found:\n");
    for (StoredWatch.Item item : items) {
      text.append('\n').append(item.title());
      if (item.day() != null) {
        text.append(" (").append(item.day()).append(')');
      }
      text.append('\n');
      if (!item.summary().isBlank()) {
        text.append(item.summary()).append('\n');
      }
      text.append(item.path()).append('\n');
    }
    return text.toString();
  }

  private String write(String kind, MimeMessage message) throws IOException, MessagingException {
    Files.createDirectories(folder);
    String id = Objects.requireNonNull(message.getMessageID()).replaceAll("[^A-Za-z0-9.]", "");
    Path file = folder.resolve(kind + "-" + id + ".eml");
    Path part = folder.resolve(file.getFileName() + ".part"); // whoever looks sees whole mails only
    try (OutputStream out = Files.newOutputStream(part)) {
      message.writeTo(out);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    return "No mail server is set; the mail was written to " + file + ".";
  }
}
