package org.entente.desk.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.desk.Receiver;
import org.entente.desk.Receiver.Answer;
import org.entente.source.Fetch;
import org.entente.store.Feeds;
import org.entente.store.Intakes;
import org.entente.store.Query;
import org.entente.store.Store;
import org.entente.store.StoredFeed;
import org.entente.store.StoredFeed.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReadingTest {
  private static final String ITEM =
      "<item><guid>%s</guid><title>%s</title><link>%s</link>"
          + "<pubDate>Tue, 07 May 2013 10:00:00 GMT</pubDate><description>%s</description></item>";

  @TempDir private Path folder;
  private final Receiver server = new Receiver();
  private final AtomicInteger announced = new AtomicInteger();
  private Store store;
  private Feeds feeds;
  private Intake intake;
  private FeedReading reading;

  @BeforeEach
  void open() {
    store = Store.open(folder.resolve("test.db").toString());
    feeds = new Feeds(store);
    intake = new Intake(store, announced::incrementAndGet);
    reading =
        new FeedReading(
            store, intake, Fetch.allowing(InetAddress::isLoopbackAddress), Duration.ofMillis(1));
  }

  @AfterEach
  void close() {
    reading.close();
    intake.close();
    store.close();
    server.close();
  }

  private static Answer rss(String... items) {
    return Answer.of(
        "application/rss+xml",
        "<rss version=\"2.0\"><channel><title>Gondor Gazette</title>"
            + String.join("", items)
            + "</channel></rss>");
  }

  private static String item(String id, String text) {
    return ITEM.formatted(id, "A headline", "https://gazette.example/" + id, text);
  }

  private long add(boolean pages) {
    return feeds.add(server.address() + "/feed", null, pages, "Ada");
  }

  private StoredFeed read(long id) throws InterruptedException {
    reading.read(feeds.feed(id).orElseThrow());
    return feeds.feed(id).orElseThrow();
  }

  @Test
  void itemsBecomeArticlesAndNothingIsSentTwice() throws Exception {
    Answer feed = rss(item("1", "Russia condemned the United States on Tuesday."));
    Map<String, String> headers = new HashMap<>(feed.headers());
    headers.put("ETag", "\"v1\"");
    server.put("/feed", new Answer(200, headers, feed.body()));
    long id = add(false);

    StoredFeed first = read(id);
    assertThat(first.state()).isEqualTo(State.FINE);
    assertThat(first.title()).isEqualTo("Gondor Gazette");
    assertThat(first.items()).isEqualTo(1);
    assertThat(first.changed()).isNotNull();
    assertThat(store.articles(Query.ALL))
        .singleElement()
        .satisfies(a -> assertThat(a.outlet()).isEqualTo("Gondor Gazette"));
    assertThat(announced.get()).isEqualTo(1);

    assertThat(read(id).state()).isEqualTo(State.FINE);
    assertThat(server.at("/feed").getLast().header("If-None-Match")).isEqualTo("\"v1\"");
    assertThat(announced.get()).isEqualTo(1);
  }

  @Test
  void aValidFeedWithoutItemsIsEmptyNotBroken() throws Exception {
    server.put("/feed", rss());
    StoredFeed feed = read(add(false));

    assertThat(feed.state()).isEqualTo(State.EMPTY);
    assertThat(feed.state().isTrouble()).isFalse();
    assertThat(feed.message()).isEmpty();
    assertThat(feed.failures()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "404, FAILING, nothing at this address any more",
    "500, FAILING, status 500",
    "403, FORBIDDEN, does not let us",
    "410, GONE, gone for good"
  })
  void aDeadFeedSaysSoInASentence(int status, State state, String words) throws Exception {
    server.put("/feed", Answer.status(status));
    StoredFeed feed = read(add(false));

    assertThat(feed.state()).isEqualTo(state);
    assertThat(feed.message()).contains(words).endsWith(".").doesNotContain("Exception");
    assertThat(feed.active()).isEqualTo(state != State.GONE);
  }

  @Test
  void aReadingThatEndsAfterTheFeedWasStoppedLeavesItStopped() throws Exception {
    long id = add(false);
    StoredFeed before = feeds.feed(id).orElseThrow();
    feeds.activate(id, false);
    for (Answer answer : new Answer[] {rss(), Answer.status(404)}) {
      server.put("/feed", answer);
      reading.read(before);
      assertThat(feeds.feed(id).orElseThrow().active()).isFalse();
    }
    feeds.activate(id, true);
    assertThat(read(id).active()).isTrue();
  }

  @Test
  void aPageIsNoFeed() throws Exception {
    server.put("/feed", Answer.of("text/html", "<html><p>Gone fishing.</p></html>"));
    assertThat(read(add(false)).state()).isEqualTo(State.BROKEN);
  }

  @Test
  void afterFailuresThePauseGrowsAndTheServerMayAskForMore() throws Exception {
    server.put("/feed", Answer.status(500));
    long id = add(false);
    StoredFeed once = read(id);
    StoredFeed twice = read(id);
    assertThat(Duration.between(once.checked(), once.next())).isEqualTo(Duration.ofHours(1));
    assertThat(Duration.between(twice.checked(), twice.next())).isEqualTo(Duration.ofHours(2));

    server.put("/feed", new Answer(503, Map.of("Retry-After", "86400"), new byte[0]));
    StoredFeed asked = read(id);
    assertThat(Duration.between(asked.checked(), asked.next())).isEqualTo(Duration.ofDays(1));
    assertThat(feeds.due(asked.checked(), 10)).isEmpty();
  }

  @Test
  void whatRobotsForbidIsNotRead() throws Exception {
    server.put("/robots.txt", Answer.of("text/plain", "User-agent: *\nDisallow: /feed\n"));
    server.put("/feed", rss(item("1", "x")));
    StoredFeed feed = read(add(false));

    assertThat(feed.state()).isEqualTo(State.FORBIDDEN);
    assertThat(server.at("/feed")).isEmpty();
  }

  @Test
  void aWrongCharsetIsReadAsWellAsItCanBe() throws Exception {
    byte[] latin =
        new String(rss(item("1", "Russia praised Côte d'Ivoire.")).body(), StandardCharsets.UTF_8)
            .getBytes(StandardCharsets.ISO_8859_1);
    server.put("/feed", new Answer(200, Map.of("Content-Type", "text/xml; charset=utf-8"), latin));
    assertThat(read(add(false)).state()).isEqualTo(State.FINE);
    assertThat(store.content(1)).contains("Côte");
  }

  @Test
  void pagesBehindLinksAreReadOnceAndAVanishedOneLeavesTheFeedsOwnWords() throws Exception {
    String page = server.address() + "/page";
    server.put(
        "/page",
        Answer.of(
            "text/html",
            "<html><head><title>t</title></head><body><article><h1>Whole</h1><p>Russia condemned"
                + " the United States on Tuesday over its plans for the region.</p></article></body>"
                + "</html>"));
    server.put(
        "/feed",
        rss(
            ITEM.formatted("1", "Whole", page, "Russia condemned …"),
            ITEM.formatted(
                "2",
                "Vanished",
                server.address() + "/gone",
                "Iran praised Oman on Tuesday for its offer to host the next round of talks.")));
    long id = add(true);
    read(id);
    read(id);

    assertThat(server.at("/page")).hasSize(1);
    assertThat(new Intakes(store).hasName(page)).isTrue();
    assertThat(store.articles(Query.ALL.withWords("Oman"))).hasSize(1);
  }

  @Test
  void aChangedItemIsANewVersionAndTheOldOneIsKept() throws Exception {
    server.put("/feed", rss(item("1", "Russia praised Oman.")));
    long id = add(false);
    read(id);
    server.put("/feed", rss(item("1", "Russia praised Iran.")));
    read(id);

    Intakes intakes = new Intakes(store);
    assertThat(intakes.changed(10)).hasSize(1);
    assertThat(intakes.versions(1)).hasSize(2);
    assertThat(WordDiff.of(store.content(1), store.content(2)))
        .contains(
            new WordDiff.Part(WordDiff.Kind.REMOVED, "Oman"),
            new WordDiff.Part(WordDiff.Kind.ADDED, "Iran"));
  }

  private Answer to(int status, String where) {
    return new Answer(status, Map.of("Location", where), new byte[0]);
  }

  private String at(String path) {
    return server.address() + path;
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 308})
  void aFeedThatMovedForGoodIsAskedThereAndKeepsWhatIsRemembered(int status) throws Exception {
    String text = "Russia praised Oman on Tuesday for its offer to host the talks.";
    Answer feed = rss(ITEM.formatted("17", "A headline", "https://gazette.example/17", text));
    Map<String, String> headers = new HashMap<>(feed.headers());
    headers.put("ETag", "\"v1\"");
    server.put("/feed", new Answer(200, headers, feed.body()));
    long id = add(false);
    StoredFeed before = read(id);
    server.put("/feed", to(status, "/new?all=1#top"));
    server.put("/new", new Answer(200, headers, feed.body()));

    StoredFeed moved = read(id);
    assertThat(moved.address()).isEqualTo(at("/new?all=1"));
    assertThat(moved.place().from()).isEqualTo(at("/feed"));
    assertThat(moved.place().moved()).isNotNull();
    assertThat(moved.etag()).isEqualTo("\"v1\"");
    assertThat(moved.items()).isEqualTo(1);
    assertThat(moved.state()).isEqualTo(State.FINE);
    assertThat(moved.changed()).isEqualTo(before.changed());
    int asked = server.at("/feed").size();
    headers.put("ETag", "\"v2\"");
    server.put(
        "/new",
        new Answer(
            200,
            headers,
            rss(ITEM.formatted("17", "A headline", "https://gazette.example/17", text + " More."))
                .body()));
    StoredFeed after = read(id);

    assertThat(server.at("/feed")).as("the old address rests").hasSize(asked);
    assertThat(after.place()).isEqualTo(moved.place());
    Intakes intakes = new Intakes(store);
    assertThat(intakes.versions(1)).as("17 is still 17 of this feed").hasSize(2);
    assertThat(store.articles(Query.ALL)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"302, 302", "307, 307", "303, 303", "302, 301", "307, 308"})
  void aFeedThatIsElsewhereForNowKeepsItsAddress(int first, int second) throws Exception {
    server.put("/feed", to(first, "/between"));
    server.put("/between", to(second, "/new"));
    server.put("/new", rss(item("1", "Russia praised Oman.")));
    StoredFeed feed = read(add(false));

    assertThat(feed.state()).isEqualTo(State.FINE);
    assertThat(feed.items()).isEqualTo(1);
    assertThat(feed.address()).isEqualTo(at("/feed"));
    assertThat(feed.place().moved()).isNull();
  }

  @Test
  void onlyThePermanentPartOfTheWayIsTaken() throws Exception {
    server.put("/feed", to(301, "/second"));
    server.put("/second", to(308, at("/third")));
    server.put("/third", to(302, "/today"));
    server.put("/today", rss(item("1", "Russia praised Oman.")));
    assertThat(read(add(false)).address()).isEqualTo(at("/third"));
  }

  @Test
  void nothingMovesBeforeTheFeedWasReadThere() throws Exception {
    server.put("/feed", to(301, "/new"));
    long id = add(false);
    assertThat(read(id).address()).as("404").isEqualTo(at("/feed"));
    server.put("/new", Answer.of("text/html", "<p>Buy this domain.</p>"));
    assertThat(read(id).address()).as("no feed").isEqualTo(at("/feed"));
    server.put("/robots.txt", Answer.of("text/plain", "User-agent: *\nDisallow: /new\n"));
    server.put("/new", rss());
    try (FeedReading polite =
        new FeedReading(
            store, intake, Fetch.allowing(InetAddress::isLoopbackAddress), Duration.ofMillis(1))) {
      polite.read(feeds.feed(id).orElseThrow());
    }
    assertThat(feeds.feed(id).orElseThrow().address()).as("robots.txt").isEqualTo(at("/feed"));
    assertThat(feeds.feed(id).orElseThrow().state()).isEqualTo(State.FORBIDDEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://10.1.2.3/feed", "http://169.254.169.254/", "file:///etc/passwd"})
  void aFeedCannotMoveInside(String inside) throws Exception {
    server.put("/feed", to(301, inside));
    StoredFeed feed = read(add(false));
    assertThat(feed.state().isTrouble()).isTrue();
    assertThat(feed.address()).isEqualTo(at("/feed"));
  }

  @Test
  void aFeedThatMovesToAnotherSourceIsNotReadTwice() throws Exception {
    server.put("/feed", to(301, "/new"));
    server.put("/new", rss(item("17", "Russia praised Oman.")));
    long kept = feeds.add(at("/new"), null, false, "Ada");
    read(kept);
    long id = add(false);
    StoredFeed doubled = read(id);

    assertThat(doubled.state()).isEqualTo(State.MOVED);
    assertThat(doubled.active()).isFalse();
    assertThat(doubled.address()).isEqualTo(at("/feed"));
    assertThat(doubled.message())
        .isEqualTo(
            "It has moved for good to "
                + at("/new")
                + ", which is a source already (“Gondor Gazette”); it is not asked again.");
    assertThat(feeds.all()).hasSize(2);
    assertThat(feeds.feed(kept).orElseThrow().active()).isTrue();
    assertThat(store.articles(Query.ALL)).hasSize(1);
    assertThat(announced.get()).isEqualTo(1);
  }
}
