package org.entente.desk.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.entente.Entente;
import org.entente.desk.Browser;
import org.entente.desk.Desk;
import org.entente.desk.Outside;
import org.entente.desk.Receiver;
import org.entente.desk.TestDesk;
import org.entente.desk.Visitor;
import org.entente.source.Document;
import org.entente.source.Fetch;
import org.entente.source.Metadata;
import org.entente.statement.Status;
import org.entente.store.Query;
import org.entente.store.Role;
import org.entente.store.Store;
import org.entente.store.StoredWatch;
import org.entente.store.Watches;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A watch is changed, and made of what the wire shows. */
class WatchChangesTest {
  private static final Entente ENTENTE = Entente.create();

  @TempDir private Path folder;
  private final Receiver server = new Receiver();
  private Desk desk;
  private Visitor ada;

  @BeforeEach
  void open() {
    Fetch fetch = Fetch.allowing(InetAddress::isLoopbackAddress);
    desk = TestDesk.fresh(new Outside(fetch, MailSettings.NONE, folder.resolve("mail"), false));
    ada = Visitor.letIn(desk, "Ada");
    server.put("/hook", new Receiver.Answer(204, Map.of(), new byte[0]));
  }

  @AfterEach
  void close() {
    desk.close();
    server.close();
  }

  private Store store() {
    return TestDesk.store(desk);
  }

  private Watches watches() {
    return new Watches(store());
  }

  private StoredWatch watch(Map<String, String> form) {
    assertThat(ada.post("/watches", "/watches", form).statusCode()).isEqualTo(303);
    return watches().all().stream().reduce((a, b) -> a.id() > b.id() ? a : b).orElseThrow();
  }

  private StoredWatch change(StoredWatch watch, Map<String, String> form) {
    String path = "/watches/" + watch.id();
    HttpResponse<String> answer = ada.post(path + "/edit", path, form);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return watches().watch(watch.id()).orElseThrow();
  }

  private void add(String name, String text) {
    add(name, text, "Gazette", LocalDate.of(2013, 5, 20));
  }

  private void add(String name, String text, String outlet, LocalDate day) {
    Metadata metadata = new Metadata("Headline " + name, null, outlet, null, day, "en");
    store().add(ENTENTE.read(Document.plain(name, text, metadata)), ENTENTE.version());
  }

  private int look() {
    return TestDesk.watching(desk).look();
  }

  private int send() {
    return TestDesk.watching(desk).send();
  }

  private List<String> found(StoredWatch watch) {
    return watches().items(watch.id(), 50).stream().map(StoredWatch.Item::title).toList();
  }

  @Test
  void aChangedWatchKeepsItsFeedAndSendsNothingTwice() {
    String hook = server.address() + "/hook";
    StoredWatch before = watch(Map.of("name", "Oman", "words", "Oman", "hook", hook));
    add("one", "Iran praised Oman on Tuesday.");
    assertThat(look()).isEqualTo(1);
    assertThat(send()).isEqualTo(1);
    String feed = "/feeds/" + before.token() + "/atom.xml";
    String entry = Visitor.at(desk).get(feed).body().replaceAll("(?s).*<id>(.*?)</id>.*", "$1");

    StoredWatch after = change(before, Map.of("name", "Gulf", "words", "praised", "hook", hook));

    assertThat(after.name()).isEqualTo("Gulf");
    assertThat(after.view().words()).isEqualTo("praised");
    assertThat(after.token()).isEqualTo(before.token());
    assertThat(after.to().secret()).isEqualTo(before.to().secret());
    assertThat(Visitor.at(desk).get(feed).body()).contains("Gulf", entry);
    assertThat(look()).as("what was found is not found again").isZero();
    assertThat(send()).isZero();
    add("two", "France praised Germany on Wednesday.");
    assertThat(look()).isEqualTo(1);
    assertThat(send()).isEqualTo(1);
    assertThat(server.at("/hook")).hasSize(2);
    assertThat(server.at("/hook").getLast().body())
        .contains("Headline two")
        .doesNotContain("Headline one");
  }

  @Test
  void anEditThatTurnsBackFindsNothingAgain() {
    StoredWatch watch = watch(Map.of("words", "Oman"));
    add("one", "Iran praised Oman on Tuesday.");
    look();
    change(watch, Map.of("words", "Germany"));
    look();
    change(watch, Map.of("words", "Oman"));
    look();
    assertThat(found(watch)).containsExactly("Headline one");
  }

  @Test
  void whatWaitsForATakenAwayWebhookIsNotSent() {
    StoredWatch watch = watch(Map.of("words", "Oman", "hook", server.address() + "/hook"));
    add("one", "Iran praised Oman on Tuesday.");
    look();
    change(watch, Map.of("words", "Oman"));

    assertThat(send()).isZero();
    assertThat(server.at("/hook")).isEmpty();
    assertThat(ada.get("/watches/" + watch.id()).body())
        .contains("The watch has no webhook any more.");
  }

  @Test
  void onlyItsOwnerChangesAWatch() {
    StoredWatch watch = watch(Map.of("words", "Oman"));
    String path = "/watches/" + watch.id();
    Visitor ben = Visitor.signedIn(desk, "Ben", Role.EDITOR);
    Visitor chief = Visitor.signedIn(desk, "Chief", Role.ADMINISTRATOR);
    Map<String, String> form = Map.of("words", "Germany", "mail", "ben@example.org");

    assertThat(ben.get(path + "/edit").statusCode()).isEqualTo(404);
    assertThat(ben.post("/watches", path, form).statusCode()).isEqualTo(404);
    assertThat(ben.post("/watches", path + "/ask", Map.of()).statusCode()).isEqualTo(404);
    assertThat(chief.get(path).body()).doesNotContain("Change it").contains("Take the watch out");
    assertThat(chief.get(path + "/edit").statusCode()).isEqualTo(403);
    assertThat(chief.post("/watches", path, form).statusCode()).isEqualTo(403);
    assertThat(Visitor.at(desk).post("/watches", path, form).statusCode()).isEqualTo(403);
    assertThat(watches().watch(watch.id()).orElseThrow()).isEqualTo(watch);
  }

  @Test
  void whatCannotBeWatchedIsRefusedInAnEditToo() {
    StoredWatch watch = watch(Map.of("words", "Oman"));
    String path = "/watches/" + watch.id();
    assertThat(ada.post(path + "/edit", path, Map.of("name", "x")).body()).contains("give one.");
    assertThat(ada.post(path + "/edit", path, Map.of("status", "sung")).body())
        .contains("is nothing that 'status' can be", "happened");
    assertThat(
            ada.post(path + "/edit", path, Map.of("from", "2013-05-07", "to", "2013-05-01")).body())
        .contains("lies before the first");
    assertThat(watches().watch(watch.id()).orElseThrow()).isEqualTo(watch);
  }

  @Test
  void allFiltersOfTheWireArePartOfAWatch() {
    StoredWatch watch =
        watch(
            Map.of(
                "words", "Tuesday",
                "a", "Iran",
                "b", "Oman",
                "code", "05 04",
                "status", "happened",
                "outlet", "Gazette",
                "from", "2013-05-01",
                "to", "2013-05-31"));
    assertThat(watch.view())
        .isEqualTo(
            Query.ALL
                .withWords("Tuesday")
                .withActors(watch.actors())
                .withCodes(List.of("05", "04"))
                .withStatus(Status.HAPPENED)
                .withOutlet("Gazette")
                .withDays(LocalDate.of(2013, 5, 1), LocalDate.of(2013, 5, 31)));
    String text = "Iran praised Oman on Tuesday.";
    LocalDate day = LocalDate.of(2013, 5, 20);
    add("another outlet", text + " ", "Courier", day);
    add("too early", text + "  ", "Gazette", LocalDate.of(2013, 4, 30));
    add("too late", text + "   ", "Gazette", LocalDate.of(2013, 6, 1));
    add("only hoped", "Iran hopes to praise Oman on Tuesday.", "Gazette", day);
    add("right", text, "Gazette", day);
    look();

    assertThat(found(watch)).containsExactly("Headline right");
    assertThat(ada.get("/watches").body())
        .contains(
            "Iran, Oman, code 05, code 04, status happened, the words Tuesday, outlet Gazette, from"
                + " 2013-05-01, up to 2013-05-31");
  }

  @Test
  void aRareWeekOfAnotherPairIsToldAfterAnEdit() {
    Map<String, String> pair = Map.of("a", "Iran", "b", "Oman", "rare", "on");
    StoredWatch watch = watch(pair);
    StoredWatch.Item week =
        new StoredWatch.Item(
            0,
            "week 2013-05-20 agreement IRN\nOMN",
            "A week",
            "",
            "/pair",
            null,
            java.time.Instant.EPOCH);
    assertThat(watches().found(watch, List.of(week), watch.last(), List.of())).hasSize(1);
    change(watch, Map.of("a", "Oman", "b", "Iran", "rare", "on"));
    StoredWatch now = watches().watch(watch.id()).orElseThrow();
    assertThat(watches().found(now, List.of(week), now.last(), List.of())).isEmpty();
  }

  @Test
  void aLookThatEndsAfterAnEditKeepsNothing() {
    StoredWatch before = watch(Map.of("a", "Iran", "b", "Oman", "rare", "on"));
    StoredWatch.Item week =
        new StoredWatch.Item(0, "week", "A week", "", "/pair", null, java.time.Instant.EPOCH);
    change(before, Map.of("a", "Oman", "b", "Egypt", "rare", "on"));
    assertThat(watches().found(before, List.of(week), before.last() + 9, List.of())).isEmpty();
    StoredWatch now = watches().watch(before.id()).orElseThrow();
    assertThat(now.last()).as("looks on from where it was").isEqualTo(before.last());
    watches().remove(now.id());
    assertThat(watches().found(now, List.of(week), now.last() + 9, List.of()))
        .as("taken out while it was looked at")
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theWiresViewIsWatchedInOneClick(boolean scripts) {
    Visitor.member(desk, "Ben", Role.MEMBER);
    try (Page page = Browser.signedIn(desk, "Ben", scripts)) {
      page.navigate(desk.address() + "wire");
      assertThat(page.locator("text=Watch this view").count()).as("all of it").isZero();
      String outlet = outlet(page);
      page.fill("main [name=words]", "talks \"next week\"");
      page.fill("main [name=actor]", "Russia");
      page.fill("main [name=other]", "United States");
      page.fill("main [name=code]", "04");
      page.selectOption("main [name=status]", "announced");
      page.selectOption("main [name=outlet]", outlet);
      page.fill("main [name=from]", "2012-01-01");
      page.fill("main [name=to]", "2013-06-30");
      page.locator("main form.fields button").click();
      page.waitForURL("**/wire?*");
      page.locator("text=Watch this view").click();
      page.waitForURL("**/watches/*");

      StoredWatch made = watches().all().getLast();
      assertThat(made.owner()).isEqualTo("Ben");
      assertThat(made.view())
          .isEqualTo(
              Query.ALL
                  .withWords("talks \"next week\"")
                  .withActors(
                      List.of(
                          org.entente.relation.ActorKey.parse("RUS"),
                          org.entente.relation.ActorKey.parse("USA")))
                  .withCodes(List.of("04"))
                  .withStatus(Status.ANNOUNCED)
                  .withOutlet(outlet)
                  .withDays(LocalDate.of(2012, 1, 1), LocalDate.of(2013, 6, 30)));
      assertThat(page.locator("h1").textContent())
          .contains("Russia", "United States", "code 04", "status announced");
      page.goBack();
      page.locator("text=Watch this view").click();
      page.waitForURL("**/watches/*");
      assertThat(watches().all()).as("watched already").hasSize(1);
    }
  }

  private static String outlet(Page page) {
    return (String)
        page.evaluate("() => document.querySelector('main [name=outlet]').options[1].value");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aWatchIsChangedInTheBrowser(boolean scripts) {
    Visitor.member(desk, "Ben", Role.MEMBER);
    try (Page page = Browser.signedIn(desk, "Ben", scripts)) {
      page.navigate(desk.address() + "watches");
      page.fill("main [name=words]", "Oman");
      page.fill("main [name=from]", "2013-05-01");
      page.locator("main form.work-form button").click();
      page.waitForURL("**/watches/*");
      String feed = page.locator("a[href$='/atom.xml']").getAttribute("href");
      page.locator("text=Change it").click();
      page.waitForURL("**/edit");
      assertThat(page.inputValue("main [name=words]")).isEqualTo("Oman");
      assertThat(page.inputValue("main [name=from]")).isEqualTo("2013-05-01");
      page.fill("main [name=name]", "Gulf");
      page.selectOption("main [name=status]", "hoped");
      page.locator("main form.work-form button").click();
      page.waitForURL("**/watches/*");

      assertThat(page.locator("h1").textContent()).isEqualTo("Gulf");
      assertThat(page.locator("main .meta").first().textContent())
          .contains("status hoped", "the words Oman", "from 2013-05-01");
      assertThat(page.locator("a[href$='/atom.xml']").getAttribute("href")).isEqualTo(feed);
    }
  }
}
