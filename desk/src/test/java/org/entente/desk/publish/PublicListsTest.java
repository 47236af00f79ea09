package org.entente.desk.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.entente.desk.Desk;
import org.entente.desk.TestDesk;
import org.entente.desk.Visitor;
import org.entente.store.Block;
import org.entente.store.Comments;
import org.entente.store.Content;
import org.entente.store.Drafts;
import org.entente.store.Member;
import org.entente.store.Post;
import org.entente.store.Role;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lists and feeds of what is published, and what browsers may keep of it. */
class PublicListsTest {
  private static Desk desk;
  private static Drafts drafts;
  private static Member writer;
  private static Post shown;

  @BeforeAll
  static void open() {
    desk = TestDesk.fresh();
    drafts = new Drafts(TestDesk.store(desk));
    writer = Visitor.member(desk, "Ioreth", Role.CONTRIBUTOR);
    shown = publish("A & B <quarrel>\u0001", claim("USA", "RUS"));
    drafts.begin(writer, content("Only a draft", claim("RUS", "USA")), Post.CommentMode.OPEN);
    drafts.withdraw(publish("Taken back", claim("CHN", "IRN")));
    Member reader = Visitor.member(desk, "Bergil", Role.MEMBER);
    new Comments(TestDesk.store(desk))
        .add(
            reader,
            new Comments.Said(shown.id(), null, null, "A *word* & more", "0123456789abcdef"));
  }

  @AfterAll
  static void close() {
    desk.close();
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
  void noListTellsOfWhatIsNotPublished() {
    Visitor reader = Visitor.at(desk);
    assertThat(reader.get("/posts/pairs/CHN/IRN").statusCode()).isEqualTo(404);
    assertThat(reader.get("/posts/writers/999999").statusCode()).isEqualTo(404);
    assertThat(reader.get("/posts/writers/x").statusCode()).isEqualTo(404);
    assertThat(reader.get("/posts/tags/two%20words/feed.exe").statusCode()).isEqualTo(404);
    assertThat(body("/posts")).doesNotContain("Only a draft", "Taken back", "CHN");
  }

  @Test
  void feedsKeepTheRulesOfTheirKind() throws Exception {
    FeedRules.atom(body("/posts.atom"));
    FeedRules.rss(body("/posts.rss"));
    FeedRules.json(body("/posts.json"));
    for (String list : lists()) {
      FeedRules.atom(body(list + "/feed.atom"));
      FeedRules.rss(body(list + "/feed.rss"));
      FeedRules.json(body(list + "/feed.json"));
      assertThat(body(list + "/feed.json"))
          .contains("quarrel")
          .doesNotContain("Only a draft", "Taken back");
    }
    FeedRules.atom(body("/comments.atom"));
    FeedRules.rss(body("/comments.rss"));
    FeedRules.json(body("/comments.json"));
    assertThat(body("/comments.rss")).contains("Bergil");
    FeedRules.siteMap(body("/sitemap.xml"));
    String page = body("/posts/" + shown.address());
    FeedRules.blogPosting(
        Jsoup.parse(page).select("script[type=application/ld+json]").first().data());
  }

  @Test
  void theRulesFindWhatIsWrong() {
    assertThatThrownBy(
            () -> FeedRules.atom("<feed xmlns='http://www.w3.org/2005/Atom'><id>x</id></feed>"))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> FeedRules.rss("<rss version='2.0'><channel/></rss>"))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> FeedRules.json("{}")).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> FeedRules.siteMap("<urlset/>")).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> FeedRules.blogPosting("{}")).isInstanceOf(AssertionError.class);
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
