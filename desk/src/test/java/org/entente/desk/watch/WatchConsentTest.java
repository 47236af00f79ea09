package org.entente.desk.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.entente.Entente;
import org.entente.desk.Browser;
import org.entente.desk.Desk;
import org.entente.desk.TestDesk;
import org.entente.desk.Visitor;
import org.entente.source.Document;
import org.entente.source.Metadata;
import org.entente.store.Member;
import org.entente.store.MemberData;
import org.entente.store.Members;
import org.entente.store.Role;
import org.entente.store.Store;
import org.entente.store.StoredWatch;
import org.entente.store.WatchMails;
import org.entente.store.Watches;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails of a watch go to nobody who did not agree. */
class WatchConsentTest {
  private static final Entente ENTENTE = Entente.create();
  private static final String OTHER = "zoe@example.net";
  private static final String WAITS = "waiting for confirmation";

  private Desk desk;
  private Visitor ada;
  private int added;

  @BeforeEach
  void open() {
    desk = TestDesk.fresh();
    ada = Visitor.letIn(desk, "Ada");
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Store store() {
    return TestDesk.store(desk);
  }

  private StoredWatch watch(String mail) {
    return watch(ada, Map.of("name", "Buy my horses", "words", "Oman", "mail", mail));
  }

  private StoredWatch watch(Visitor by, Map<String, String> form) {
    HttpResponse<String> answer = by.post("/watches", "/watches", form);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    String path = answer.headers().firstValue("Location").orElseThrow();
    return now(Long.parseLong(path.substring(path.lastIndexOf('/') + 1)));
  }

  private StoredWatch now(long id) {
    return new Watches(store()).watch(id).orElseThrow();
  }

  private HttpResponse<String> change(StoredWatch watch, Map<String, String> form) {
    return ada.post("/watches", "/watches/" + watch.id(), form);
  }

  /** Something that the watches here look for is read; gives how many mails went out of it. */
  private int found() {
    Metadata metadata =
        new Metadata("Moscow answers", null, "Gazette", null, LocalDate.of(2013, 5, 20), "en");
    String text = "Iran praised Oman on Tuesday" + " again".repeat(added++) + ".";
    store().add(ENTENTE.read(Document.plain("o" + added, text, metadata)), ENTENTE.version());
    TestDesk.watching(desk).look();
    return TestDesk.watching(desk).send();
  }

  private List<String> mails(String to) {
    TestDesk.tomorrow(desk);
    return TestDesk.mails(desk).stream().filter(m -> m.startsWith("To: " + to + "\n")).toList();
  }

  /** The links that were mailed to an address. */
  private List<String> links(String to) {
    Pattern link = Pattern.compile("http://localhost:[0-9]+(/confirm/watch/[\\w-]+)");
    return mails(to).stream().flatMap(m -> link.matcher(m).results()).map(r -> r.group(1)).toList();
  }

  private String page(StoredWatch watch) {
    return ada.get("/watches/" + watch.id()).body();
  }

  @Test
  void theOwnConfirmedAddressNeedsNothing() {
    StoredWatch watch = watch("Ada@Example.org");
    assertThat(page(watch)).doesNotContain(WAITS);
    assertThat(links("Ada@Example.org")).isEmpty();
    assertThat(found()).isEqualTo(1);
  }

  @Test
  void anotherAddressGetsNothingBeforeItsReaderPressedTheButton() {
    StoredWatch watch = watch(OTHER);
    assertThat(page(watch)).contains(WAITS, "A link was mailed to it");
    assertThat(ada.get("/watches").body()).contains("by mail, " + WAITS);
    assertThat(found()).isZero();
    assertThat(mails(OTHER))
        .singleElement()
        .satisfies(m ->
            assertThat(m)
                .as("no word of a member")
                .doesNotContain("Buy my horses", "Oman", "Ada")
                .contains("Subject: Do you want mails of a watch?"));
    String link = links(OTHER).getFirst();

    Visitor zoe = Visitor.at(desk);
    for (int scan = 0; scan < 3; scan++) {
      HttpResponse<String> seen = zoe.get(link);
      assertThat(seen.statusCode()).isEqualTo(200);
      assertThat(seen.body()).contains("Send them to me").doesNotContain("Oman", "horses", "Ada");
    }
    assertThat(zoe.head(link).statusCode()).isEqualTo(200);
    assertThat(now(watch.id()).to().proved()).as("opening does nothing").isFalse();
    assertThat(found()).isZero();

    assertThat(zoe.post(link, link, Map.of()).body()).contains("is mailed to this address");
    assertThat(page(watch)).doesNotContain(WAITS);
    assertThat(found()).as("what comes from now on").isEqualTo(1);
    assertThat(mails(OTHER)).hasSize(2);
    assertThat(zoe.get(link).statusCode()).as("it holds once").isEqualTo(404);
    assertThat(zoe.post(link, Map.of(), zoe.token("/sign-in")).statusCode()).isEqualTo(404);
  }

  @Test
  void anAddressOfTheMembersOwnThatIsNotConfirmedIsAskedToo() {
    Visitor ben = Visitor.signedIn(desk, "Ben", Role.MEMBER);
    watch(ben, Map.of("words", "Oman", "mail", "ben@example.org"));
    assertThat(links("ben@example.org")).hasSize(1);
    assertThat(found()).isZero();
  }

  @Test
  void theConfirmedAddressOfAnotherMemberIsAskedLikeAnyOther() {
    Visitor.letIn(desk, "Ben");
    StoredWatch known = watch("ben@example.org");
    StoredWatch unknown = watch("nobody@example.org");
    assertThat(links("ben@example.org")).hasSize(1);
    assertThat(links("nobody@example.org")).hasSize(1);
    assertThat(text(known, "ben@example.org")).isEqualTo(text(unknown, "nobody@example.org"));
    assertThat(found()).isZero();
  }

  /** The page of a watch without what differs for every watch. */
  private String text(StoredWatch watch, String mail) {
    return page(watch)
        .replace(mail, "X")
        .replace(watch.token(), "T")
        .replaceAll("/watches/[0-9]+", "/watches/N")
        .replaceAll("value=\"[^\"]+\"", "")
        .replaceAll("holds until [^.]+\\.", "");
  }

  @Test
  void aLinkEndsWithTimeWithAnotherAddressAndWithANewerLink() {
    StoredWatch watch = watch(OTHER);
    String first = links(OTHER).getFirst();
    WatchMails watchMails = new WatchMails(store());
    String ended = watchMails.ask(watch, Duration.ofSeconds(-1)).orElseThrow();
    Visitor zoe = Visitor.at(desk);
    assertThat(zoe.get("/confirm/watch/" + ended).statusCode()).isEqualTo(404);
    assertThat(zoe.post("/sign-in", "/confirm/watch/" + ended, Map.of()).statusCode())
        .isEqualTo(404);
    assertThat(zoe.get(first).statusCode()).as("there is a newer one").isEqualTo(404);
    assertThat(page(watch)).contains("No link to it holds any more.");

    assertThat(ada.post("/watches", "/watches/" + watch.id() + "/ask", Map.of()).statusCode())
        .isEqualTo(303);
    String second = links(OTHER).stream().filter(l -> !l.equals(first)).findFirst().orElseThrow();
    assertThat(change(watch, Map.of("words", "Oman", "mail", "yan@example.net")).statusCode())
        .isEqualTo(303);
    assertThat(zoe.post("/sign-in", second, Map.of()).statusCode()).isEqualTo(404);
    assertThat(now(watch.id()).to().proved()).isFalse();
    assertThat(watchMails.ask(watch, Duration.ofDays(1))).as("of the old address").isEmpty();
  }

  @Test
  void anotherAddressHasToAgreeAgainAndTheOldOneEndsNoMailsOfTheNew() {
    StoredWatch watch = watch(OTHER);
    String link = links(OTHER).getFirst();
    Visitor.at(desk).post(link, link, Map.of());
    assertThat(found()).isEqualTo(1);
    String unsubscribe = "/unsubscribe/" + now(watch.id()).mailToken();

    change(watch, Map.of("name", "Same address", "words", "Oman", "mail", OTHER));
    assertThat(now(watch.id()).to().proved()).as("only the name is another").isTrue();
    change(watch, Map.of("words", "Oman", "mail", "yan@example.net"));
    assertThat(now(watch.id()).to().proved()).isFalse();
    assertThat(found()).isZero();
    assertThat(Visitor.at(desk).post(unsubscribe, Map.of(), "").statusCode()).isEqualTo(404);
    assertThat(now(watch.id()).to().mail()).isEqualTo("yan@example.net");
    change(watch, Map.of("words", "Oman", "mail", OTHER));
    assertThat(found()).as("an agreement ends with the address").isZero();
  }

  @Test
  void nobodyIsAskedTooOften() {
    StoredWatch watch = watch(OTHER);
    String again = "/watches/" + watch.id() + "/ask";
    assertThat(ada.post("/watches", again, Map.of()).statusCode()).isEqualTo(303);
    assertThat(ada.post("/watches", again, Map.of()).statusCode()).isEqualTo(303);
    HttpResponse<String> refused = ada.post("/watches", again, Map.of());
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains("wait up to 24 hours");
    Visitor ben = Visitor.letIn(desk, "Ben");
    Map<String, String> form = Map.of("words", "Oman", "mail", OTHER);
    int before = new Watches(store()).all().size();
    assertThat(ben.post("/watches", "/watches", form).statusCode())
        .as("by another member either")
        .isEqualTo(429);
    assertThat(new Watches(store()).all()).as("nothing is half done").hasSize(before);
    assertThat(mails(OTHER)).hasSize(3);
  }

  @Test
  void guessedLinksFindNothingAndAreCounted() {
    Visitor anybody = Visitor.at(desk);
    HttpResponse<String> answer = anybody.get("/confirm/watch/" + "A".repeat(43));
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("This link was used or has ended; ask for another.");
    for (int i = 0; i < 10; i++) {
      answer = anybody.get("/confirm/watch/guess" + i);
    }
    assertThat(answer.statusCode()).isEqualTo(429);
  }

  @Test
  void whenTheOwnAddressIsNoLongerTheOwnItsMailsEnd() {
    StoredWatch watch = watch("ada@example.org");
    assertThat(found()).isEqualTo(1);
    Members members = new Members(store());
    members.setMail(members.bySignIn("Ada").orElseThrow(), "ada@example.net");
    assertThat(found()).isZero();
    assertThat(page(watch)).contains(WAITS, "No link to it holds any more.");
  }

  @Test
  void anErasedMemberLeavesNoWatch() {
    StoredWatch watch = watch("ada@example.org");
    assertThat(ada.get("/account/export").body()).contains("Buy my horses", "Oman");
    Member member = new Members(store()).bySignIn("Ada").orElseThrow();
    found();
    new MemberData(store()).erase(member);
    assertThat(new Watches(store()).watch(watch.id())).isEmpty();
    assertThat(found()).isZero();
    assertThat(Visitor.at(desk).get("/feeds/" + watch.token() + "/atom.xml").statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theReaderOfAnAddressAgreesInTheBrowser(boolean scripts) {
    StoredWatch watch = watch(OTHER);
    String link = links(OTHER).getFirst();
    try (Page page =
        Browser.profile(scripts, com.microsoft.playwright.options.ColorScheme.LIGHT).newPage()) {
      page.navigate(desk.address().resolve(link).toString());
      page.locator("main button").click();
      page.waitForSelector("[role=status]");
      assertThat(page.locator("[role=status]").textContent()).contains("from now on");
    }
    assertThat(now(watch.id()).to().proved()).isTrue();
    assertThat(found()).isEqualTo(1);
    assertThat(mails(OTHER).stream().anyMatch(m -> m.contains("Moscow answers"))).isTrue();
  }
}
