package org.entente.desk.member;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * Writes mails to a folder, one file each (RFC 5322, UTF-8), where no server is set to send them.
 *
 * @param folder made when the first is written
 */
public record MailFolder(Path folder) implements Carrier {
  /** The folder {@code mail} beside a store's file, or in the working folder. */
  public static MailFolder beside(String store) {
    return new MailFolder(
        store.startsWith("jdbc:")
            ? Path.of("mail")
            : Path.of(store).toAbsolutePath().resolveSibling("mail"));
  }

  @Override
  public void carry(Letter letter) throws IOException {
    Files.createDirectories(folder);
    String unsubscribe =
        letter.unsubscribe() == null
            ? ""
            : "List-Unsubscribe: <"
                + letter.unsubscribe()
                + ">\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\n";
    String whole =
        "To: "
            + letter.recipient()
            + "\nSubject: "
            + letter.subject()
            + "\nDate: "
            + ZonedDateTime.now(ZoneOffset.UTC).format(DateTimeFormatter.RFC_1123_DATE_TIME)
            + "\nAuto-Submitted: auto-generated\n"
            + unsubscribe
            + "MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n\n"
            + letter.body();
    Path aside = folder.resolve(UUID.randomUUID() + ".part");
    Files.writeString(aside, whole, StandardCharsets.UTF_8);
    Files.move(aside, folder.resolve(aside.getFileName().toString().replace(".part", ".eml")));
  }

  @Override
  public String instead() {
    return "No mail server is set on this desk: its mails lie in the folder "
        + folder.getFileName()
        + " beside the store.";
  }
}
