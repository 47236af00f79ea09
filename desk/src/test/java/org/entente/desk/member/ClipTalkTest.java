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
import org.entente.store.Block;
import org.entente.store.Content;
import org.entente.store.Drafts;
import org.entente.store.Member;
import org.entente.store.Members;
import org.entente.store.Post;
import org.entente.store.Post.CommentMode;
import org.entente.store.Role;
import org.entente.text.Evidence;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Comments on a clip stay with its words, wherever corrections put the clip. */
class ClipTalkTest {
  private static final String TEXT =
      "Arnor urged Gondor to open\nthe northern road.\n\nGondor said that it would think about it.";

  private static final Block.Clip ROAD =
      new Block.Clip(
          new Block.Source("The northern road", "Osgiliath Post", null, null, null),
          Evidence.hash(TEXT),
          0,
          TEXT,
          false);

  private static final Block.Clip OTHER =
      new Block.Clip(
          new Block.Source(null, null, null, null, null),
          Evidence.hash("Rohan sent no riders."),
          0,
          "Rohan sent no riders.",
          false);

  private Desk desk;
  private Drafts drafts;
  private Member author;
  private Post post;
  private Visitor reader;

  @BeforeEach
  void open() {
    desk = TestDesk.fresh();
    drafts = new Drafts(TestDesk.store(desk));
    author = Visitor.member(desk, "Author of clips", Role.CONTRIBUTOR);
    Post draft = drafts.begin(author, content(ROAD, OTHER), CommentMode.OPEN);
    post = drafts.publish(draft, "");
    reader = Visitor.letIn(desk, "Reader of clips");
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private static Content content(Block... clips) {
    List<Block> blocks = new java.util.ArrayList<>(List.of(new Block.Prose("Is it *rare*?")));
    blocks.addAll(List.of(clips));
    return new Content("Roads", List.of(), blocks);
  }

  private void correct(Block... clips) {
    drafts.save(author, post, content(clips), CommentMode.OPEN);
    drafts.publish(post, "The order was another.");
  }

  private String path() {
    return "/posts/" + post.address();
  }

  private Document page(Visitor who) {
    return Jsoup.parse(who.get(path()).body());
  }

  /** Through the form that stands behind the link beside a clip. */
  private HttpResponse<String> say(String clip, String body, String words) {
    String form = page(reader).select("#" + clip + " .talk a.more").attr("href");
    return send(Jsoup.parse(reader.get(form).body()), form, body, words);
  }

  private HttpResponse<String> send(Document page, String form, String body, String words) {
    return reader.post(
        form,
        path() + "/comments",
        Map.of(
            "form",
            page.select("main [name=form]").attr("value"),
            "clip",
            page.select("main [name=clip]").attr("value"),
            "body",
            body,
            "quote",
            words));
  }

  private static String comment(HttpResponse<String> answer) {
    return "#comment-" + Talk.key(answer);
  }

  @Test
  void theFormNamesTheClipAndBothLeadToEachOther() {
    assertThat(page(Visitor.at(desk)).select(".talk")).isEmpty();
    Document form = Jsoup.parse(reader.get(path() + "/comments/clip-2").body());
    assertThat(form.select("figure .headline").text())
        .isEqualTo("“The northern road”, Osgiliath Post");
    assertThat(form.select("figure p").eachText())
        .contains("Arnor urged Gondor to open the northern road.");
    String comment = comment(say("clip-2", "All of it?", ""));
    Document page = page(Visitor.at(desk));
    assertThat(page.select(comment + " .about a").attr("href")).isEqualTo("#clip-2");
    assertThat(page.select(comment + " .about blockquote")).isEmpty();
    assertThat(page.select("#clip-2 .talk").text())
        .isEqualTo("1 comment on this clip: Reader of clips");
    assertThat(page.select("#clip-2 .talk a").attr("href")).isEqualTo(comment);
    assertThat(page.select("#clip-3 .talk")).isEmpty();
    assertThat(page.select("script[type=application/ld+json]").html())
        .contains("\"about\":{\"@id\":\"");
  }

  @Test
  void wordsOfAClipAreMarkedInIt() {
    String comment = comment(say("clip-2", "Which road?", "to open the  northern"));
    Element marked = page(reader).select("#clip-2 blockquote a").first();
    assertThat(marked).isNotNull();
    assertThat(marked.text()).isEqualTo("to open the northern");
    assertThat(marked.attr("href")).isEqualTo(comment);
    assertThat(page(reader).select(comment + " blockquote a").attr("href"))
        .isEqualTo("#" + marked.id());
    assertThat(page(reader).select("#clip-2 blockquote p").eachText())
        .containsExactly(
            "Arnor urged Gondor to open the northern road.",
            "Gondor said that it would think about it.");
  }

  @Test
  void twoCommentsMayOverlapAndPassParagraphs() {
    say("clip-2", "One", "northern road. Gondor said");
    say("clip-2", "Two", "open the northern road.");
    Document page = page(reader);
    assertThat(page.select("#clip-2 blockquote a").eachText())
        .containsExactly("open the", "northern road.", "Gondor said");
    assertThat(page.select("[id^=words-]")).hasSize(2);
    assertThat(page.select("#clip-2 blockquote p").eachText())
        .containsExactly(
            "Arnor urged Gondor to open the northern road.",
            "Gondor said that it would think about it.");
  }

  @Test
  void aCorrectionMovesTheClipAndTheCommentFollows() {
    String comment = comment(say("clip-2", "Which road?", "northern road"));
    correct(OTHER, ROAD);
    assertThat(page(reader).select("#clip-3 .talk a").attr("href")).isEqualTo(comment);
    assertThat(page(reader).select(comment + " .about p a").attr("href")).isEqualTo("#clip-3");
    correct(OTHER);
    String about = page(reader).select(comment + " .about").text();
    assertThat(about)
        .contains("“The northern road”, Osgiliath Post, which is no longer in the review")
        .contains("northern road");
    assertThat(page(reader).select(comment + " .about a")).isEmpty();
    assertThat(page(reader).select(comment + " .says").text()).isEqualTo("Which road?");
    correct(ROAD);
    assertThat(page(reader).select(comment + " .about p a").attr("href")).isEqualTo("#clip-2");
  }

  @Test
  void whatWasWrittenOnAClipThatLeftIsNotLost() {
    String form = path() + "/comments/clip-2";
    Document open = Jsoup.parse(reader.get(form).body());
    correct(OTHER);
    HttpResponse<String> answer = send(open, path(), "A long thought", "");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("The clip has just left the review.", "A long thought");
    assertThat(Jsoup.parse(answer.body()).select("[name=clip]")).isEmpty();
  }

  @Test
  void wordsThatDoNotStandInTheClipAreAskedForAgain() {
    HttpResponse<String> answer = say("clip-2", "Hm", "Rohan sent no riders");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("These words do not stand in the clip", "northern road");
    assertThat(reader.get(path() + "/comments/clip-9").statusCode()).isEqualTo(404);
    assertThat(reader.get(path() + "/comments/lead").statusCode()).isEqualTo(404);
  }

  @Test
  void whoMayNotCommentIsToldWhy() {
    HttpResponse<String> stranger = Visitor.at(desk).get(path() + "/comments/clip-2");
    assertThat(stranger.headers().firstValue("Location"))
        .hasValueSatisfying(to -> assertThat(to).startsWith("/sign-in?next="));
    Member member = new Members(TestDesk.store(desk)).bySignIn("Reader of clips").orElseThrow();
    new Members(TestDesk.store(desk))
        .mute(author, member, java.time.Instant.now().plusSeconds(999), "a test");
    assertThat(reader.get(path() + "/comments/clip-2").headers().firstValue("Location"))
        .hasValue(path() + "#comments");
    assertThat(page(reader).select(".talk")).isEmpty();
    assertThat(page(reader).select("#comments").text()).contains("You may not comment until");
  }

  @Test
  void theLinkBringsAStrangerBackToTheClip() {
    HttpResponse<String> stranger = Visitor.at(desk).get(path() + "/comments/clip-2");
    Matcher next =
        Pattern.compile("next=(.+)")
            .matcher(stranger.headers().firstValue("Location").orElseThrow());
    assertThat(next.find()).isTrue();
    assertThat(java.net.URLDecoder.decode(next.group(1), java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo(path() + "/comments/clip-2");
  }
}
