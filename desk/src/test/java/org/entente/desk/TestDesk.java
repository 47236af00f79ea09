package org.entente.desk;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.entente.Entente;
import org.entente.desk.member.Postman;
import org.entente.desk.watch.Watching;
import org.entente.source.Document;
import org.entente.source.Documents;
import org.entente.store.Store;

/**
 * One desk over the demo's chronicle, started once for all tests of a JVM that only read. A test
 * that writes starts its own with {@link #fresh}.
 */
public final class TestDesk {
  private static @org.jspecify.annotations.Nullable Desk shared;

  private TestDesk() {}

  /** The address of the shared desk, with a slash at its end. */
  public static synchronized String address() {
    if (shared == null) {
      shared = fresh();
    }
    return shared.address().toString();
  }

  /** A desk of its own over a store of its own; close it at the end. */
  public static Desk fresh() {
    return startAt(0);
  }

  /** A desk of its own over a store that holds only these. */
  static Desk over(Document... documents) {
    try {
      Path store = Files.createTempDirectory("desk").resolve("few.db");
      Entente entente = Entente.create();
      try (Store made = Store.open(store.toString())) {
        for (Document document : documents) {
          made.add(entente.read(document), entente.version());
        }
      }
      return Desk.start(DeskSettings.of(store.toString()).withPort(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same as the demo serves it. */
  public static Desk demo() {
    return Desk.start(new DeskSettings(copy().toString(), "127.0.0.1", 0, true));
  }

  /** The same, listening on an address. */
  static Desk listeningOn(String address) {
    return Desk.start(new DeskSettings(copy().toString(), address, 0, false));
  }

  /** The same, by a clock of the test's. */
  static Desk fresh(Clock clock) {
    return Desk.start(settings(0), clock);
  }

  /** A desk of its own that reaches outside as the test says. */
  public static Desk fresh(Outside outside) {
    return Desk.start(settings(0).withOutside(outside));
  }

  /** What the desk has mailed, in no order: some lines of the head, then the text. */
  public static List<String> mails(Desk desk) {
    Path folder = desk.part(DeskSettings.class).outside().folder();
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<String> mails = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".eml")).toList()) {
        mails.add(mail(file));
      }
      return mails;
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String mail(Path file) throws IOException, MessagingException {
    try (InputStream in = Files.newInputStream(file)) {
      MimeMessage message = new MimeMessage(null, in);
      StringBuilder text = new StringBuilder("To: " + message.getHeader("To", null) + "\n");
      text.append("Subject: ").append(message.getSubject()).append('\n');
      for (String name : List.of("List-Unsubscribe", "List-Unsubscribe-Post")) {
        text.append(name).append(": ").append(message.getHeader(name, null)).append('\n');
      }
      return text.append('\n').append(message.getContent()).toString().replace("\r\n", "\n");
    }
  }

  /** Mails what is due a day from now. */
  public static void tomorrow(Desk desk) {
    later(desk, Duration.ofDays(1));
  }

  /** Does something while no mail goes out. */
  public static void betweenMails(Desk desk, Runnable work) {
    synchronized (desk.part(Postman.class)) {
      work.run();
    }
  }

  /** Mails what is due some time from now. */
  public static void later(Desk desk, Duration later) {
    desk.part(Postman.class).deliver(Instant.now().plus(later));
  }

  /** Publishes what is due at a moment; what was published. */
  public static List<org.entente.store.Post> publishDue(Desk desk, Instant now) {
    return desk.part(org.entente.desk.publish.Scheduler.class).publish(now);
  }

  /** The store behind a desk. */
  public static Store store(Desk desk) {
    return desk.part(Store.class);
  }

  /** The file of that store. */
  public static String file(Desk desk) {
    return desk.part(DeskSettings.class).store();
  }

  /** What looks after the watches of a desk. */
  public static Watching watching(Desk desk) {
    return desk.part(Work.class).background().watching();
  }

  static Desk startAt(int port) {
    return Desk.start(settings(port));
  }

  /** Mails go to a folder beside the copy of the store. */
  private static DeskSettings settings(int port) {
    Path store = copy();
    Outside standard = Outside.standard();
    return DeskSettings.of(store.toString())
        .withPort(port)
        .withOutside(
            new Outside(
                standard.fetch(),
                standard.mail(),
                store.resolveSibling("mail"),
                standard.working()));
  }

  private static Path copy() {
    try {
      Path made = Files.createTempDirectory("desk").resolve("chronicle.db");
      Files.copy(Chronicle.STORE, made);
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The chronicle, coded once. */
  private static final class Chronicle {
    private static final Path STORE = code();

    private static Path code() {
      Path root = Path.of(System.getProperty("entente.root"));
      Path chronicle = root.resolve("cli/src/main/resources/org/entente/cli/chronicle.jsonl");
      Entente entente = Entente.create();
      try {
        Path made = Files.createTempDirectory("desk").resolve("chronicle.db");
        try (Store store = Store.open(made.toString());
            var items = Documents.standard().open(chronicle.toString())) {
          items.forEach(item -> store.add(entente.read(item.document()), entente.version()));
        }
        return made;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
