package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.store.Block;
import org.entente.store.Cited;
import org.entente.store.Content;
import org.entente.store.Drafts;
import org.entente.store.Post;
import org.entente.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** From a pasted page to a draft, and with all that people wrote to another store. */
class ReviewCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void aPastedReviewBecomesADraftThatMoves() throws IOException {
    Files.writeString(folder.resolve("review.txt"), HtmlView.resource("review.txt"));
    assertThat(run("review", "import", path("review.txt"), "--store", path("one.db"))).isZero();
    assertThat(out.toString()).contains("3 clips, 2 comments", "/drafts/1");
    try (Store store = Store.open(path("one.db"))) {
      Post post = new Drafts(store).all(null).getFirst();
      Content content = new Drafts(store).latest(post).content();
      List<Block> clips = content.blocks().stream().filter(b -> b instanceof Block.Clip).toList();
      assertThat(clips)
          .hasSize(3)
          .allSatisfy(b -> {
            Block.Clip clip = (Block.Clip) b;
            assertThat(clip.standsIn(new Cited(store).text(clip.sha256()).orElseThrow())).isTrue();
            assertThat(new Cited(store).around(clip)).isPresent();
          });
    }
    assertThat(run("review", "export", path("one.zip"), "--store", path("one.db"))).isZero();
    assertThat(run("review", "restore", path("one.zip"), "--store", path("two.db"))).isZero();
    assertThat(run("review", "export", path("two.zip"), "--store", path("two.db"))).isZero();
    assertThat(Files.readAllBytes(folder.resolve("two.zip")))
        .isEqualTo(Files.readAllBytes(folder.resolve("one.zip")));
    assertThat(run("review", "restore", path("one.zip"), "--store", path("two.db")))
        .isEqualTo(Exit.STORE);
    assertThat(err.toString()).contains("has members already");
  }

  @Test
  void thePageOfTheBriefBecomesADraft() {
    Path page =
        Path.of(System.getProperty("entente.root"), "../shared/input/press-review-2013.txt");
    assumeTrue(Files.exists(page), "the brief's page is not beside the project");
    assertThat(run("review", "import", page.toString(), "--store", path("brief.db"))).isZero();
    try (Store store = Store.open(path("brief.db"))) {
      Post post = new Drafts(store).all(null).getFirst();
      List<Block> blocks = new Drafts(store).latest(post).content().blocks();
      assertThat(blocks).hasAtLeastOneElementOfType(Block.Clip.class);
      assertThat(blocks).hasAtLeastOneElementOfType(Block.Prose.class);
      assertThat(post.title().split(" ")).as(post.title()).hasSizeGreaterThan(3);
    }
  }

  @Test
  void anotherBlogsExportIsTakenOnce() throws IOException {
    Files.writeString(
        folder.resolve("ghost.json"),
        """
        {"db": [{"data": {"posts": [{"id": "p1", "title": "Gondor waits", "slug": "gondor-waits",
          "html": "<p>Gondor waited.</p>", "status": "published", "type": "post",
          "published_at": "2023-05-02T08:00:00.000Z"}, {"id": "", "title": "Nameless"}],
          "users": [], "tags": []}}]}
        """);
    assertThat(run("review", "import", path("ghost.json"), "--store", path("g.db"))).isZero();
    assertThat(out.toString())
        .contains("Ghost: 1 posts published, 0 as drafts, 0 comments; 0 posts");
    assertThat(err.toString()).contains("“Nameless” has no id and is left out.");
    assertThat(run("review", "import", path("ghost.json"), "--store", path("g.db"))).isZero();
    assertThat(out.toString()).contains("0 posts published", "1 posts were here before");
    assertThat(run("review", "site", path("site"), "--store", path("g.db"))).isZero();
    assertThat(folder.resolve("site/posts/2023/05/gondor-waits/index.html"))
        .content()
        .contains("Gondor waited.");
    assertThat(run("review", "site", folder.toString(), "--store", path("g.db")))
        .isEqualTo(Exit.EXPORT);
    assertThat(err.toString()).contains("name an empty or new folder");
    assertThat(run("review", "site", path("s"), "--site", "ftp://x/", "--store", path("g.db")))
        .isEqualTo(Exit.USAGE);
    String[] owned = {"review", "import", path("ghost.json"), "--author", "Nobody", "--store"};
    List<String> arguments = new java.util.ArrayList<>(List.of(owned));
    arguments.add(path("g.db"));
    assertThat(run(arguments.toArray(String[]::new))).isEqualTo(Exit.USAGE);
    assertThat(err.toString()).contains("there is no member 'Nobody'");
  }

  @Test
  void aFileThatIsNotThereIsOneSentence() {
    assertThat(run("review", "import", path("nowhere.txt"), "--store", path("x.db")))
        .isEqualTo(Exit.INPUT);
    assertThat(run("review")).isEqualTo(Exit.USAGE);
    assertThat(err.toString()).contains("say what to do");
  }
}
