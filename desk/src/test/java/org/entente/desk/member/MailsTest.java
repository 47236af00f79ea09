package org.entente.desk.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.desk.Desk;
import org.entente.desk.TestDesk;
import org.entente.desk.Visitor;
import org.entente.store.Comment;
import org.entente.store.Comments;
import org.entente.store.Member;
import org.entente.store.Members;
import org.entente.store.Moderation;
import org.entente.store.Post.CommentMode;
import org.entente.store.Role;
import org.entente.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the desk mails, and what the links in the mails do. */
class MailsTest {
  private Desk desk;
  private Store store;

  @BeforeEach
  void open() {
    desk = TestDesk.fresh();
    store = TestDesk.store(desk);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Member named(String name) {
    return new Members(store).bySignIn(name).orElseThrow();
  }

  /** The mails to an address, once there are that many. */
  private List<String> mails(String to, int many) throws Exception {
    List<String> found = List.of();
    for (int i = 0; i < 200 && found.size() < many; i++) {
      Thread.sleep(i == 0 ? 0 : 50);
      found = TestDesk.mails(desk).stream().filter(m -> m.startsWith("To: " + to + "\n")).toList();
    }
    assertThat(found).hasSize(many);
    return found;
  }

  private static String path(String mail, String begins) {
    Matcher link = Pattern.compile("http://localhost:[0-9]+(" + begins + "[\\w.-]+)").matcher(mail);
    assertThat(link.find()).as(mail).isTrue();
    return link.group(1);
  }

  @Test
  void anAnswerIsMailedWithALinkThatEndsTheMails() throws Exception {
    Talk talk = Talk.below(desk, CommentMode.OPEN);
    Visitor first = Visitor.letIn(desk, "First");
    long asked = Talk.key(talk.say(first, "a question"));
    Visitor second = Visitor.letIn(desk, "Second");
    Map<String, String> answer =
        Map.of("body", "an *answer*", "form", talk.form(second), "parent", "" + asked);
    talk.say(second, answer);
    String mail = mails("first@example.org", 1).getFirst();
    assertThat(mail)
        .contains("Subject: Second answered you on", "> an answer", "/posts/", "#comment-")
        .contains("List-Unsubscribe: <http", "List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    String link = path(mail, "/unsubscribe/");
    assertThat(Visitor.at(desk).get(link).statusCode()).isEqualTo(200);
    assertThat(named("First").notices()).as("opening does nothing").isEqualTo(Member.Notices.EACH);
    assertThat(Visitor.at(desk).post(link + "x", Map.of(), "").statusCode()).isEqualTo(404);
    assertThat(
            Visitor.at(desk).post(link, Map.of("List-Unsubscribe", "One-Click"), "").statusCode())
        .isEqualTo(200);
    assertThat(named("First").notices()).isEqualTo(Member.Notices.NONE);
  }

  @Test
  void aHeldCommentIsMailedToModeratorsWithALinkToDecide() throws Exception {
    Talk talk = Talk.below(desk, CommentMode.HELD);
    Visitor moderator = Visitor.letIn(desk, "Moderating");
    Member chief = Visitor.member(desk, "Chief", Role.ADMINISTRATOR);
    new Members(store).setRole(chief, named("Moderating"), Role.MODERATOR);
    Visitor writer = Visitor.letIn(desk, "Writer");
    talk.say(writer, "please read");
    String link = path(mails("moderating@example.org", 1).getFirst(), "/moderation/");
    assertThat(Visitor.at(desk).get(link).headers().firstValue("Location").orElse(""))
        .startsWith("/sign-in?next=");
    assertThat(moderator.get(link).body()).contains("please read", "Approve");
    moderator.post(link, link, Map.of("act", "APPROVE"));
    assertThat(talk.page()).contains("please read");
    writer.post("/account", link.replace("moderation", "comments") + "/edit", Map.of("body", "Hm"));
    assertThat(talk.page()).as("it waits again").doesNotContain("please read", "Hm");
    assertThat(mails("moderating@example.org", 2)).anyMatch(m -> m.contains("> Hm"));
  }

  /** A moderator with a proved address. */
  private Visitor moderator(String name) {
    Visitor moderator = Visitor.letIn(desk, name);
    Member chief = Visitor.member(desk, "Chief of " + name, Role.ADMINISTRATOR);
    new Members(store).setRole(chief, named(name), Role.MODERATOR);
    return moderator;
  }

  @Test
  void aReportIsMailedToModeratorsOnceWithALinkToTheCase() throws Exception {
    Talk talk = Talk.below(desk, CommentMode.OPEN);
    Visitor moderator = moderator("Moderating");
    long said = Talk.key(talk.say(Visitor.letIn(desk, "Writer"), "buy my horses"));
    Visitor reporter = Visitor.letIn(desk, "Reporter");
    reporter.post(talk.path(), "/comments/" + said + "/report", Map.of("reason", "It sells."));
    String mail = mails("moderating@example.org", 1).getFirst();
    assertThat(mail)
        .contains("Subject: A comment is reported on", "Reporter: It sells.", "> buy my horses");
    String link = path(mail, "/moderation/");
    assertThat(link).isEqualTo("/moderation/" + said);
    moderator.post(link, link, Map.of("act", "HIDE", "reason", "selling"));
    assertThat(talk.page()).doesNotContain("buy my horses");
    TestDesk.tomorrow(desk);
    assertThat(mails("moderating@example.org", 1)).hasSize(1);
  }

  @Test
  void whatWasSettledBeforeTheMailIsToldToNobody() {
    Talk talk = Talk.below(desk, CommentMode.OPEN);
    moderator("Moderating");
    Member chief = named("Chief of Moderating");
    talk.say(Visitor.letIn(desk, "Writer"), "words");
    Comment comment = new Comments(store).by(named("Writer")).getFirst();
    TestDesk.betweenMails(
        desk,
        () -> {
          new Comments(store).report(named("Moderating"), comment.id(), "hm");
          new Moderation(store).act(chief, comment.id(), Moderation.Act.SETTLE, "");
        });
    TestDesk.tomorrow(desk);
    assertThat(TestDesk.mails(desk)).isEmpty();
  }

  @Test
  void whoSignsInFromALinkComesBackToTheCase() throws Exception {
    moderator("Moderating");
    String form = "/sign-in/link?next=%2Fmoderation%2F7";
    Visitor stranger = Visitor.at(desk);
    assertThat(stranger.get("/moderation/7").headers().firstValue("Location"))
        .hasValue("/sign-in?next=%2Fmoderation%2F7");
    assertThat(stranger.get("/sign-in?next=%2Fmoderation%2F7").body()).contains(form);
    String asked = stranger.get(form).body();
    assertThat(asked).contains("name=\"next\" value=\"/moderation/7\"");
    stranger.post(
        form, "/sign-in/link", Map.of("mail", "moderating@example.org", "next", "/moderation/7"));
    String link = path(mails("moderating@example.org", 1).getFirst(), "/sign-in/");
    assertThat(stranger.post(link, link, Map.of()).headers().firstValue("Location"))
        .hasValue("/moderation/7");
  }

  @Test
  void noLinkLeadsElsewhereAfterSigningIn() throws Exception {
    Visitor.letIn(desk, "Lured");
    Visitor visitor = Visitor.at(desk);
    int many = 0;
    for (String next : List.of("//evil.example/", "https://evil.example/", "/\\evil.example")) {
      assertThat(visitor.get("/sign-in?next=" + java.net.URLEncoder.encode(next, "UTF-8")).body())
          .doesNotContain("evil.example");
      visitor.post(
          "/sign-in/link", "/sign-in/link", Map.of("mail", "lured@example.org", "next", next));
      many++;
      for (String mail : mails("lured@example.org", many)) {
        String link = path(mail, "/sign-in/");
        Visitor lured = Visitor.at(desk);
        assertThat(lured.post(link, link, Map.of()).headers().firstValue("Location").orElse(""))
            .doesNotContain("evil");
      }
    }
  }

  @Test
  void aDigestTellsOnlyWhatStillShows() {
    Talk talk = Talk.below(desk, CommentMode.OPEN);
    Visitor first = Visitor.letIn(desk, "Digested");
    new Members(store).setNotices(named("Digested"), Member.Notices.DIGEST);
    long asked = Talk.key(talk.say(first, "a question"));
    Visitor second = Visitor.letIn(desk, "Answering");
    for (String body : new String[] {"kept answer", "hidden answer", "second kept answer"}) {
      talk.say(second, Map.of("body", body, "form", talk.form(second), "parent", "" + asked));
    }
    Member moderator = Visitor.member(desk, "Hiding", Role.MODERATOR);
    Comment hidden =
        new Comments(store)
            .by(named("Answering")).stream()
                .filter(c -> c.body().startsWith("hidden"))
                .findFirst()
                .orElseThrow();
    new Moderation(store).act(moderator, hidden.id(), Moderation.Act.HIDE, "");
    assertThat(TestDesk.mails(desk)).as("not before its hour").isEmpty();
    TestDesk.tomorrow(desk);
    assertThat(TestDesk.mails(desk)).hasSize(1);
    assertThat(TestDesk.mails(desk).getFirst())
        .contains("Subject: 2 answers to you", "kept answer", "second kept answer")
        .doesNotContain("hidden answer");
  }

  @Test
  void aLinkSignsInOnceAndTheAnswerTellsNothing() throws Exception {
    Visitor.letIn(desk, "Linked");
    Visitor visitor = Visitor.at(desk);
    HttpResponse<String> known = ask(visitor, "linked@example.org");
    HttpResponse<String> unknown = ask(visitor, "nobody@example.org");
    assertThat(known.statusCode()).isEqualTo(unknown.statusCode());
    assertThat(known.body()).isEqualTo(unknown.body());
    String link = path(mails("linked@example.org", 1).getFirst(), "/sign-in/");
    assertThat(Visitor.at(desk).get(link).statusCode()).isEqualTo(200);
    assertThat(Visitor.at(desk).get(link).statusCode()).as("opening does nothing").isEqualTo(200);
    assertThat(visitor.post(link, link, Map.of()).statusCode()).isEqualTo(303);
    assertThat(visitor.get("/account").body()).contains("Linked");
    assertThat(Visitor.at(desk).get(link).statusCode()).isEqualTo(404);
    assertThat(mails("nobody@example.org", 0)).isEmpty();
  }

  private static HttpResponse<String> ask(Visitor visitor, String mail) {
    return visitor.post("/sign-in/link", "/sign-in/link", Map.of("mail", mail));
  }

  @Test
  void whoAsksIsLetInByAModerator() throws Exception {
    Visitor asking = Visitor.at(desk);
    Map<String, String> form =
        Map.of("name", "Asking One", "mail", "asking@example.org", "words", "I read you daily.");
    assertThat(asking.post("/join", "/join", form).body()).contains("A moderator reads it");
    Visitor moderator = Visitor.signedIn(desk, "Letting In", Role.MODERATOR);
    assertThat(moderator.get("/members").body()).contains("Asking One", "I read you daily.");
    moderator.post("/members", "/members/requests/1/accept", Map.of());
    String link = path(mails("asking@example.org", 1).getFirst(), "/sign-in/");
    asking.post(link, link, Map.of());
    assertThat(asking.get("/account").body()).contains("Asking One", "confirmed");
    assertThat(moderator.get("/members").body()).doesNotContain("I read you daily.");
  }

  @Test
  void anErasedMemberLeavesNothingOfItself() {
    Talk talk = Talk.below(desk, CommentMode.OPEN);
    Visitor visitor = Visitor.signedIn(desk, "Vanishing One", Role.MEMBER);
    talk.say(visitor, "my own words");
    assertThat(visitor.get("/account/export").body())
        .contains("Vanishing One", "vanishing.one@example.org", "my own words");
    assertThat(
            visitor
                .post("/account/erase", "/account/erase", Map.of("password", "not it"))
                .statusCode())
        .isEqualTo(422);
    assertThat(
            visitor
                .post("/account/erase", "/account/erase", Map.of("password", Visitor.PASSWORD))
                .statusCode())
        .isEqualTo(303);
    assertThat(visitor.get("/account").statusCode()).isEqualTo(303);
    assertThat(talk.page())
        .contains("removed by its author", ">No comments<")
        .doesNotContain("my own words", "Vanishing One");
    assertThat(Visitor.at(desk).signIn("Vanishing One", Visitor.PASSWORD).statusCode())
        .isEqualTo(422);
    assertThat(new Members(store).all()).extracting(Member::name).doesNotContain("Vanishing One");
  }

  @Test
  void wrongPasswordsTakeTheSameTimeForAllNames() {
    Visitor.member(desk, "Timed One", Role.MEMBER);
    Visitor visitor = Visitor.at(desk);
    String token = visitor.token("/sign-in");
    long[] known = new long[7];
    long[] unknown = new long[7];
    for (int i = 0; i < known.length; i++) {
      known[i] = time(visitor, "Timed One", token);
      unknown[i] = time(visitor, "Nobody " + i, token);
    }
    long quickest = java.util.Arrays.stream(known).min().orElseThrow();
    long other = java.util.Arrays.stream(unknown).min().orElseThrow();
    // A lookup without its hash takes a twentieth; the quickest of each waited least for a busy
    // machine.
    assertThat((double) quickest / other).isBetween(1 / 4., 4.);
  }

  private static long time(Visitor visitor, String name, String token) {
    long before = System.nanoTime();
    visitor.post("/sign-in", Map.of("who", name, "password", "wrong words"), token);
    return System.nanoTime() - before;
  }

  @Test
  void guessingEnds() {
    Visitor.member(desk, "Guessed One", Role.MEMBER);
    Visitor visitor = Visitor.at(desk);
    for (int i = 0; i < 10; i++) {
      assertThat(visitor.signIn("Guessed One", "guess " + i).statusCode()).isEqualTo(422);
    }
    assertThat(visitor.signIn("Guessed One", Visitor.PASSWORD).statusCode()).isEqualTo(429);
  }
}
