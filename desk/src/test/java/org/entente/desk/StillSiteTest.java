package org.entente.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.entente.store.Block;
import org.entente.store.Comments;
import org.entente.store.Content;
import org.entente.store.Drafts;
import org.entente.store.Member;
import org.entente.store.Members;
import org.entente.store.Post;
import org.entente.store.Role;
import org.entente.store.Store;
import org.entente.store.Topic;
import org.entente.store.Topics;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the public sees, as files. */
class StillSiteTest {
  @TempDir private Path folder;

  private String store() {
    return folder.resolve("still.db").toString();
  }

  private Path site() {
    return folder.resolve("site");
  }

  private DeskSettings settings() {
    return new DeskSettings(
        store(), "127.0.0.1", 0, false, URI.create("https://reviews.example.org/"));
  }

  private void fill() {
    try (Store store = Store.open(store())) {
      Members members = new Members(store);
      Member writer =
          members.add(new Members.Joining("Ioreth", "", null), Role.EDITOR).orElseThrow();
      Member reader =
          members.add(new Members.Joining("Bergil", "", null), Role.MEMBER).orElseThrow();
      Drafts drafts = new Drafts(store);
      Post shown = drafts.publish(begin(drafts, writer, "Shown to all"), "");
      drafts.publish(begin(drafts, writer, "Shown as well"), "");
      begin(drafts, writer, "Only a draft");
      drafts.withdraw(drafts.publish(begin(drafts, writer, "Taken back"), ""));
      Comments comments = new Comments(store);
      comments.add(writer, said(shown, "Everybody reads this.", "0123456789abcdef"));
      Topics topics = new Topics(store);
      topics.add(writer, new Topic.Says("Ferries", "Why they are late.", List.of("a+b")));
      Topic gone = topics.add(writer, new Topic.Says("Topic gone", "", List.of("a+b")));
      topics.change(writer, gone, gone.says(), true);
      comments.add(reader, said(shown, "This still waits.", "fedcba9876543210"));
    }
  }

  private static Post begin(Drafts drafts, Member writer, String title) {
    Block words = new Block.Prose("Words of " + title + ", [elsewhere](https://example.org/).");
    Content content = new Content(title, List.of("two words", "a+b"), List.of(words));
    return drafts.begin(writer, content, Post.CommentMode.HELD);
  }

  private static Comments.Said said(Post post, String words, String form) {
    return new Comments.Said(post.id(), null, null, words, form);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(site())) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void everyLinkOfEveryPageLeadsSomewhere() throws IOException {
    fill();
    StillSite.Written written = StillSite.write(settings(), site());
    int links = 0;
    int pages = 0;
    for (Path file : files()) {
      if (!file.toString().endsWith(".html")) {
        continue;
      }
      pages++;
      Document page = Jsoup.parse(Files.readString(file));
      assertThat(page.select("form, input, button, script[src]")).as(file.toString()).isEmpty();
      for (Element link : page.select("[href]")) {
        String href = link.attr("href");
        if (!href.matches("(?:https?:|#).*")) {
          assertThat(href).as(file.toString()).doesNotStartWith("/");
          String path =
              URLDecoder.decode(
                  href.replaceFirst("#.*", "").replace("+", "%2B"), StandardCharsets.UTF_8);
          assertThat(file.resolveSibling(path).normalize()).as(file + " " + href).isRegularFile();
          links++;
        }
      }
    }
    assertThat(pages).isEqualTo(written.pages() + 1);
    assertThat(links).isGreaterThan(30);
    assertThat(site().resolve("index.html")).exists();
    assertThat(site().resolve("posts/tags/two words/index.html")).exists();
    assertThat(Files.readString(site().resolve("sitemap.xml")))
        .contains("<loc>https://reviews.example.org/posts/");
    assertThat(site().resolve("posts.atom")).exists();
    Path topic = site().resolve("posts/topics/ferries");
    assertThat(topic.resolve("index.html")).content().contains("Why they are late.");
    assertThat(topic.resolve("feed.rss")).content().contains("Shown to all");
  }

  @Test
  void nothingHiddenIsInAnyFile() throws IOException {
    fill();
    StillSite.write(settings(), site());
    StringBuilder all = new StringBuilder();
    for (Path file : files()) {
      all.append(Files.readString(file)).append(file);
    }
    assertThat(all)
        .contains("Words of Shown to all", "Everybody reads this.")
        .doesNotContain(
            "Only a draft",
            "Taken back",
            "taken-back",
            "This still waits",
            "_csrf",
            "Topic gone",
            "topic-gone")
        .doesNotContain("/sign-in", "/account");
  }

  @Test
  void aFolderIsReplacedOnlyWhereItIsOurs() throws IOException {
    fill();
    StillSite.write(settings(), site());
    try (Store store = Store.open(store())) {
      Drafts drafts = new Drafts(store);
      drafts.all(null).stream()
          .filter(p -> p.title().equals("Shown as well"))
          .forEach(drafts::withdraw);
    }
    StillSite.write(settings(), site());
    assertThat(files().stream().map(Path::toString)).noneMatch(f -> f.contains("shown-as-well"));
    try (Stream<Path> beside = Files.list(folder)) {
      assertThat(beside.filter(Files::isDirectory).filter(d -> !d.endsWith("mail")))
          .containsExactly(site());
    }
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.writeString(other.resolve("letter.txt"), "mine");
    assertThatThrownBy(() -> StillSite.write(settings(), other))
        .isInstanceOf(DeskException.class)
        .hasMessageContaining("name an empty or new folder");
    assertThat(other.resolve("letter.txt")).hasContent("mine");
  }
}
