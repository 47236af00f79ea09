package org.entente.desk.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entente.Entente;
import org.entente.desk.Desk;
import org.entente.desk.TestDesk;
import org.entente.desk.Visitor;
import org.entente.store.Block;
import org.entente.store.Correction;
import org.entente.store.Drafts;
import org.entente.store.HouseRules;
import org.entente.store.Member;
import org.entente.store.Members;
import org.entente.store.Newsletters;
import org.entente.store.Post;
import org.entente.store.PressArchive;
import org.entente.store.Query;
import org.entente.store.Role;
import org.entente.store.Schedules;
import org.entente.store.SecondLooks;
import org.entente.store.Store;
import org.entente.store.StoredAnnouncement;
import org.entente.store.StoredEvent;
import org.entente.store.Topic;
import org.entente.store.Topics;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the desk found stands in a review as it was, and beside it what it has become. */
class ClaimsTest {
  private static final Map<String, String> CHART =
      Map.of("kind", "series", "one", "RUS", "other", "USA", "by", "week", "on", "2013-05-07");
  private static final Map<String, String> SAID =
      Map.of("kind", "statements", "speaker", "Sergei Lavrov", "until", "2013-05-31");

  @TempDir private Path folder;
  private Desk desk;
  private Store store;
  private Visitor writer;

  @BeforeEach
  void open() {
    desk = TestDesk.fresh();
    store = TestDesk.store(desk);
    writer = Visitor.signedIn(desk, "Writer of claims", Role.CONTRIBUTOR);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private static String query(Map<String, String> fields) {
    return "/insert?"
        + fields.entrySet().stream()
            .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
  }

  /** Into a new draft, which is published; its address. */
  private String published(Map<String, String> fields) {
    String draft = inserted(fields);
    HttpResponse<String> done = writer.post(draft, draft + "/publish", Map.of("over", "yes"));
    assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
    return "/posts/" + post(draft).address();
  }

  private String inserted(Map<String, String> fields) {
    HttpResponse<String> answer = writer.post(query(fields), "/insert", fields);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow().replaceAll("\\?.*", "");
  }

  private Post post(String draft) {
    long id = Long.parseLong(draft.substring(draft.lastIndexOf('/') + 1));
    return new org.entente.store.Posts(store).byId(id).orElseThrow();
  }

  private Block last(String draft) {
    return new Drafts(store).latest(post(draft)).content().blocks().getLast();
  }

  private void add(String day, String text) {
    Entente entente = Entente.create();
    String line =
        "{\"id\":\"later-%s\",\"date\":\"%s\",\"publisher\":\"The Later Post\",\"text\":\"%s\"}";
    try (var items = documents(line.formatted(day, day, text))) {
      items.forEach(item -> store.add(entente.read(item.document()), entente.version()));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private java.util.stream.Stream<org.entente.source.Item> documents(String line)
      throws java.io.IOException {
    Path file = Files.writeString(folder.resolve("later.jsonl"), line + "\n");
    return org.entente.source.Documents.standard().open(file.toString());
  }

  @Test
  void aChartKeepsItsBinsAndShowsWhichDifferNow() {
    String look = writer.get(query(CHART)).body();
    assertThat(look).contains("Insert into a review", "<svg", "preview-title");
    String address = published(CHART);
    Visitor anybody = Visitor.at(desk);
    String page = anybody.get(address).body();
    assertThat(page)
        .contains("<svg", "role=\"group\"", "<desc id=\"part-2-desc\">", "The numbers")
        .contains("\"@type\":\"Dataset\"")
        .doesNotContain(">Now<");
    Block.Series then =
        (Block.Series)
            new Drafts(store)
                .all(null).stream()
                    .map(p -> new Drafts(store).latest(p).content().blocks().getLast())
                    .findFirst()
                    .orElseThrow();
    List<StoredEvent> counted =
        store.events(Query.ALL.withPage(5000, 0)).stream()
            .filter(e -> e.counted() && between(e, "RUS", "USA"))
            .toList();
    assertThat(counted).isNotEmpty();
    counted.forEach(e -> store.correct(e.id(), rejected()));
    String later = anybody.get(address).body();
    assertThat(later).contains(">Now<", "What differs:", "part-2-now-desc", then.then().words());
    assertThat(anybody.get("/posts.atom").body()).contains(then.then().words(), "agreement");
    assertThat(anybody.get(address + "/annotations").body()).contains("assessing");
  }

  private static boolean between(StoredEvent e, String one, String other) {
    return e.source() != null
        && e.target() != null
        && org.entente.relation.ActorKey.of(e.source()).equals(one)
        && org.entente.relation.ActorKey.of(e.target()).equals(other);
  }

  private static Correction rejected() {
    return new Correction(
        Correction.Verdict.REJECTED,
        null,
        null,
        null,
        null,
        "Reviewer",
        java.time.Instant.EPOCH,
        "not so");
  }

  @Test
  void statementsLeadToTheirSentencesAndSayWhatIsFoundNow() {
    String look = writer.get(query(SAID)).body();
    assertThat(look).contains("Which of them", "Sergei Lavrov");
    List<String> keys =
        java.util.regex.Pattern.compile("name=\"line\" value=\"([^\"]+)\"")
            .matcher(look)
            .results()
            .map(m -> m.group(1))
            .toList();
    assertThat(keys).hasSizeGreaterThan(2);
    Map<String, String> one = new HashMap<>(SAID);
    one.put("line", keys.getFirst());
    Block.Statements few = (Block.Statements) last(inserted(one));
    assertThat(few.then().lines()).hasSize(1);
    assertThat(few.then().found()).isEqualTo(keys.size());
    Block.Line line = few.then().lines().getFirst();
    assertThat(line.speaker()).isEqualTo("Sergei Lavrov");
    String address = published(one);
    Visitor anybody = Visitor.at(desk);
    String page = anybody.get(address).body();
    assertThat(page).contains("1 of the " + keys.size(), "#s", "\"@type\":\"Quotation\"");
    assertThat(page).doesNotContain(">Now<");
    assertThat(anybody.get(address + "/annotations").body()).contains("part-2-1");
    add("2013-05-20", "Sergei Lavrov said that the plan for Arnor would fail.");
    assertThat(anybody.get(address).body())
        .contains(">Now<", (keys.size() + 1) + " are found; then " + keys.size());
    assertThat(anybody.get("/posts.json").body()).contains("Sergei Lavrov");
  }

  @Test
  void anAnnouncementOfTheCalendarIsFrozen() {
    StoredAnnouncement some = store.calendar(null, store.days().orElseThrow().to()).getFirst();
    assertThat(writer.get("/calendar").body()).contains("/insert?kind=announced");
    assertThat(Visitor.at(desk).get("/calendar").body()).doesNotContain("/insert");
    Map<String, String> asked = Map.of("kind", "announced", "announcement", "" + some.id());
    String draft = inserted(asked);
    Block.Announced block = (Block.Announced) last(draft);
    assertThat(block.then().what()).isEqualTo(some.type().name());
    assertThat(block.clip().standsIn(store.content(some.article().document()))).isTrue();
    String page = writer.get("/posts/" + post(draft).address()).body();
    assertThat(page).contains("Announced", "Then", "\"@type\":\"Event\"").doesNotContain(">Now<");
  }

  /** The announcement of talks in July that one article makes on the first of it, published. */
  private String talksInJuly() {
    add("2013-07-01", "Norway and Sweden agreed to hold talks in July.");
    StoredAnnouncement talks =
        store.calendar(null, store.days().orElseThrow().to()).stream()
            .filter(a -> a.exact().contains("Norway"))
            .findFirst()
            .orElseThrow();
    return published(Map.of("kind", "announced", "announcement", "" + talks.id()));
  }

  private static List<String> said(String page) {
    return Jsoup.parse(page).select(".claim p:has(.when)").eachText();
  }

  @Test
  void whatWasDueThenAndCameToPassStandsBesideIt() throws Exception {
    String address = talksInJuly();
    Visitor anybody = Visitor.at(desk);
    assertThat(said(anybody.get(address).body()))
        .singleElement(STRING)
        .startsWith("Then ")
        .contains("Norway", "Sweden", "1 Jul 2013 to 31 Jul 2013", "due");
    Path before = folder.resolve("before.zip");
    new PressArchive(store).write(before);
    add("2013-07-10", "The foreign ministers of Norway and Sweden met on Wednesday.");
    List<String> said = said(anybody.get(address).body());
    assertThat(said).hasSize(2);
    assertThat(said.getFirst()).startsWith("Then ").contains(" due").doesNotContain("kept");
    assertThat(said.getLast()).startsWith("Now ").contains("kept 10 Jul 2013");
    for (String type : List.of("atom", "rss", "json")) {
      String feed = anybody.get("/posts." + type).body();
      FeedSchemas.named("." + type, feed);
      assertThat(feed).as("frozen").contains("; due (frozen").doesNotContain("; kept");
    }
    Path after = folder.resolve("after.zip");
    new PressArchive(store).write(after);
    assertThat(Files.readAllBytes(after))
        .as("nothing frozen has moved")
        .isEqualTo(Files.readAllBytes(before));
  }

  @Test
  void aDateThatIsReadOtherwiseStandsBesideIt() throws Exception {
    String address = talksInJuly();
    String file = TestDesk.file(desk);
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement recoding = db.createStatement()) {
      int changed =
          recoding.executeUpdate(
              "UPDATE announcements SET date_from = '2013-08-01', date_to = '2013-08-31' WHERE"
                  + " date_from = '2013-07-01'");
      assertThat(changed).isEqualTo(1);
    }
    add("2013-07-02", "It rained."); // pages are kept until the store changes
    List<String> said = said(Visitor.at(desk).get(address).body());
    assertThat(said).hasSize(2);
    assertThat(said.getFirst()).startsWith("Then ").contains("1 Jul 2013 to 31 Jul 2013");
    assertThat(said.getLast()).startsWith("Now ").contains("1 Aug 2013 to 31 Aug 2013");
    assertThat(Visitor.at(desk).get("/posts.json").body()).contains("2013-07-01 to 2013-07-31");
  }

  @Test
  void anArchiveGivesAllOfItBackByteForByte() throws Exception {
    List<Map<String, String>> found =
        List.of(
            CHART,
            SAID,
            Map.of("kind", "agreement", "one", "RUS", "other", "USA", "on", "2013-05-07"),
            Map.of("kind", "tension", "one", "RUS", "other", "USA", "on", "2013-05-07"));
    found.forEach(this::published);
    talksInJuly();
    Member author = new Members(store).bySignIn("Writer of claims").orElseThrow();
    Member editor = Visitor.member(desk, "An editor", Role.EDITOR);
    Post waiting = post(inserted(CHART));
    var version = new Drafts(store).latest(waiting);
    Instant due = Instant.parse("2040-01-02T03:04:05Z");
    new Schedules(store).set(author, waiting, version, due, "");
    SecondLooks looks = new SecondLooks(store);
    looks.ask(author, waiting, "Is it fair?");
    looks.answer(
        editor, waiting, looks.open(waiting).orElseThrow(), SecondLooks.Answer.RETURNED, "No.");
    looks.ask(author, waiting, "And now?");
    Newsletters.Choice choice =
        new Newsletters.Choice(Newsletters.Often.WEEKLY, List.of("syria"), author.id());
    new Newsletters(store).choose(editor, choice);
    Topics topics = new Topics(store);
    Topic topic = topics.add(editor, new Topic.Says("A topic", "A *lead*.", List.of("syria")));
    topics.change(editor, topic, topic.says(), true);
    new HouseRules(store).secondPerson(editor, true);

    Path first = folder.resolve("first.zip");
    Path second = folder.resolve("second.zip");
    PressArchive.Counts counts = new PressArchive(store).write(first);
    assertThat(counts.texts()).isPositive();
    assertThat(counts.rows())
        .containsEntry("topics", 1)
        .containsEntry("schedules", 1)
        .containsEntry("second_looks", 2)
        .containsEntry("newsletters", 1)
        .containsEntry("house_rules", 1);
    try (Store other = Store.open(folder.resolve("other.db").toString())) {
      new PressArchive(other).read(first);
      new PressArchive(other).write(second);
      assertThat(new Topics(other).all()).isEqualTo(topics.all());
      assertThat(new Schedules(other).all()).isEqualTo(new Schedules(store).all()).hasSize(1);
      assertThat(new SecondLooks(other).of(waiting)).isEqualTo(looks.of(waiting)).hasSize(2);
      assertThat(new Newsletters(other).of(editor)).hasValue(choice);
      assertThat(new HouseRules(other).secondPerson()).isTrue();
      assertThat(kinds(other)).isEqualTo(kinds(store)).hasSize(5);
      for (Post post : new Drafts(store).all(null)) {
        assertThat(new Drafts(other).versions(post)).isEqualTo(new Drafts(store).versions(post));
      }
    }
    assertThat(Files.readAllBytes(second)).isEqualTo(Files.readAllBytes(first));
  }

  /** Which kinds of parts the reviews of a store have. */
  private static Set<String> kinds(Store store) {
    Drafts drafts = new Drafts(store);
    return drafts.all(null).stream()
        .flatMap(p -> drafts.latest(p).content().blocks().stream())
        .map(b -> b.getClass().getSimpleName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void badQuestionsGetASentence() {
    for (String query :
        List.of(
            "/insert",
            "/insert?kind=magic",
            "/insert?kind=series&one=RUS",
            "/insert?kind=series&one=RUS&other=RUS",
            "/insert?kind=statements",
            "/insert?kind=statements&speaker=&about=wordsthatnobodysaid",
            "/insert?kind=announced&announcement=99999999")) {
      HttpResponse<String> answer = writer.get(query);
      assertThat(answer.statusCode()).as(query).isEqualTo(400);
    }
  }

  @Test
  void whatIsReadLeadsToTheFormWithItsWordsChosen() {
    String pair = writer.get("/pair?a=RUS&b=USA&on=2013-05-07").body();
    assertThat(pair).contains("/insert?kind=series", "/insert?kind=agreement", "/clip?from=");
    assertThat(writer.get("/wire?words=conference").body())
        .contains("/clip?about=conference", "/insert?kind=statements");
    assertThat(writer.get("/speaker?name=Sergei+Lavrov").body())
        .contains("/clip?from=", "/insert?kind=statements");
    java.util.regex.Matcher link =
        java.util.regex.Pattern.compile("href=\"(/article/[0-9]+/clip\\?from=[^\"#]+)")
            .matcher(pair);
    assertThat(link.find()).isTrue();
    String form = writer.get(link.group(1).replace("&amp;", "&")).body();
    assertThat(form).contains("id=\"chosen\"");
    assertThat(form.split(" checked", -1)).hasSize(3);
  }
}
