package org.entente.desk.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.desk.Desk;
import org.entente.desk.TestDesk;
import org.entente.desk.Visitor;
import org.entente.store.Block;
import org.entente.store.Content;
import org.entente.store.Drafts;
import org.entente.store.Post;
import org.entente.store.Role;
import org.entente.store.Schedules;
import org.entente.store.SecondLooks;
import org.entente.store.Store;
import org.entente.store.Version;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Drafts that save themselves, second persons, and reviews that are published at a moment. */
class WritingTest {
  private Desk desk;
  private Store store;
  private Visitor author;
  private String draft;

  @BeforeEach
  void open() {
    desk = TestDesk.fresh();
    store = TestDesk.store(desk);
    author = Visitor.signedIn(desk, "Author of drafts", Role.CONTRIBUTOR);
    draft = to(author.post("/drafts", "/drafts", Map.of("title", "A plan for Arnor")));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private static String to(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow().replaceAll("\\?.*", "");
  }

  private Post post() {
    long id = Long.parseLong(draft.substring(draft.lastIndexOf('/') + 1));
    return new org.entente.store.Posts(store).byId(id).orElseThrow();
  }

  private Version latest() {
    return new Drafts(store).latest(post());
  }

  private List<Version> versions() {
    return new Drafts(store).versions(post());
  }

  private static Map<String, String> fields(Version base, String words) {
    Map<String, String> fields = new HashMap<>();
    fields.put("base", "" + base.number());
    fields.put("seen", base.stamp());
    fields.put("title", base.content().title());
    fields.put("comments", "OPEN");
    fields.put("block-0", words);
    return fields;
  }

  private JsonNode autosave(Visitor who, Map<String, String> fields) {
    HttpResponse<String> answer = who.post(draft, draft + "/autosave", fields);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  private static Map<String, String> next(Map<String, String> fields, JsonNode kept, String words) {
    Map<String, String> next = new HashMap<>(fields);
    next.put("base", kept.get("base").asString());
    next.put("seen", kept.get("seen").asString());
    next.put("block-0", words);
    return next;
  }

  @Test
  void aHundredAutosavesAreOneEntryAndASavingTakesItsPlace() {
    Map<String, String> fields = fields(latest(), "A");
    assertThat(autosave(author, fields(latest(), "")).get("base").asInt()).isEqualTo(1);
    for (int i = 0; i < 100; i++) {
      fields = next(fields, autosave(author, fields), "A".repeat(i + 2));
    }
    assertThat(versions()).hasSize(2);
    assertThat(latest().auto()).isTrue();
    assertThat(author.get(draft).body()).contains("saved by itself");
    to(author.post(draft, draft, fields));
    assertThat(versions()).extracting(Version::auto).containsExactly(false, false);
    assertThat(latest().content().lead()).isEqualTo("A".repeat(101));
  }

  @Test
  void whatReadersSeeIsNeverWrittenOver() {
    Map<String, String> fields = fields(latest(), "Shown.");
    autosave(author, fields);
    to(author.post(draft, draft + "/publish", Map.of()));
    autosave(author, fields(latest(), "Not yet."));
    Visitor anybody = Visitor.at(desk);
    String address = "/posts/" + post().address();
    Instant changed = post().changed();
    assertThat(anybody.get(address).body()).contains("Shown.").doesNotContain("Not yet.");
    assertThat(versions()).hasSize(3);
    assertThat(post().changed()).isEqualTo(changed);
  }

  @Test
  void aForgottenTabTakesNothingFromWhatSomebodySaved() {
    Visitor editor = Visitor.signedIn(desk, "Editor of drafts", Role.EDITOR);
    Map<String, String> forgotten = fields(latest(), "Half a tho");
    Map<String, String> mended = fields(latest(), "Mended.");
    mended.put("comments", "CLOSED");
    to(editor.post(draft, draft, mended));
    autosave(author, forgotten);
    assertThat(latest().content().lead()).isEqualTo("Mended.");
    Map<String, String> late = fields(latest(), "Mended twice.");
    late.put("comments", "FIRST_HELD");
    late.put("commented", "FIRST_HELD");
    to(author.post(draft, draft, late));
    assertThat(post().comments()).as("decided by another").isEqualTo(Post.CommentMode.CLOSED);
    late.put("comments", "OPEN");
    to(author.post(draft, draft, late));
    assertThat(post().comments()).isEqualTo(Post.CommentMode.OPEN);
  }

  @Test
  void whatIsInsertedAtOnceIsAllThere() throws Exception {
    Drafts drafts = new Drafts(store);
    Post post = post();
    org.entente.store.Member member =
        new org.entente.store.Members(store).byId(post.author()).orElseThrow();
    try (var people = java.util.concurrent.Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 40; i++) {
        Block block = new Block.Prose("Part " + i);
        people.submit(() -> InsertPages.append(drafts, member, post, block));
      }
    }
    assertThat(latest().content().blocks()).hasSize(41);
  }

  @Test
  void whatIsPublishedIsWhatSomebodyRead() {
    Drafts drafts = new Drafts(store);
    Post before = post();
    Version read = latest();
    to(author.post(draft, draft, fields(read, "Written since.")));
    assertThatThrownBy(() -> drafts.publish(before, read, ""))
        .hasMessageContaining("saved the review since");
    drafts.publish(before, latest(), "");
    assertThatThrownBy(() -> drafts.publish(before, latest(), ""))
        .as("it was not published when the form was loaded")
        .hasMessageContaining("what is corrected");
    org.entente.store.Member member =
        new org.entente.store.Members(store).byId(before.author()).orElseThrow();
    assertThatThrownBy(() ->
            new Schedules(store).set(member, before, latest(), Instant.now().plusSeconds(60), ""))
        .hasMessageContaining("what is corrected");
    drafts.save(
        member, before, new Content("Another title", List.of(), List.of()), Post.CommentMode.OPEN);
    assertThat(post().title()).as("readers see the published one").isEqualTo("A plan for Arnor");
  }

  @Test
  void twoWhoWriteAtOnceAreToldAndLoseNothing() {
    Visitor editor = Visitor.signedIn(desk, "Editor of drafts", Role.EDITOR);
    Version begun = latest();
    Map<String, String> mine = fields(begun, "Mine.");
    Map<String, String> yours = fields(begun, "Yours.");
    mine = next(mine, autosave(author, mine), "Mine, longer.");
    JsonNode told = autosave(editor, yours);
    assertThat(told.get("overtaken").asBoolean()).isTrue();
    assertThat(told.get("said").asString()).contains("Somebody else");
    for (int i = 0; i < 5; i++) {
      mine = next(mine, autosave(author, mine), "Mine, still longer " + i);
      yours = next(yours, told, "Yours " + i);
      told = autosave(editor, yours);
    }
    assertThat(versions()).as("one each beside the first").hasSize(3);
    HttpResponse<String> saved = author.post(draft, draft, mine);
    assertThat(saved.headers().firstValue("Location").orElseThrow()).endsWith("said=saved");
    assertThat(latest().content().lead()).as("hers lies beside").isEqualTo("Mine, still longer 4");
    assertThat(author.get(draft).body()).contains("saved by itself, beside the others");
    HttpResponse<String> hers = editor.post(draft, draft, next(yours, told, "Yours 4"));
    assertThat(hers.headers().firstValue("Location").orElseThrow()).endsWith("said=both");
    assertThat(latest().content().lead()).isEqualTo("Yours 4");
    assertThat(versions().stream().map(v -> v.content().lead()))
        .contains("Yours 4", "Mine, still longer 4");
    HttpResponse<String> stale =
        editor.post(draft, draft + "/publish", Map.of("base", yours.get("base"), "seen", "x"));
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(post().state()).isEqualTo(Post.State.DRAFT);
  }

  @Test
  void aSecondPersonSeesApprovesOrSendsBack() {
    Visitor second = Visitor.signedIn(desk, "Second person", Role.CONTRIBUTOR);
    assertThat(second.get(draft + "/look").statusCode()).isEqualTo(404);
    to(author.post(draft, draft + "/look", Map.of("note", "Is it fair?")));
    assertThat(second.get("/drafts").body()).contains("A plan for Arnor", "Is it fair?");
    assertThat(author.get("/drafts").body()).contains("waits for a second person");
    assertThat(second.get(draft).statusCode()).as("may read, not write").isEqualTo(404);
    assertThat(second.get(draft + "/look").body()).contains("Send back");
    Map<String, String> back = Map.of("version", "1", "answer", "RETURNED");
    assertThat(second.post(draft + "/look", draft + "/look/answer", back).statusCode())
        .as("without a note")
        .isEqualTo(400);
    assertThat(author.post(draft, draft + "/look/answer", back).statusCode()).isEqualTo(400);
    Map<String, String> why = new HashMap<>(back);
    why.put("reply", "The second clip is missing.");
    to(second.post(draft + "/look", draft + "/look/answer", why));
    assertThat(author.get(draft).body())
        .contains("sent back", "The second clip is missing.", "Second person");
    assertThat(second.get(draft + "/look").statusCode()).as("answered").isEqualTo(404);
    assertThat(new SecondLooks(store).of(post()).getFirst().answered()).isNotNull();
  }

  @Test
  void whoRewroteAReviewIsNoSecondPersonForIt() {
    Visitor editor = Visitor.signedIn(desk, "Editor of drafts", Role.EDITOR);
    to(editor.post(draft, draft, fields(latest(), "All of it is new.")));
    to(author.post(draft, draft + "/look", Map.of("note", "Is it fair?")));
    assertThat(editor.get("/drafts").body()).doesNotContain("Is it fair?");
    assertThat(editor.get(draft + "/look").body()).doesNotContain("Send back");
    Map<String, String> yes = Map.of("version", "2", "answer", "APPROVED");
    assertThat(editor.post(draft, draft + "/look/answer", yes).statusCode()).isEqualTo(400);
    assertThat(new SecondLooks(store).approved(post(), 2)).isFalse();
    Visitor second = Visitor.signedIn(desk, "Second person", Role.CONTRIBUTOR);
    to(second.post(draft + "/look", draft + "/look/answer", yes));
    assertThat(new SecondLooks(store).approved(post(), 2)).isTrue();
    to(author.post(draft, draft + "/look", Map.of("note", "Really?")));
    Map<String, String> no = Map.of("version", "2", "answer", "RETURNED", "reply", "No.");
    to(second.post(draft + "/look", draft + "/look/answer", no));
    assertThat(new SecondLooks(store).approved(post(), 2)).as("the last word").isFalse();
  }

  @Test
  void nobodyIsAskedToLookAtWhatIsPublished() {
    Visitor second = Visitor.signedIn(desk, "Second person", Role.CONTRIBUTOR);
    to(author.post(draft, draft + "/look", Map.of("note", "Is it fair?")));
    Map<String, String> made = Map.of("version", "1", "answer", "CLOSED", "reply", "Enough.");
    assertThat(second.post(draft + "/look", draft + "/look/answer", made).statusCode())
        .as("no person's answer")
        .isEqualTo(400);
    to(author.post(draft, draft + "/publish", Map.of()));
    assertThat(post().state()).isEqualTo(Post.State.PUBLISHED);
    assertThat(second.get("/drafts").body()).doesNotContain("Is it fair?");
    assertThat(second.get(draft + "/look").statusCode()).isEqualTo(404);
    SecondLooks.Look look = new SecondLooks(store).of(post()).getFirst();
    assertThat(look.answer()).isEqualTo(SecondLooks.Answer.CLOSED);
    assertThat(look.answered()).isNotNull();
    assertThat(author.get(draft).body())
        .contains("Is it fair?", "published before anybody answered")
        .doesNotContain("waits for a second person");
  }

  @Test
  void howMuchOfAnArticleIsShownIsARuleOfTheHouse() {
    Visitor administrator = Visitor.signedIn(desk, "Keeper of limits", Role.ADMINISTRATOR);
    String page = "Arnor and Gondor agree\n\nThe two countries signed a treaty in Osgiliath.";
    String pasted = to(author.post("/drafts", "/drafts/import", Map.of("text", page)));
    assertThat(author.get(pasted).body()).contains("250 words and 50 % of an article");
    Map<String, String> few = Map.of("words", "3", "percent", "100");
    assertThat(author.post("/drafts", "/drafts/rule", few).statusCode()).isEqualTo(403);
    Map<String, String> none = Map.of("words", "0", "percent", "100");
    assertThat(administrator.post("/drafts", "/drafts/rule", none).body())
        .contains("1 to 100000 words");
    to(administrator.post("/drafts", "/drafts/rule", few));
    assertThat(author.get(pasted).body()).contains("3 words and 100 % of an article");
    assertThat(administrator.get("/drafts").body()).contains("value=\"3\"", "value=\"100\"");
  }

  @Test
  void whereTheHouseAsksForItNothingIsPublishedWithout() {
    Visitor administrator = Visitor.signedIn(desk, "Keeper of rules", Role.ADMINISTRATOR);
    Visitor second = Visitor.signedIn(desk, "Second person", Role.CONTRIBUTOR);
    assertThat(author.post("/drafts", "/drafts/rule", Map.of("second", "yes")).statusCode())
        .isEqualTo(403);
    to(administrator.post("/drafts", "/drafts/rule", Map.of("second", "yes")));
    assertThat(author.post(draft, draft + "/publish", Map.of()).statusCode()).isEqualTo(400);
    assertThat(author.post(draft, draft + "/schedule", Map.of("due", inHours(2))).statusCode())
        .isEqualTo(400);
    to(author.post(draft, draft + "/look", Map.of()));
    Map<String, String> yes = Map.of("version", "1", "answer", "APPROVED");
    to(second.post(draft + "/look", draft + "/look/answer", yes));
    to(author.post(draft, draft, fields(latest(), "Changed after it was approved.")));
    assertThat(author.post(draft, draft + "/publish", Map.of()).statusCode()).isEqualTo(400);
    to(author.post(draft, draft + "/restore", Map.of("version", "1")));
    assertThat(author.post(draft, draft + "/publish", Map.of()).statusCode())
        .as("the same words, saved anew")
        .isEqualTo(400);
    to(author.post(draft, draft + "/look", Map.of()));
    to(
        second.post(
            draft + "/look", draft + "/look/answer", Map.of("version", "3", "answer", "APPROVED")));
    to(author.post(draft, draft + "/publish", Map.of()));
    assertThat(post().state()).isEqualTo(Post.State.PUBLISHED);
  }

  private static String inHours(int hours) {
    return LocalDateTime.now(ZoneId.systemDefault())
        .plusHours(hours)
        .truncatedTo(ChronoUnit.MINUTES)
        .toString();
  }

  private static final List<String> PUBLIC =
      List.of(
          "/posts",
          "/posts.atom",
          "/posts.rss",
          "/posts.json",
          "/sitemap.xml",
          "/wire?words=Arnor");

  @Test
  void nothingIsPublicBeforeItsTimeAndThenOnce() {
    to(author.post(draft, draft, fields(latest(), "It comes due.")));
    to(author.post(draft, draft + "/schedule", Map.of("due", inHours(2))));
    assertThat(author.get(draft).body())
        .contains("is published by itself", ZoneId.systemDefault().getId());
    to(author.post(draft, draft, fields(latest(), "Half a sentence that")));
    Visitor anybody = Visitor.at(desk);
    Instant soon = Instant.now().plus(Duration.ofMinutes(110));
    assertThat(TestDesk.publishDue(desk, soon)).isEmpty();
    for (String page : PUBLIC) {
      assertThat(anybody.get(page).body()).as(page).doesNotContain("plan for Arnor", "-arnor");
    }
    assertThat(anybody.get("/posts/" + post().address()).statusCode()).isEqualTo(404);
    Instant due = Instant.now().plus(Duration.ofHours(3));
    assertThat(TestDesk.publishDue(desk, due)).hasSize(1);
    assertThat(TestDesk.publishDue(desk, due)).isEmpty();
    assertThat(anybody.get("/posts/" + post().address()).body())
        .contains("It comes due.")
        .doesNotContain("Half a sentence");
    assertThat(new Schedules(store).all()).isEmpty();
  }

  @Test
  void whoMayNoLongerPublishDoesNotDoSoByAClock() {
    Visitor administrator = Visitor.signedIn(desk, "Chief", Role.ADMINISTRATOR);
    String due = LocalDateTime.now(ZoneId.systemDefault()).plusMinutes(5).toString();
    to(author.post(draft, draft + "/schedule", Map.of("due", due)));
    String role = "/members/" + post().author() + "/role";
    to(administrator.post("/members", role, Map.of("role", "MEMBER")));
    Instant then = Instant.now().plus(Duration.ofHours(1));
    assertThat(TestDesk.publishDue(desk, then)).isEmpty();
    assertThat(administrator.get(draft).body()).contains("may no longer publish it");
    to(administrator.post("/members", role, Map.of("role", "CONTRIBUTOR")));
    assertThat(TestDesk.publishDue(desk, then)).hasSize(1);
  }

  @Test
  void everyLineOfCorrectionStays() {
    Drafts drafts = new Drafts(store);
    Post shown = drafts.publish(post(), "");
    drafts.publish(shown, "A name was wrong.");
    drafts.publish(drafts.withdraw(post()), "It is back, as it was.");
    assertThat(Visitor.at(desk).get("/posts/" + post().address()).body())
        .contains("A name was wrong.", "It is back, as it was.");
    assertThat(versions()).hasSize(3).allMatch(v -> v.content().equals(latest().content()));
  }

  @Test
  void aTimeThatIsTakenBackNeverComes() {
    assertThat(author.post(draft, draft + "/schedule", Map.of("due", inHours(-1))).statusCode())
        .isEqualTo(400);
    assertThat(author.post(draft, draft + "/schedule", Map.of("due", "soon")).statusCode())
        .isEqualTo(400);
    assertThat(author.post(draft, draft + "/unschedule", Map.of()).statusCode()).isEqualTo(400);
    to(author.post(draft, draft + "/schedule", Map.of("due", inHours(1))));
    to(author.post(draft, draft + "/unschedule", Map.of()));
    assertThat(TestDesk.publishDue(desk, Instant.now().plus(Duration.ofDays(2)))).isEmpty();
    assertThat(post().state()).isEqualTo(Post.State.DRAFT);
  }
}
