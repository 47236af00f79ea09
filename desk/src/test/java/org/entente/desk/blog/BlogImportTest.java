package org.entente.desk.blog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
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
import org.entente.store.Members;
import org.entente.store.Post;
import org.entente.store.Posts;
import org.entente.store.PressArchive;
import org.entente.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports of other blogs, written for this test, in a store and at a desk. */
class BlogImportTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  @TempDir private Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(folder.resolve("blog.db").toString());
  }

  @AfterEach
  void close() {
    store.close();
  }

  private BlogExport export(String name) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream in = BlogImportTest.class.getResourceAsStream(name)) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return BlogFile.read(file, "the file").orElseThrow();
  }

  private BlogNews take(String name) throws IOException {
    return new BlogImport(store, NOW).take(export(name), null);
  }

  private Post post(String title) {
    return new Drafts(store)
        .all(null).stream().filter(p -> p.title().equals(title)).findFirst().orElseThrow();
  }

  private String words(Post post) {
    return new Drafts(store).shown(post).content().lead();
  }

  @Test
  void wordPressKeepsDatesTagsThreadsAndWhatIsHidden() throws IOException {
    BlogNews result = take("wordpress.xml");
    assertThat(result.published()).isEqualTo(1);
    assertThat(result.drafts()).isEqualTo(3);
    assertThat(result.comments()).isEqualTo(3);
    assertThat(result.problems())
        .containsExactlyInAnyOrder(
            "The post “Without a number” has no number (wp:post_id) and is left out.",
            "Post 17 (“Without a date”) has no date that can be read and becomes a draft.");
    assertThat(result.left())
        .containsEntry("page", 1)
        .containsEntry("post in state trash", 1)
        .containsEntry("spam, binned or automatic comment", 1);
    Post post = post("A rare word between Arnor & Gondor?");
    assertThat(post.address()).isEqualTo("2013/05/a-rare-word");
    assertThat(post.authorName()).isEqualTo("Ioreth of Lossarnach");
    assertThat(post.published()).isEqualTo(Instant.parse("2013-05-07T18:30:00Z"));
    assertThat(new Drafts(store).shown(post).content().tags()).containsExactly("arnor");
    assertThat(words(post))
        .contains("Two envoys **met** at the ford.  \nThey said")
        .contains("> “We hope for a conference,”")
        .contains("[he said before](https://reader.example.org/2013/04/01/before/)")
        .contains("![The ford](https://reader.example.org/ford.png)")
        .contains("- one \\* star\n- two")
        .contains("Never this.")
        .doesNotContain("alert", "javascript", "caption", "lol");
    assertThat(post("Behind a word").state()).isEqualTo(Post.State.DRAFT);
    List<Comment> seen = new Comments(store).below(post);
    assertThat(seen)
        .extracting(Comment::author)
        .containsExactly("Beregond", "Ioreth of Lossarnach");
    assertThat(seen).allMatch(Comment::imported);
    assertThat(seen.get(1).parent()).as("what spam stood between").isEqualTo(seen.get(0).id());
  }

  @Test
  void nobodyOfAnotherBlogCanSignIn() throws IOException {
    take("wordpress.xml");
    Members members = new Members(store);
    assertThat(members.all()).isEmpty();
    assertThat(members.bySignIn("Ioreth of Lossarnach")).isEmpty();
    assertThat(members.byMail("")).isEmpty();
    assertThat(members.byId(post("Half a thought").author())).isEmpty();
  }

  @Test
  void takenTwiceNothingIsDoubledAndNothingUndone() throws IOException {
    take("blogger-backup.xml");
    Post post = post("Riders at the ford");
    new Drafts(store).withdraw(post);
    BlogNews again = take("blogger-backup.xml");
    assertThat(again.known()).isEqualTo(2);
    assertThat(again.published() + again.drafts() + again.comments()).isZero();
    assertThat(new Drafts(store).all(null)).hasSize(2);
    assertThat(post("Riders at the ford").state()).isEqualTo(Post.State.WITHDRAWN);
    BlogNews newer = take("blogger-takeout.atom");
    assertThat(newer.known()).as("both of Blogger's formats name a post alike").isEqualTo(1);
    assertThat(newer.comments()).isEqualTo(2);
  }

  @Test
  void bothFormatsOfBlogger() throws IOException {
    BlogNews old = take("blogger-backup.xml");
    assertThat(old.problems()).hasSize(1).first().asString().contains("Lost one");
    Post post = post("Riders at the ford");
    assertThat(words(post)).isEqualTo("The riders came.\n\nThey left.");
    assertThat(post.published()).isEqualTo(Instant.parse("2013-05-07T17:00:00Z"));
    assertThat(post("A first line.").state()).isEqualTo(Post.State.DRAFT);
    take("blogger-takeout.atom");
    List<Comment> seen = new Comments(store).below(post);
    assertThat(seen)
        .extracting(Comment::body)
        .containsExactly("Well told.", "Thank you.", "So it was.");
    assertThat(seen.get(1).parent()).isEqualTo(seen.get(0).id());
    assertThat(seen.get(2).parent()).isEqualTo(seen.get(0).id());
  }

  @Test
  void ghostWithComments() throws IOException {
    BlogNews result = take("ghost.json");
    assertThat(result.published()).isEqualTo(1);
    assertThat(result.drafts()).isEqualTo(2);
    assertThat(result.problems()).hasSize(1).first().asString().contains("Empty shell");
    Post post = post("Mordor asks, nobody answers");
    assertThat(post.address()).isEqualTo("2023/05/mordor-asks");
    assertThat(post.authorName()).isEqualTo("Elfhelm");
    assertThat(words(post))
        .startsWith("## Why\n\nIt ")
        .contains("[the news](https://news.example.org/a?b=1\\&c=2)")
        .contains("https://video.example.org/v")
        .contains("```\na < b\n```");
    assertThat(new Comments(store).below(post))
        .extracting(Comment::author)
        .containsExactly("Wulf", "Anonymous");
  }

  @Test
  void whatWasTakenMovesWithTheArchive() throws IOException {
    take("wordpress.xml");
    Path one = folder.resolve("one.zip");
    Path two = folder.resolve("two.zip");
    new PressArchive(store).write(one);
    try (Store other = Store.open(folder.resolve("other.db").toString())) {
      new PressArchive(other).read(one);
      new PressArchive(other).write(two);
      BlogNews again = new BlogImport(other, NOW).take(export("wordpress.xml"), null);
      assertThat(again.known()).isEqualTo(4);
    }
    assertThat(Files.readAllBytes(two)).isEqualTo(Files.readAllBytes(one));
  }

  @Test
  void otherFilesAreNoExports() throws IOException {
    Path file = folder.resolve("page.html");
    for (String text :
        List.of("<html><p>Words</p></html>", "", "{}", "{\"posts\": 3}", "<rss><channel/></rss>")) {
      Files.writeString(file, text);
      assertThat(BlogFile.read(file, "the file")).as(text).isEmpty();
    }
  }

  @Test
  void aFileThatEndsTooEarlyIsTakenAsFarAsItGoes() throws IOException {
    export("wordpress.xml");
    Path file = folder.resolve("wordpress.xml");
    String all = Files.readString(file);
    Files.writeString(file, all.substring(0, all.indexOf("Behind a word")));
    BlogNews result =
        new BlogImport(store, NOW).take(BlogFile.read(file, "the file").orElseThrow(), null);
    assertThat(result.published() + result.drafts()).isEqualTo(2);
    assertThat(result.problems()).hasSize(1).first().asString().contains("ends too early");
  }

  @Test
  void longTextsBecomeSeveralParts() {
    String words = ("A paragraph of words. ".repeat(100).strip() + "\n\n").repeat(60);
    List<Block> blocks = BlogImport.blocks(words);
    assertThat(blocks).hasSizeGreaterThan(1);
    assertThat(new Content("Long", List.of(), blocks).blocks()).hasSameSizeAs(blocks);
  }

  @Test
  void theDeskLeadsFromOldAddressesAndMarksWhoIsNoMember() throws IOException {
    try (Desk desk = TestDesk.fresh()) {
      BlogExport export = export("blogger-backup.xml");
      new BlogImport(TestDesk.store(desk), NOW).take(export, null);
      Visitor reader = Visitor.at(desk);
      HttpResponse<String> old = reader.get("/2013/05/riders-at-ford.html");
      assertThat(old.statusCode()).isEqualTo(301);
      assertThat(old.headers().firstValue("Location")).hasValue("/posts/2013/05/riders-at-ford");
      assertThat(reader.get("/2013/05/riders-at-ford.html?m=1").statusCode()).isEqualTo(301);
      assertThat(reader.get("/2013/05/nothing.html").statusCode()).isEqualTo(404);
      assertThat(reader.get("/refused").statusCode()).isEqualTo(404);
      String page = reader.get("/posts/2013/05/riders-at-ford").body();
      assertThat(page).contains("Thank you.", "<span class=\"tag\">imported</span>");
      assertThat(page).doesNotContain("Where am I?");
    }
  }

  @Test
  void theDeskLeadsFromNumbersOfWordPressAndWordsOfGhost() throws IOException {
    try (Desk desk = TestDesk.fresh()) {
      Store at = TestDesk.store(desk);
      BlogImport importing = new BlogImport(at, NOW);
      importing.take(export("wordpress.xml"), null);
      importing.take(export("ghost.json"), null);
      Visitor reader = Visitor.at(desk);
      String place = "/posts/2013/05/a-rare-word";
      for (String old :
          List.of(
              "/?p=12",
              "/?p=12&preview=true",
              "/index.php?p=12",
              "/2013/05/07/a-rare-word/",
              "/2013/05/07/a-rare-word?replytocom=3")) {
        HttpResponse<String> answer = reader.get(old);
        assertThat(answer.statusCode()).as(old).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location")).as(old).hasValue(place);
      }
      assertThat(reader.get("/mordor-asks/").headers().firstValue("Location"))
          .hasValue("/posts/2023/05/mordor-asks");
      assertThat(reader.get("/?p=13").statusCode()).as("a draft").isEqualTo(200);
      assertThat(reader.get("/?p=999").body()).as("no post").isEqualTo(reader.get("/").body());
      assertThat(reader.get("/?p=12x").statusCode()).isEqualTo(200);
      assertThat(reader.get("/behind?p=12").statusCode()).isEqualTo(404);
      Post post = new Posts(at).byAddress("2013/05/a-rare-word").orElseThrow();
      new Drafts(at).withdraw(post);
      assertThat(reader.get("/?p=12").statusCode()).isEqualTo(301);
      assertThat(reader.get(place).statusCode()).isEqualTo(410);
    }
  }

  @Test
  void addressesAreKeptWithoutWhatNamesNoPost() {
    assertThat(OldAddresses.key("https://b.example.org/?p=12")).isEqualTo("/?p=12");
    assertThat(OldAddresses.key("https://b.example.org/blog/?p=12&x=1")).isEqualTo("/blog?p=12");
    assertThat(OldAddresses.key("https://b.example.org/a/b/")).isEqualTo("/a/b");
    assertThat(OldAddresses.key("https://b.example.org/?page_id=12")).isEmpty();
    assertThat(OldAddresses.key("https://b.example.org/")).isEmpty();
    assertThat(OldAddresses.key("not an address")).isEmpty();
  }

  @Test
  void aStoreThatFailsHalfwayKeepsNothing() throws IOException {
    BlogExport whole = export("wordpress.xml");
    BlogExport.Entry bad = whole.posts().getFirst();
    List<BlogExport.Entry> posts = new ArrayList<>(whole.posts());
    posts.add(
        new BlogExport.Entry(
            "99",
            "Too much",
            bad.writer(),
            "Words.",
            true,
            false,
            Instant.MAX, // no year that a store can hold
            null,
            List.of(),
            List.of()));
    BlogExport export =
        new BlogExport(
            whole.program(), whole.source(), whole.base(), posts, whole.comments(), whole.notes());
    assertThatThrownBy(() -> new BlogImport(store, NOW).take(export, null))
        .isInstanceOf(RuntimeException.class);
    assertThat(new Drafts(store).all(null)).isEmpty();
    assertThat(take("wordpress.xml").published()).isEqualTo(1);
  }
}
