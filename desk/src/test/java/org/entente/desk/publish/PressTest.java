package org.entente.desk.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.article.ArticleFinder;
import org.entente.desk.Desk;
import org.entente.desk.TestDesk;
import org.entente.desk.Visitor;
import org.entente.source.Document;
import org.entente.store.Block;
import org.entente.store.Content;
import org.entente.store.Drafts;
import org.entente.store.Post;
import org.entente.store.Role;
import org.entente.store.StoredArticle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From a pasted page to a published review, by forms alone. */
public class PressTest {
  private static Desk desk;
  private static Visitor writer;

  @BeforeAll
  static void open() {
    desk = TestDesk.fresh();
    writer = Visitor.signedIn(desk, "Writer of reviews", Role.CONTRIBUTOR);
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  /** A page of the brief's shape, written by us: three pieces, the author's words between them. */
  public static String pasted() throws IOException {
    Path root = Path.of(System.getProperty("entente.root"));
    return Files.readString(root.resolve("cli/src/main/resources/org/entente/cli/review.txt"));
  }

  private static String to(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    String to = answer.headers().firstValue("Location").orElseThrow();
    return to.contains("?") ? to.substring(0, to.indexOf('?')) : to;
  }

  private static Post post(String draft) {
    long id = Long.parseLong(draft.substring(draft.lastIndexOf('/') + 1));
    return new org.entente.store.Posts(TestDesk.store(desk)).byId(id).orElseThrow();
  }

  private static Content content(String draft) {
    return new Drafts(TestDesk.store(desk)).latest(post(draft)).content();
  }

  private static String begin(String title) {
    return to(writer.post("/drafts", "/drafts", Map.of("title", title)));
  }

  private static String save(String draft, Map<String, String> fields) {
    int base = new Drafts(TestDesk.store(desk)).latest(post(draft)).number();
    Map<String, String> all = new HashMap<>(fields);
    all.putIfAbsent("base", "" + base);
    all.putIfAbsent("title", content(draft).title());
    all.putIfAbsent("comments", "HELD");
    return to(writer.post(draft, draft, all));
  }

  @Test
  void aPastedReviewBecomesClipsAndComments() throws IOException {
    Document document = Document.plain("review", pasted());
    Content content = PressReview.of(document, new ArticleFinder().find(document));
    assertThat(content.title()).isEqualTo("After months of quarrel, a plan?");
    List<Block.Clip> clips =
        content.blocks().stream()
            .filter(b -> b instanceof Block.Clip)
            .map(b -> (Block.Clip) b)
            .toList();
    assertThat(clips).extracting(c -> c.source().outlet()).contains("The Northern Wire");
    assertThat(clips).allMatch(c -> c.standsIn(document.content()));
    assertThat(clips).as("one for each article").hasSize(3);
    assertThat(clips.getFirst().exact()).contains("The Northern Wire, 7 May 2013");
    assertThat(Blocks.paragraphs(clips.getFirst()))
        .hasSizeGreaterThan(1)
        .noneMatch(p -> p.contains("7 May 2013"))
        .first()
        .asString()
        .startsWith("Russia and the United States have agreed")
        .endsWith("by the end of May.");
    assertThat(content.blocks().getFirst()).isInstanceOf(Block.Prose.class);
    assertThat(content.blocks().getLast()).isInstanceOf(Block.Prose.class);
    assertThat(content.blocks().toString()).doesNotContain("Post a Comment", "No comments");
  }

  @Test
  void editedAndPublishedItIsReadByAllAndCommentedByMembersOnly() throws IOException {
    String draft = to(writer.post("/drafts", "/drafts/import", Map.of("text", pasted())));
    Visitor anybody = Visitor.at(desk);
    assertThat(anybody.get("/posts/" + post(draft).address()).statusCode()).isEqualTo(404);
    save(draft, Map.of("block-0", "A **rare** week.", "title", "Three pieces", "tags", "Syria"));
    HttpResponse<String> refused = writer.post(draft, draft + "/publish", Map.of());
    assertThat(refused.statusCode()).as("over the limit of excerpts").isEqualTo(400);
    to(writer.post(draft, draft + "/publish", Map.of("over", "yes")));
    String address = "/posts/" + post(draft).address();
    assertThat(address).endsWith("/three-pieces");
    String page = anybody.get(address).body();
    assertThat(page)
        .contains("<strong>rare</strong>", "The Northern Wire", "outlet missing", "No comments")
        .contains("Only a member of this desk may post a comment.");
    assertThat(anybody.get(address + "/annotations").body())
        .contains("TextQuoteSelector", "TextPositionSelector", "urn:sha256:");
    assertThat(anybody.post("/sign-in", address + "/comments", Map.of("body", "x")).statusCode())
        .isEqualTo(403);
  }

  @Test
  void feedsAndArchivesHoldWhatIsPublishedAndNothingElse() {
    String draft = begin("For feeds");
    save(draft, Map.of("block-0", "Feed & words", "tags", "Äpfel, Syria"));
    Visitor anybody = Visitor.at(desk);
    for (String feed : FEEDS) {
      assertThat(anybody.get(feed).body()).as(feed).doesNotContain("For feeds", "for-feeds");
    }
    to(writer.post(draft, draft + "/publish", Map.of()));
    String address = "/posts/" + post(draft).address();
    for (String feed : FEEDS) {
      HttpResponse<String> answer = anybody.get(feed);
      assertThat(answer.body()).as(feed).contains(address);
      assertThat(answer.headers().firstValue("ETag")).as(feed).isPresent();
    }
    assertThat(anybody.get("/posts/tags/%C3%A4pfel").body()).contains("For feeds");
    assertThat(
            anybody
                .get("/posts/months/" + address.substring(7, 11) + "-" + address.substring(12, 14))
                .body())
        .contains("For feeds");
    String page = anybody.get(address).body();
    assertThat(page).contains("\"@type\":\"BlogPosting\"", "og:title", "Feed &amp; words");
    to(writer.post(draft, draft + "/withdraw", Map.of()));
    for (String feed : FEEDS) {
      assertThat(anybody.get(feed).body()).as(feed).doesNotContain("for-feeds");
    }
  }

  private static final List<String> FEEDS =
      List.of("/posts.atom", "/posts.rss", "/posts.json", "/sitemap.xml");

  @Test
  void correctionsShowAndWithdrawnReviewsLeaveATrace() {
    String draft = begin("A plain review");
    save(draft, Map.of("block-0", "First words."));
    to(writer.post(draft, draft + "/publish", Map.of()));
    String address = "/posts/" + post(draft).address();
    save(draft, Map.of("block-0", "Better words.", "title", "Another title"));
    Visitor anybody = Visitor.at(desk);
    assertThat(anybody.get(address).body()).contains("First words.").doesNotContain("Better");
    assertThat(writer.post(draft, draft + "/publish", Map.of()).statusCode()).isEqualTo(400);
    to(writer.post(draft, draft + "/publish", Map.of("correction", "The words were wrong.")));
    assertThat(anybody.get(address).body()).contains("Better words.", "The words were wrong.");
    to(writer.post(draft, draft + "/withdraw", Map.of()));
    assertThat(anybody.get(address).statusCode()).isEqualTo(410);
    assertThat(anybody.get("/posts").body()).doesNotContain("Another title");
  }

  @Test
  void aClipMustStandInItsArticle() {
    StoredArticle article =
        TestDesk.store(desk).articles(org.entente.store.Query.ALL.withPage(1, 0)).getFirst();
    String page = "/article/" + article.id() + "/clip";
    assertThat(writer.post(page, page, Map.of("words", "words that nobody wrote")).statusCode())
        .isEqualTo(400);
    String content = TestDesk.store(desk).content(article.document());
    String words = content.substring(article.span().start(), article.span().end()).strip();
    String draft = to(writer.post(page, page, Map.of("words", words.replace(" ", "\n"))));
    Block.Clip clip = (Block.Clip) content(draft).blocks().getLast();
    assertThat(clip.standsIn(content)).isTrue();
    assertThat(clip.source().outlet()).isEqualTo(article.outlet());
    assertThat(writer.get(draft).body()).contains("100 %", "over the limit");
    save(draft, Map.of("do", "proof-1"));
    assertThat(content(draft).blocks().getLast()).isEqualTo(clip.asProof());
  }

  @Test
  void aClaimIsFrozen() {
    String draft = begin("A claim");
    to(
        writer.post(
            draft,
            draft + "/claims",
            Map.of("one", "Russia", "other", "United States", "side", "AGREEMENT")));
    Block.Claim claim = (Block.Claim) content(draft).blocks().getLast();
    assertThat(claim.then().words()).isNotBlank();
    assertThat(writer.get("/posts/" + post(draft).address()).body())
        .contains("Then", claim.then().data())
        .doesNotContain(">Now<");
  }

  @Test
  void nobodyOverwritesSomebody() {
    String draft = begin("Two at once");
    save(draft, Map.of("base", "1", "block-0", "mine"));
    save(draft, Map.of("base", "1", "block-0", "yours"));
    List<org.entente.store.Version> versions =
        new Drafts(TestDesk.store(desk)).versions(post(draft));
    assertThat(versions).hasSize(3);
    assertThat(versions.get(1).content().lead()).isEqualTo("mine");
    assertThat(versions.get(0).content().lead()).isEqualTo("yours");
  }

  @Test
  void anothersDraftIsNotThere() {
    String draft = begin("Mine alone");
    Visitor other = Visitor.signedIn(desk, "Another writer", Role.CONTRIBUTOR);
    assertThat(other.get(draft).statusCode()).isEqualTo(404);
    assertThat(other.post("/drafts", draft + "/publish", Map.of()).statusCode()).isEqualTo(404);
  }
}
