package org.entente.desk.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.entente.desk.Desk;
import org.entente.desk.TestDesk;
import org.entente.desk.Visitor;
import org.entente.store.Block;
import org.entente.store.Comment;
import org.entente.store.Comments;
import org.entente.store.Content;
import org.entente.store.Drafts;
import org.entente.store.Member;
import org.entente.store.Post;
import org.entente.store.Role;
import org.entente.store.Topic;
import org.entente.store.Topics;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lists and feeds of what is published, and what browsers may keep of it. */
class PublicListsTest {
  private static Desk desk;
  private static Drafts drafts;
  private static Member writer;
  private static Post shown;
  private static Comment first;
  private static Topic topic;

  @BeforeAll
  static void open() {
    desk = TestDesk.fresh();
    drafts = new Drafts(TestDesk.store(desk));
    writer = Visitor.member(desk, "Ioreth", Role.CONTRIBUTOR);
    shown = publish("A & B <quarrel>\u0001", claim("USA", "RUS"));
    drafts.begin(writer, content("Only a draft", claim("RUS", "USA")), Post.CommentMode.OPEN);
    drafts.withdraw(publish("Taken back", claim("CHN", "IRN")));
    Member reader = Visitor.member(desk, "Bergil", Role.MEMBER);
    Comments comments = new Comments(TestDesk.store(desk));
    first = comments.add(reader, said(null, "A *word* & more", "0123456789abcdef"));
    comments.add(writer, said(first.id(), "An answer\u0002", "fedcba9876543210"));
    topic =
        new Topics(TestDesk.store(desk))
            .add(
                Visitor.member(desk, "Faramir", Role.EDITOR),
                new Topic.Says("A <topic>", "*Lead* & more", List.of("two words")));
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  private static Comments.Said said(@Nullable Long parent, String words, String form) {
    return new Comments.Said(shown.id(), parent, null, words, form);
  }

  private static Block claim(String one, String other) {
    Block.Figure then = new Block.Figure("rare", 1, "One event.", "method", "2013-05-12");
    return new Block.Claim(one, other, "agreement", "week", "2013-05-06", then);
  }

  private static Content content(String title, Block claim) {
    return new Content(title, List.of("Two words"), List.of(new Block.Prose("Words."), claim));
  }

  private static Post publish(String title, Block claim) {
    return drafts.publish(drafts.begin(writer, content(title, claim), Post.CommentMode.OPEN), "");
  }

  private static String body(String path) {
    HttpResponse<String> answer = Visitor.at(desk).get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  private static List<String> lists() {
    return List.of(
        "/posts/writers/" + writer.id(), "/posts/pairs/RUS/USA", "/posts/tags/two%20words");
  }

  @Test
  void reviewsAreFoundByWriterPairAndTag() {
    String front = body("/posts");
    for (String list : lists()) {
      assertThat(front).contains("href=\"" + list + "\"");
      assertThat(Jsoup.parse(body(list)).select("ul.list h3").eachText())
          .as(list)
          .hasSize(1)
          .first()
          .asString()
          .startsWith("A & B <quarrel>");
    }
    assertThat(body("/posts/pairs/USA/RUS")).contains("Reviews on");
  }

  @Test
  void everyTagHasAPage() throws Exception {
    List<String> tags =
        List.of(
            "100%",
            "a;b", "c\\d", "..", ".", "c++", "q&a", "#x", "what?", "~25", "日本", "a/b", "//");
    try (Desk own = TestDesk.fresh()) {
      Member author = Visitor.member(own, "Writer of tags", Role.EDITOR);
      Drafts theirs = new Drafts(TestDesk.store(own));
      Content content = new Content("Tagged", tags, List.of(new Block.Prose("Words.")));
      assertThat(content.tags()).hasSize(12).contains("a b").doesNotContain("", " ");
      Post post = theirs.publish(theirs.begin(author, content, Post.CommentMode.OPEN), "");
      Visitor anybody = Visitor.at(own);
      List<String> links =
          Jsoup.parse(anybody.get("/posts/" + post.address()).body())
              .select("p.tags a[href]")
              .eachAttr("href");
      assertThat(links).hasSize(12).doesNotHaveDuplicates();
      for (String link : links) {
        assertThat(anybody.get(link).body()).as(link).contains("Tagged");
        assertThat(anybody.get(link + "/feed.atom").body()).as(link).contains("Tagged");
      }
    }
  }

  @Test
  void noListTellsOfWhatIsNotPublished() {
    Visitor reader = Visitor.at(desk);
    assertThat(reader.get("/posts/pairs/CHN/IRN").statusCode()).isEqualTo(404);
    assertThat(reader.get("/posts/writers/999999").statusCode()).isEqualTo(404);
    assertThat(reader.get("/posts/writers/x").statusCode()).isEqualTo(404);
    assertThat(reader.get("/posts/tags/two%20words/feed.exe").statusCode()).isEqualTo(404);
    assertThat(body("/posts")).doesNotContain("Only a draft", "Taken back", "CHN");
  }

  @Test
  void feedsKeepTheRulesOfTheirKind() {
    for (String feed : List.of("/posts", "/comments")) {
      for (String type : List.of(".atom", ".rss", ".json")) {
        FeedSchemas.named(feed + type, body(feed + type));
      }
    }
    List<String> all = new ArrayList<>(lists());
    all.add("/posts/months/" + shown.address().substring(0, 7).replace('/', '-'));
    all.add("/posts/topics/" + topic.address());
    for (String list : all) {
      for (String type : List.of("/feed.atom", "/feed.rss", "/feed.json")) {
        FeedSchemas.named(list + type, body(list + type));
        assertThat(body(list + type))
            .contains("quarrel")
            .doesNotContain("Only a draft", "Taken back");
      }
    }
    assertThat(body("/comments.rss")).contains("Bergil");
    FeedSchemas.siteMap(body("/sitemap.xml"));
    String page = body("/posts/" + shown.address());
    PostingRules.blogPosting(
        Jsoup.parse(page).select("script[type=application/ld+json]").first().data());
    assertThatThrownBy(() -> PostingRules.blogPosting("{}")).isInstanceOf(AssertionError.class);
  }

  @Test
  void aCommentSaysWhatItAnswers() {
    String feed = body("/comments.atom");
    String post = "/posts/" + shown.address();
    String answers = " ref=\"http://[^\"/]+%s\" href=\"http://[^\"/]+%s\"";
    assertThat(feed).containsPattern(answers.formatted(post, post));
    String comment = "/comments/" + first.id();
    assertThat(feed).containsPattern(answers.formatted(comment, post + "#comment-" + first.id()));
  }

  @Test
  void aDeskWithoutReviewsHasGoodFeeds() {
    try (Desk young = TestDesk.fresh()) {
      for (String type : List.of(".atom", ".rss", ".json")) {
        for (String feed : List.of("/posts", "/comments")) {
          FeedSchemas.named(feed + type, Visitor.at(young).get(feed + type).body());
        }
      }
      FeedSchemas.siteMap(Visitor.at(young).get("/sitemap.xml").body());
    }
  }

  private static HttpResponse<String> again(String path, String tag) {
    return Visitor.at(desk)
        .send(
            HttpRequest.newBuilder(URI.create(desk.address().resolve(path).toString()))
                .header("If-None-Match", tag)
                .GET());
  }

  @Test
  void browsersKeepPagesAsLongAsTheyHold() {
    Post post = publish("Kept for a while", claim("FRA", "DEU"));
    String path = "/posts/" + post.address();
    HttpResponse<String> first = Visitor.at(desk).get(path);
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");
    assertThat(String.join(",", first.headers().allValues("Vary"))).contains("Cookie");
    assertThat(again(path, tag).statusCode()).isEqualTo(304);
    assertThat(again(path, tag).body()).isEmpty();
    drafts.withdraw(post);
    HttpResponse<String> gone = again(path, tag);
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(gone.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
  }

  @Test
  void aReviewLeadsToThoseBeforeAndAfter() {
    Post before = publish("One of a row", claim("ITA", "ESP"));
    Post middle = publish("Two of a row", claim("ITA", "ESP"));
    Post gone = publish("Never in the row", claim("ITA", "ESP"));
    Post after = publish("Three of a row", claim("ITA", "ESP"));
    drafts.withdraw(gone);
    Document page = Jsoup.parse(body("/posts/" + middle.address()));
    assertThat(page.select("a[rel=prev]").attr("href")).isEqualTo("/posts/" + before.address());
    assertThat(page.select("a[rel=next]").attr("href")).isEqualTo("/posts/" + after.address());
    assertThat(page.select(".post > .meta a[href=#comments]").text()).isEqualTo("No comments");
    List.of(before, middle, after).forEach(drafts::withdraw);
  }

  @Test
  void pagesOfMembersAreNeverKept() {
    Visitor member = Visitor.letIn(desk, "Beregond");
    for (String path : List.of("/posts", "/posts/" + shown.address(), "/")) {
      HttpResponse<String> page = member.get(path);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.headers().firstValue("ETag")).as(path).isEmpty();
      assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }
    assertThat(Visitor.at(desk).get("/sign-in").headers().firstValue("ETag")).isEmpty();
    assertThat(Visitor.at(desk).get("/").headers().firstValue("ETag")).isPresent();
  }
}
