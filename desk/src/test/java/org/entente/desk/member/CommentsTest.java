package org.entente.desk.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.entente.desk.Desk;
import org.entente.desk.TestDesk;
import org.entente.desk.Visitor;
import org.entente.store.Comment;
import org.entente.store.Comments;
import org.entente.store.Members;
import org.entente.store.Post;
import org.entente.store.Post.CommentMode;
import org.entente.store.Posts;
import org.entente.store.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CommentsTest {
  private static Desk desk;
  private static Visitor moderator;

  @BeforeAll
  static void open() {
    desk = TestDesk.fresh();
    moderator = Visitor.signedIn(desk, "The Moderator", Role.MODERATOR);
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  private static Visitor member(String name) {
    return Visitor.signedIn(desk, name, Role.MEMBER);
  }

  private static void moderate(long comment, String act) {
    HttpResponse<String> answer =
        moderator.post("/members", "/moderation/" + comment, Map.of("act", act));
    assertThat(answer.statusCode()).as(act + " " + comment).isEqualTo(303);
  }

  private static long only(Talk talk) {
    return new Comments(TestDesk.store(desk))
        .by(new Members(TestDesk.store(desk)).bySignIn("Held One").orElseThrow())
        .getFirst()
        .id();
  }

  @Test
  void aReaderSeesThatOnlyMembersMayComment() {
    Talk talk = Talk.below(desk, CommentMode.OPEN);
    assertThat(talk.page())
        .contains("No comments")
        .contains("Only a member of this desk may post a comment.")
        .doesNotContain("<textarea");
  }

  @Test
  void countsAreExact() {
    Talk talk = Talk.below(desk, CommentMode.OPEN);
    Visitor who = member("Counting One");
    for (String count : new String[] {"1 comment<", "2 comments<", "3 comments<"}) {
      talk.say(who, "One more.");
      assertThat(talk.page()).contains(">" + count);
      assertThat(Visitor.at(desk).get("/posts").body()).contains(">" + count);
    }
  }

  @Test
  void aHeldCommentShowsNowhereUntilItIsApproved() {
    Talk talk = Talk.below(desk, CommentMode.HELD);
    Visitor who = member("Held One");
    HttpResponse<String> answer = talk.say(who, "Zanzibar is *here*");
    assertThat(answer.headers().firstValue("Location").orElse("")).contains("comment=held");
    long id = only(talk);
    nowhere(talk, "Zanzibar", id);
    assertThat(who.get(talk.path()).body()).contains("No comments").doesNotContain("Zanzibar");
    assertThat(moderator.get("/moderation").body()).contains("Zanzibar");
    moderate(id, "APPROVE");
    assertThat(talk.page()).contains("Zanzibar is <em>here</em>").contains(">1 comment<");
    assertThat(Visitor.at(desk).get("/comments.atom").body()).contains("Zanzibar");
    moderate(id, "HIDE");
    nowhere(talk, "Zanzibar", id);
  }

  private static void nowhere(Talk talk, String words, long id) {
    Visitor reader = Visitor.at(desk);
    assertThat(talk.page()).contains(">No comments<").doesNotContain(words);
    assertThat(reader.get("/comments.atom").body()).doesNotContain(words);
    assertThat(reader.get("/posts").body()).doesNotContain(words);
    assertThat(reader.get("/wire?words=" + words).body()).doesNotContain("/comments/");
    assertThat(reader.get("/comments/" + id).statusCode()).isEqualTo(404);
    assertThat(
            member("Curious " + System.nanoTime() % 1000000)
                .get("/comments/" + id + "/reply")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void afterTheFirstApprovalCommentsShowAtOnce() {
    Talk talk = Talk.below(desk, CommentMode.FIRST_HELD);
    Visitor who = member("First Held");
    talk.say(who, "the first");
    assertThat(talk.page()).contains(">No comments<");
    Comments comments = new Comments(TestDesk.store(desk));
    Comment first =
        comments
            .by(new Members(TestDesk.store(desk)).bySignIn("First Held").orElseThrow())
            .getFirst();
    moderate(first.id(), "APPROVE");
    talk.say(who, "the second");
    assertThat(talk.page()).contains(">2 comments<");
  }

  @Test
  void aClosedReviewTakesNoneAndSaysSo() {
    Talk talk = Talk.below(desk, CommentMode.CLOSED);
    Visitor who = member("Late One");
    assertThat(who.get(talk.path()).body()).contains("Comments on this review are closed.");
    HttpResponse<String> answer =
        who.post(
            "/account", talk.path() + "/comments", Map.of("body", "x", "form", "0123456789abcdef"));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(talk.page()).contains(">No comments<");
  }

  @Test
  void aFormSentTwiceIsKeptOnce() {
    Talk talk = Talk.below(desk, CommentMode.OPEN);
    Visitor who = member("Double Click");
    Map<String, String> form = Map.of("body", "once", "form", talk.form(who));
    assertThat(Talk.key(talk.say(who, form))).isEqualTo(Talk.key(talk.say(who, form)));
    assertThat(talk.page()).contains(">1 comment<");
  }

  @Test
  void answersStandBelowAndHideWithWhatTheyAnswer() {
    Talk talk = Talk.below(desk, CommentMode.OPEN);
    Visitor who = member("Thread One");
    long first = Talk.key(talk.say(who, "root words"));
    long later = Talk.key(talk.say(who, "later words"));
    Map<String, String> answer =
        Map.of("body", "answering words", "form", talk.form(who), "parent", "" + first);
    long second = Talk.key(talk.say(who, answer));
    String page = talk.page();
    assertThat(page.indexOf("comment-" + first + "\"")).isLessThan(page.indexOf("answering words"));
    assertThat(page.indexOf("answering words")).isLessThan(page.indexOf("later words"));
    moderate(first, "HIDE");
    assertThat(talk.page()).contains(">1 comment<").doesNotContain("root words", "answering words");
    assertThat(Visitor.at(desk).get("/comments/" + second).statusCode()).isEqualTo(404);
    assertThat(
            talk.say(who, Map.of("body", "x", "form", talk.form(who), "parent", "" + first))
                .statusCode())
        .isEqualTo(403);
    moderate(later, "PIN");
    moderate(first, "APPROVE");
    page = talk.page();
    assertThat(page.indexOf("later words")).isLessThan(page.indexOf("root words"));
  }

  @Test
  void aRemovedCommentLeavesWhoRemovedIt() {
    Talk talk = Talk.below(desk, CommentMode.OPEN);
    Visitor who = member("Removing One");
    long own = Talk.key(talk.say(who, "regretted words"));
    long bad = Talk.key(talk.say(who, "shouted words"));
    talk.say(who, Map.of("body", "an answer", "form", talk.form(who), "parent", "" + own));
    who.post(talk.path(), "/comments/" + own + "/delete", Map.of());
    moderate(bad, "REMOVE");
    assertThat(talk.page())
        .contains("removed by its author", "removed by a moderator", "an answer", ">1 comment<")
        .doesNotContain("regretted", "shouted");
    assertThat(moderator.get("/acts").body()).contains("remove").contains("comment " + bad);
  }

  @Test
  void anEditWaitsAgainWhereCommentsWait() {
    Talk talk = Talk.below(desk, CommentMode.HELD);
    Visitor who = member("Editing One");
    talk.say(who, "good words");
    long id =
        new Comments(TestDesk.store(desk))
            .by(new Members(TestDesk.store(desk)).bySignIn("Editing One").orElseThrow())
            .getFirst()
            .id();
    moderate(id, "APPROVE");
    assertThat(talk.page()).contains("good words");
    who.post(talk.path(), "/comments/" + id + "/edit", Map.of("body", "bad words"));
    assertThat(talk.page()).contains(">No comments<").doesNotContain("good words", "bad words");
    assertThat(moderator.get("/moderation/" + id).body()).contains("bad words", "good words");
  }

  @Test
  void nothingIsApprovedThatNobodyRead() {
    Talk talk = Talk.below(desk, CommentMode.HELD);
    Visitor member = member("Quick changer");
    talk.say(member, "harmless words");
    long id = newest("Quick changer");
    Map<String, String> read =
        Map.of("act", "APPROVE", "seen", comments().byId(id).orElseThrow().stamp());
    assertThat(moderator.get("/moderation").body()).contains(read.get("seen"));
    member.post("/account", "/comments/" + id + "/edit", Map.of("body", "quite other words"));
    HttpResponse<String> late = moderator.post("/members", "/moderation/" + id, read);
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("read it again, then decide");
    assertThat(talk.page()).doesNotContain("other words", "harmless words");
    Map<String, String> again =
        Map.of("act", "APPROVE", "seen", comments().byId(id).orElseThrow().stamp());
    moderate(id, "HIDE");
    assertThat(moderator.post("/members", "/moderation/" + id, again).statusCode()).isEqualTo(409);
    assertThat(comments().byId(id).orElseThrow().standing().state())
        .as("another had hidden it")
        .isEqualTo(Comment.State.HIDDEN);
  }

  private static Comments comments() {
    return new Comments(TestDesk.store(desk));
  }

  private static long newest(String name) {
    return comments()
        .by(new Members(TestDesk.store(desk)).bySignIn(name).orElseThrow())
        .getFirst()
        .id();
  }

  @Test
  void whoMayNotWriteIsToldBeforeWriting() {
    Talk talk = Talk.below(desk, CommentMode.OPEN);
    Visitor member = member("Soon muted");
    assertThat(talk.say(member, "\u200b \u3164\u2060").statusCode()).isEqualTo(422);
    long id = Talk.key(talk.say(member, "Said in time."));
    String answer = "/comments/" + id + "/reply";
    String change = "/comments/" + id + "/edit";
    assertThat(member.get(answer).statusCode()).isEqualTo(200);
    assertThat(member.get(change).statusCode()).isEqualTo(200);
    long number = new Members(TestDesk.store(desk)).bySignIn("Soon muted").orElseThrow().id();
    Map<String, String> days = Map.of("days", "1", "reason", "");
    moderator.post("/members", "/members/" + number + "/mute", days);
    for (String form : new String[] {answer, change}) {
      assertThat(member.get(form).headers().firstValue("Location"))
          .hasValue(talk.path() + "#comments");
    }
  }

  @Test
  void theAuthorOfAReviewIsNotToldToWait() {
    for (CommentMode mode : new CommentMode[] {CommentMode.FIRST_HELD, CommentMode.HELD}) {
      Talk talk = Talk.below(desk, mode);
      Visitor author = Visitor.at(desk);
      author.signIn(talk.post().authorName(), Visitor.PASSWORD);
      assertThat(author.get(talk.path()).body())
          .contains("<textarea")
          .doesNotContain("A moderator reads it before it shows");
      assertThat(member("Not the author " + mode.name().replace('_', ' ')).get(talk.path()).body())
          .contains("A moderator reads it before it shows");
    }
  }

  @Test
  void whoIsAnsweredIsSaidInWordsWhereTheIndentEnds() {
    Talk talk = Talk.below(desk, CommentMode.OPEN);
    Visitor one = member("First voice");
    Visitor other = member("Second voice");
    long last = Talk.key(talk.say(one, "Level 0"));
    for (int level = 1; level < 8; level++) {
      Visitor who = level % 2 == 0 ? one : other;
      Map<String, String> answer =
          Map.of("body", "Level " + level, "form", talk.form(who), "parent", "" + last);
      last = Talk.key(talk.say(who, answer));
    }
    String page = talk.page().replaceAll("\\s+", " ");
    assertThat(page)
        .contains("<span class=\"visually-hidden\">answers First voice</span>")
        .contains("answers <a href=\"#comment-" + (last - 1) + "\">First voice</a>");
    assertThat(page.split("answers <a href")).as("levels 5, 6 and 7").hasSize(4);
  }

  @Test
  void nobodyChangesAnothersComment() {
    Talk talk = Talk.below(desk, CommentMode.OPEN);
    long id = Talk.key(talk.say(member("Owner One"), "my words"));
    Visitor other = member("Other One");
    for (String what : new String[] {"edit", "delete"}) {
      assertThat(other.get("/comments/" + id + "/" + what).statusCode()).isEqualTo(404);
      assertThat(
              other
                  .post("/account", "/comments/" + id + "/" + what, Map.of("body", "yours"))
                  .statusCode())
          .isEqualTo(404);
    }
    assertThat(talk.page()).contains("my words");
  }

  @Test
  void theMutedMayNotCommentAndReadWhy() {
    Talk talk = Talk.below(desk, CommentMode.OPEN);
    Visitor who = member("Loud One");
    long id = Talk.key(talk.say(who, "before"));
    String form = talk.form(who);
    long member = new Comments(TestDesk.store(desk)).byId(id).orElseThrow().member();
    moderator.post(
        "/members", "/members/" + member + "/mute", Map.of("days", "3", "reason", "shouts a lot"));
    assertThat(who.get(talk.path()).body()).contains("You may not comment until", "shouts a lot");
    assertThat(talk.say(who, Map.of("body", "still", "form", form)).statusCode()).isEqualTo(403);
    assertThat(talk.page()).contains(">1 comment<");
    moderator.post("/members", "/members/" + member + "/mute", Map.of("days", "0"));
    assertThat(talk.say(who, "again").statusCode()).isEqualTo(303);
  }

  @Test
  void aReportReachesTheModerators() {
    Talk talk = Talk.below(desk, CommentMode.OPEN);
    long id = Talk.key(talk.say(member("Reported One"), "doubtful words"));
    Visitor who = member("Reporting One");
    for (int twice = 0; twice < 2; twice++) {
      assertThat(
              who.post(talk.path(), "/comments/" + id + "/report", Map.of("reason", "off topic"))
                  .statusCode())
          .isEqualTo(303);
    }
    assertThat(moderator.get("/moderation").body()).containsOnlyOnce("Reported by Reporting One");
    moderate(id, "SETTLE");
    assertThat(moderator.get("/moderation").body()).doesNotContain("Reported by Reporting One");
    assertThat(talk.page()).contains("doubtful words");
  }

  @Test
  void aCommentCanBeTiedToWordsOfTheReview() {
    Talk talk = Talk.below(desk, CommentMode.OPEN);
    Visitor who = member("Quoting One");
    assertThat(
            talk.say(who, Map.of("body", "no", "quote", "Mordor", "form", talk.form(who))).body())
        .contains("do not stand in the review");
    talk.say(
        who, Map.of("body", "Indeed", "quote", "urged  Gondor\nto stop", "form", talk.form(who)));
    assertThat(talk.page()).contains("<a href=\"#lead\">urged Gondor to stop</a>");
  }

  @Test
  void aWithdrawnReviewTakesItsCommentsAlong() {
    Talk talk = Talk.below(desk, CommentMode.OPEN);
    long id = Talk.key(talk.say(member("Gone One"), "vanishing words"));
    new Posts(TestDesk.store(desk)).set(talk.post(), Post.State.WITHDRAWN);
    assertThat(Visitor.at(desk).get("/comments.atom").body()).doesNotContain("vanishing words");
    assertThat(Visitor.at(desk).get("/comments/" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void tooManyCommentsAtOnceWait() {
    Talk talk = Talk.below(desk, CommentMode.OPEN);
    Visitor who = member("Flooding One");
    for (int i = 0; i < 10; i++) {
      assertThat(talk.say(who, "flood").statusCode()).isEqualTo(303);
    }
    assertThat(talk.say(who, "flood").statusCode()).isEqualTo(429);
    assertThat(talk.page()).contains(">10 comments<");
  }
}
