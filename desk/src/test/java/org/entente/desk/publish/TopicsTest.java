package org.entente.desk.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.entente.desk.Desk;
import org.entente.desk.TestDesk;
import org.entente.desk.Visitor;
import org.entente.store.Acts;
import org.entente.store.Block;
import org.entente.store.Content;
import org.entente.store.Drafts;
import org.entente.store.Member;
import org.entente.store.Post;
import org.entente.store.Role;
import org.entente.store.Topic;
import org.entente.store.Topics;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Topics as editors make them and readers see them. */
class TopicsTest {
  private Desk desk;
  private Drafts drafts;
  private Member author;
  private Visitor editor;

  @BeforeEach
  void open() {
    desk = TestDesk.fresh();
    drafts = new Drafts(TestDesk.store(desk));
    author = Visitor.member(desk, "Ioreth", Role.CONTRIBUTOR);
    editor = Visitor.signedIn(desk, "Faramir", Role.EDITOR);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Post published(String title, List<String> tags) {
    Block.Figure then = new Block.Figure("rare", 1, "One event.", "method", "2013-05-12");
    Block claim = new Block.Claim("USA", "RUS", "agreement", "week", "2013-05-06", then);
    Content content = new Content(title, tags, List.of(new Block.Prose("Words."), claim));
    return drafts.publish(drafts.begin(author, content, Post.CommentMode.OPEN), "");
  }

  private Topic made(Map<String, String> fields) {
    HttpResponse<String> answer = editor.post("/topics", "/topics", fields);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    String place = answer.headers().firstValue("Location").orElseThrow();
    long id = Long.parseLong(place.replaceAll("\\D", ""));
    return new Topics(TestDesk.store(desk)).byId(id).orElseThrow();
  }

  private Topic conference() {
    return made(
        Map.of(
            "title",
            "A conference & its friends",
            "lead",
            "Who wants it, **and why**. <script>alert(1)</script>",
            "tags",
            "Geneva, two words"));
  }

  private HttpResponse<String> changed(Topic topic, Map<String, String> fields) {
    String path = "/topics/" + topic.id();
    return editor.post(path, path, fields);
  }

  private HttpResponse<String> read(String path) {
    return Visitor.at(desk).get(path);
  }

  @Test
  void aTopicGathersReviewsByItsTagsAndAnswersForTheirPairs() {
    published("The older one", List.of("Geneva"));
    published("The newer one", List.of("two words", "geneva"));
    published("About something else", List.of("Budget"));
    drafts.withdraw(published("Taken back", List.of("Geneva")));
    Topic topic = conference();
    assertThat(topic.address()).isEqualTo("a-conference-its-friends");
    Document page = Jsoup.parse(read("/posts/topics/" + topic.address()).body());
    assertThat(page.select("h1").text()).isEqualTo("A conference & its friends");
    assertThat(page.select(".lead strong").text()).isEqualTo("and why");
    assertThat(page.select("main script")).isEmpty();
    assertThat(page.select(".topic a.tag").eachAttr("href"))
        .containsExactly("/posts/tags/geneva", "/posts/tags/two%20words");
    assertThat(page.select("ul.list h3").eachText())
        .containsExactly("The newer one", "The older one");
    assertThat(page.select(".panel h3 a").eachText()).containsExactly("Russia and United States");
    assertThat(page.select(".panel .tag").eachText()).containsExactly("agreement", "tension");
    assertThat(page.select(".panel p:has(.tag)").eachText())
        .allMatch(t -> t.matches("(agreement|tension) (Rare|Not rare|Cannot be told).*"));
    assertThat(page.select(".panel p.small a").text()).startsWith("2 reviews of this topic");
    assertThat(page.select("a[href^=/topics]")).isEmpty();
    assertThat(read("/posts").body()).contains("By topic", "/posts/topics/" + topic.address());
    assertThat(read("/sitemap.xml").body()).contains("/posts/topics/" + topic.address());
    String post = read("/posts/" + drafts.on(topic).getFirst().address()).body();
    assertThat(post).contains("Topic:", "href=\"/posts/topics/" + topic.address() + "\"");
  }

  @Test
  void itsFeedsHoldWhatItGathers() {
    published("In the feed", List.of("Geneva"));
    published("Not in the feed", List.of("Budget"));
    Topic topic = conference();
    for (String type : List.of("atom", "rss", "json")) {
      String feed = read("/posts/topics/" + topic.address() + "/feed." + type).body();
      FeedSchemas.named("." + type, feed);
      assertThat(feed).contains("In the feed", "Who wants it, and why.");
      assertThat(feed).doesNotContain("Not in the feed");
    }
    assertThat(read("/posts/topics/" + topic.address() + "/feed.exe").statusCode()).isEqualTo(404);
  }

  @Test
  void aTopicWithoutReviewsSaysSoAndHasEmptyFeeds() {
    Topic topic = made(Map.of("title", "Young", "lead", "", "tags", "nobody wrote of it"));
    assertThat(read("/posts/topics/young").body()).contains("No review with this tag");
    FeedSchemas.atom(read("/posts/topics/young/feed.atom").body());
    FeedSchemas.json(read("/posts/topics/young/feed.json").body());
    assertThat(made(Map.of("title", "Young", "tags", "b")).address()).isEqualTo("young-2");
    assertThat(topic.says().lead()).isEmpty();
  }

  @Test
  void aChangeKeepsTheAddressAndNobodysWordsAreLost() {
    Topic topic = conference();
    Map<String, String> other = Map.of("title", "Renamed", "tags", "c", "edition", "0");
    assertThat(changed(topic, other).statusCode()).isEqualTo(303);
    assertThat(read("/posts/topics/" + topic.address()).body()).contains("<h1>Renamed</h1>");
    HttpResponse<String> late = changed(topic, other);
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("Somebody has changed the topic");
    assertThat(new Acts(TestDesk.store(desk)).newest(9))
        .extracting(Acts.Line::act)
        .containsExactly("changes", "makes");
  }

  @Test
  void aWithdrawnTopicSaysSoAndComesBack() {
    published("One", List.of("c"));
    Topic topic = conference();
    String path = "/posts/topics/" + topic.address();
    String form = "/topics/" + topic.id();
    changed(topic, Map.of("title", "T", "tags", "c", "edition", "0", "withdrawn", "yes"));
    assertThat(read(path).statusCode()).isEqualTo(410);
    assertThat(read(path + "/feed.atom").statusCode()).isEqualTo(410);
    assertThat(read("/posts").body() + read("/sitemap.xml").body()).doesNotContain(path);
    assertThat(editor.get(form).body()).contains("checked");
    changed(topic, Map.of("title", "T", "tags", "c", "edition", "1"));
    assertThat(read(path).statusCode()).isEqualTo(200);
  }

  @Test
  void badTopicsGetASentence() {
    Map<Map<String, String>, String> bad =
        Map.of(
            Map.of("title", "", "tags", "a"), "a title has 1 to 200 characters",
            Map.of("title", "T", "tags", " , "), "at least one tag",
            Map.of("title", "T", "tags", "a", "lead", "x".repeat(5001)), "up to 5000 characters");
    bad.forEach((fields, words) -> {
      HttpResponse<String> answer = editor.post("/topics", "/topics", fields);
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains(words);
    });
    assertThat(new Topics(TestDesk.store(desk)).all()).isEmpty();
    assertThat(read("/posts/topics/none").statusCode()).isEqualTo(404);
  }

  @Test
  void onlyEditorsMakeThem() {
    Visitor writer = Visitor.signedIn(desk, "Bergil", Role.CONTRIBUTOR);
    Map<String, String> fields = Map.of("title", "Mine", "tags", "a");
    String token = writer.token("/drafts");
    assertThat(writer.post("/topics", fields, token).statusCode()).isEqualTo(403);
    assertThat(writer.get("/drafts").body()).doesNotContain("href=\"/topics\"");
    assertThat(editor.get("/drafts").body()).contains("href=\"/topics\"");
  }
}
