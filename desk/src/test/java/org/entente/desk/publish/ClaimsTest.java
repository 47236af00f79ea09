package org.entente.desk.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.Entente;
import org.entente.desk.Desk;
import org.entente.desk.TestDesk;
import org.entente.desk.Visitor;
import org.entente.store.Block;
import org.entente.store.Correction;
import org.entente.store.Drafts;
import org.entente.store.Post;
import org.entente.store.PressArchive;
import org.entente.store.Query;
import org.entente.store.Role;
import org.entente.store.Store;
import org.entente.store.StoredAnnouncement;
import org.entente.store.StoredEvent;
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

  @Test
  void anArchiveGivesThemBackByteForByte() throws Exception {
    published(CHART);
    published(SAID);
    Path first = folder.resolve("first.zip");
    Path second = folder.resolve("second.zip");
    PressArchive.Counts counts = new PressArchive(store).write(first);
    assertThat(counts.texts()).isPositive();
    try (Store other = Store.open(folder.resolve("other.db").toString())) {
      new PressArchive(other).read(first);
      new PressArchive(other).write(second);
    }
    assertThat(Files.readAllBytes(second)).isEqualTo(Files.readAllBytes(first));
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
