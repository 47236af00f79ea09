package org.entente.desk.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.entente.Entente;
import org.entente.desk.Desk;
import org.entente.desk.Outside;
import org.entente.desk.Receiver;
import org.entente.desk.TestDesk;
import org.entente.desk.Visitor;
import org.entente.desk.publish.FeedSchemas;
import org.entente.source.Document;
import org.entente.source.Documents;
import org.entente.source.Fetch;
import org.entente.source.Item;
import org.entente.source.Metadata;
import org.entente.store.Role;
import org.entente.store.Store;
import org.entente.store.StoredWatch;
import org.entente.store.Watches;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchingTest {
  private static final Entente ENTENTE = Entente.create();

  @TempDir private Path folder;
  private final Receiver server = new Receiver();
  private final GreenMail mails =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private Desk desk;
  private Visitor ada;

  @BeforeEach
  void open() {
    mails.start();
    start(MailSettings.of("smtp://127.0.0.1:" + mails.getSmtp().getPort(), "desk@example.org"));
  }

  private void start(MailSettings settings) {
    Fetch fetch = Fetch.allowing(InetAddress::isLoopbackAddress);
    desk = TestDesk.fresh(new Outside(fetch, settings, folder.resolve("mail"), false));
    ada = Visitor.letIn(desk, "Ada");
  }

  @AfterEach
  void close() {
    desk.close();
    server.close();
    mails.stop();
  }

  private Store store() {
    return TestDesk.store(desk);
  }

  private StoredWatch watch(Map<String, String> form) {
    assertThat(ada.post("/watches", "/watches", form).statusCode()).isEqualTo(303);
    return new Watches(store()).all().getLast();
  }

  private void add(String name, String text) {
    Metadata metadata =
        new Metadata(
            "Moscow answers", null, "Gazette", null, java.time.LocalDate.of(2013, 5, 20), "en");
    store().add(ENTENTE.read(Document.plain(name, text, metadata)), ENTENTE.version());
  }

  private int look() {
    return TestDesk.watching(desk).look();
  }

  private int send() {
    return TestDesk.watching(desk).send();
  }

  @Test
  void whatIsNewIsAFeedInTwoFormatsThatFeedReadersRead() {
    StoredWatch watch = watch(Map.of("name", "Moscow & co", "a", "Russia", "b", "United States"));
    add("one", "Russia condemned the United States on Tuesday.");
    add("two", "France praised Germany on Tuesday.");
    assertThat(look()).isEqualTo(1);
    assertThat(look()).isZero();

    for (String form : List.of("atom.xml", "feed.json")) {
      String body = Visitor.at(desk).get("/feeds/" + watch.token() + "/" + form).body();
      FeedSchemas.named(form, body);
      try (Stream<Item> items =
          Documents.standard()
              .open(form, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))) {
        assertThat(items.toList())
            .singleElement()
            .satisfies(i -> {
              assertThat(i.document().content()).contains("Russia → United States");
              assertThat(i.document().metadata().title()).isEqualTo("Moscow answers");
              assertThat(i.document().metadata().publisher()).isEqualTo("Moscow & co");
              assertThat(i.document().metadata().url()).startsWith("http").contains("/article/");
            });
      }
    }
    assertThat(Visitor.at(desk).get("/feeds/" + "0".repeat(32) + "/atom.xml").statusCode())
        .isEqualTo(404);
  }

  @Test
  void itIsSentByMail() throws Exception {
    watch(Map.of("name", "Oman\r\nBcc: x@example.org", "words", "Oman", "mail", "ada@example.org"));
    add("one", "Iran praised Oman on Tuesday.");
    look();

    assertThat(send()).isEqualTo(1);
    assertThat(mails.getReceivedMessages()).hasSize(1);
    var mail = mails.getReceivedMessages()[0];
    assertThat(mail.getAllRecipients()).hasSize(1);
    assertThat(mail.getSubject()).contains("Oman").contains("1 new");
    assertThat(mail.getContent().toString()).contains("Moscow answers", "/article/");
    assertThat(send()).isZero();
  }

  @Test
  void oneClickInAMailEndsTheMailsOfAWatch() throws Exception {
    StoredWatch watch = watch(Map.of("words", "Oman", "mail", "ada@example.org"));
    add("one", "Iran praised Oman on Tuesday.");
    look();
    send();
    var mail = mails.getReceivedMessages()[0];
    assertThat(mail.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    String link = mail.getHeader("List-Unsubscribe")[0].replaceAll("^<https?://[^/]+|>$", "");
    assertThat(link).isEqualTo("/unsubscribe/" + watch.mailToken());
    assertThat(mail.getContent().toString()).contains(link);

    Visitor anybody = Visitor.at(desk);
    assertThat(anybody.get(link).body()).contains("No more mails of this watch");
    assertThat(new Watches(store()).all().getLast().to().mail()).isNotEmpty();
    String wrong = "/unsubscribe/w" + "0".repeat(64);
    assertThat(anybody.post(wrong, Map.of(), "").statusCode()).isEqualTo(404);
    add("two", "Iran warned Oman on Wednesday.");
    look();
    assertThat(anybody.post(link, Map.of(), "").body()).contains("No more mails of the watch");

    assertThat(send()).as("what waited").isZero();
    assertThat(mails.getReceivedMessages()).hasSize(1);
    assertThat(new Watches(store()).all().getLast().to().mail()).isEmpty();
  }

  @Test
  void aMailServerThatIsAwayIsTriedAgain() {
    StoredWatch watch = watch(Map.of("words", "Oman", "mail", "ada@example.org"));
    add("one", "Iran praised Oman on Tuesday.");
    look();
    mails.stop();

    assertThat(send()).isZero();
    StoredWatch.Sending sending = new Watches(store()).sendings(watch.id(), 1).getFirst();
    assertThat(sending.state()).isEqualTo(StoredWatch.State.WAITING);
    assertThat(sending.attempts()).isEqualTo(1);
    assertThat(sending.message()).contains("did not take the mail").doesNotContain("Exception");
    assertThat(ada.get("/watches/" + watch.id()).body()).contains("did not take the mail");
  }

  @Test
  void withoutAServerMailsAreFilesAndThePageSaysSo() throws Exception {
    desk.close();
    start(MailSettings.NONE);
    StoredWatch watch = watch(Map.of("words", "Oman", "mail", "ada@example.org"));
    assertThat(ada.get("/watches").body()).contains("No mail server is set");
    add("one", "Iran praised Oman on Tuesday.");
    look();
    send();

    try (Stream<Path> files = Files.list(folder.resolve("mail"))) {
      assertThat(files.toList())
          .singleElement()
          .satisfies(f -> assertThat(Files.readString(f)).contains("To: ada@example.org"));
    }
    assertThat(ada.get("/watches/" + watch.id()).body()).contains("was written to");
  }

  @Test
  void aWebhookIsSignedAndTriedAgainUnderTheSameId() throws Exception {
    String hook = server.address() + "/hook";
    StoredWatch watch = watch(Map.of("words", "Oman", "hook", hook));
    add("one", "Iran praised Oman on Tuesday.");
    look();
    assertThat(send()).isZero();
    StoredWatch.Sending sending = new Watches(store()).sendings(watch.id(), 1).getFirst();
    assertThat(sending.message()).contains("status 404");
    server.put("/hook", new Receiver.Answer(204, Map.of(), new byte[0]));
    new Watches(store())
        .keep(
            new StoredWatch.Sending(
                sending.id(),
                sending.watch(),
                sending.channel(),
                sending.first(),
                sending.last(),
                sending.state(),
                sending.attempts(),
                java.time.Instant.now().minusSeconds(5),
                ""));
    assertThat(send()).isEqualTo(1);

    List<Receiver.Got> got = server.at("/hook");
    assertThat(got).hasSize(2);
    assertThat(got.getFirst().header("webhook-id")).isEqualTo(got.getLast().header("webhook-id"));
    Receiver.Got last = got.getLast();
    assertThat(last.body()).contains("watch.found", "Moscow answers");
    assertThat(last.header("webhook-signature")).isEqualTo("v1," + signature(watch, last));
  }

  /** Computed apart from the desk, as a receiver does it. */
  private static String signature(StoredWatch watch, Receiver.Got got) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(watch.to().secret()), "HmacSHA256"));
    String signed =
        got.header("webhook-id") + "." + got.header("webhook-timestamp") + "." + got.body();
    return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aWebhookInsideIsRefusedOnADeskThatReachesOutsideAlone() {
    desk.close();
    desk =
        TestDesk.fresh(
            new Outside(Fetch.standard(), MailSettings.NONE, folder.resolve("mail"), false));
    ada = Visitor.letIn(desk, "Ada");
    StoredWatch watch = watch(Map.of("words", "Oman", "hook", server.address() + "/hook"));
    add("one", "Iran praised Oman on Tuesday.");
    look();

    assertThat(send()).isZero();
    assertThat(server.at("/hook")).isEmpty();
    assertThat(new Watches(store()).sendings(watch.id(), 1).getFirst().message())
        .contains("not an address of the public internet");
  }

  @Test
  void whatCannotBeWatchedIsSaidInASentence() {
    assertThat(ada.post("/watches", "/watches", Map.of("name", "x")).body())
        .contains(
            "A watch looks for words, an actor, a pair, a code, a status, an outlet or days; give one.");
    assertThat(ada.post("/watches", "/watches", Map.of("a", "Russia", "rare", "on")).body())
        .contains("Rarity is told of two actors");
    assertThat(
            ada.post("/watches", "/watches", Map.of("words", "x", "mail", "a@b\nBcc: c@d")).body())
        .contains("is no e-mail address");
    assertThat(ada.post("/watches", "/watches", Map.of("words", "x", "hook", "file:///x")).body())
        .contains("is no address of a webhook");
  }

  @Test
  void anothersWatchIsNotShown() {
    StoredWatch watch = watch(Map.of("words", "Oman"));
    Visitor ben = Visitor.signedIn(desk, "Ben", Role.EDITOR);
    assertThat(ben.get("/watches/" + watch.id()).statusCode()).isEqualTo(404);
    assertThat(ben.post("/watches", "/watches/" + watch.id() + "/remove", Map.of()).statusCode())
        .isEqualTo(404);
    ada.post("/watches", "/watches/" + watch.id() + "/remove", Map.of());
    assertThat(ada.get("/watches").body()).contains("You watch nothing yet.");
  }

  @Test
  void thePasswordOfTheMailServerIsNotShown() {
    MailSettings settings =
        MailSettings.of("smtps://ada:se%40cret@mail.example.org", "a@b.example");
    assertThat(settings.password()).isEqualTo("se@cret");
    assertThat(settings.port()).isEqualTo(465);
    assertThat(settings.toString()).doesNotContain("se@cret", "ada");
  }
}
