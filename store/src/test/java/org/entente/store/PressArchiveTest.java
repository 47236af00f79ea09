package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.entente.text.Evidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PressArchiveTest {
  private static final String TEXT = "Arnor urged Gondor to stop. Gondor refused.";

  private static void fill(Store store) {
    Member author =
        new Members(store)
            .add(new Members.Joining("An author", "a@example.org", "hash"), Role.CONTRIBUTOR)
            .orElseThrow();
    store.write(h -> {
      Cited.keep(h, Evidence.hash(TEXT), TEXT);
      return true;
    });
    Block.Source source = new Block.Source("Urged", null, null, "7 May 2013", null);
    Block.Clip clip =
        new Block.Clip(source, Evidence.hash(TEXT), 0, "Arnor urged Gondor to stop.", false);
    Drafts drafts = new Drafts(store);
    Content content =
        new Content("A review", List.of("Syria"), List.of(new Block.Prose("Words 'ä'\n"), clip));
    Post post = drafts.publish(drafts.begin(author, content, Post.CommentMode.OPEN), "");
    Comments comments = new Comments(store);
    Comments.Said said =
        new Comments.Said(
            post.id(),
            null,
            new Quoted("clip-2", 6, 11, "urged", new Quoted.Source(clip.sha256(), "“Urged”")),
            "A comment",
            UUID.randomUUID().toString());
    new Newsletters(store)
        .choose(
            author,
            new Newsletters.Choice(Newsletters.Often.WEEKLY, List.of("Syria"), author.id()));
    new Identities(store).link(author, new Identities.Identity("https://issuer.example.org", "7"));
    Comment first = comments.add(author, said);
    comments.add(
        author,
        new Comments.Said(post.id(), first.id(), null, "An answer", UUID.randomUUID().toString()));
  }

  @Test
  void whatAnEmptyStoreTakesInItGivesOutAgainByteByByte(@TempDir Path folder) throws Exception {
    Path one = folder.resolve("one.zip");
    Path two = folder.resolve("two.zip");
    try (Store store = Store.open(folder.resolve("one.db").toString())) {
      fill(store);
      PressArchive.Counts counts = new PressArchive(store).write(one);
      assertThat(counts.rows()).containsEntry("comments", 2).containsEntry("post_versions", 1);
      assertThat(counts.texts()).isEqualTo(1);
    }
    try (Store store = Store.open(folder.resolve("two.db").toString())) {
      new PressArchive(store).read(one);
      new PressArchive(store).write(two);
      Post post = new Posts(store).published(9, 0).getFirst();
      Block.Clip clip = (Block.Clip) new Drafts(store).shown(post).content().blocks().getLast();
      assertThat(clip.standsIn(new Cited(store).text(clip.sha256()).orElseThrow())).isTrue();
      assertThat(new Comments(store).below(post)).hasSize(2);
      Quoted about = new Comments(store).below(post).getFirst().passage();
      assertThat(about).isNotNull();
      assertThat(about.source()).isEqualTo(new Quoted.Source(clip.sha256(), "“Urged”"));
      Member author = new Members(store).bySignIn("An author").orElseThrow();
      assertThat(new Newsletters(store).of(author).orElseThrow().tags()).containsExactly("syria");
      assertThat(new Members(store).bySignIn("An author").orElseThrow().role())
          .isEqualTo(Role.CONTRIBUTOR);
      assertThat(new Identities(store).of(author)).hasSize(1);
    }
    assertThat(Files.readAllBytes(two)).isEqualTo(Files.readAllBytes(one));
  }

  @Test
  void whatNoDeskCanShowIsRefusedWhole(@TempDir Path folder) throws Exception {
    Path good = folder.resolve("good.zip");
    try (Store store = Store.open(folder.resolve("good.db").toString())) {
      fill(store);
      new PressArchive(store).write(good);
    }
    Map<String, UnaryOperator<String>> changes =
        Map.of(
            "comments.jsonl", text -> text.replace("\"SHOWN\"", "\"SHOUTED\""),
            "members.jsonl", text -> text.replace("\"name_key\"", "\"name_of_later\""),
            "post_versions.jsonl", text -> text.replace("prose", "verse"),
            "posts.jsonl", text -> text.replace("\"shown\":1", "\"shown\":7"),
            "acts.jsonl", text -> "{\"reason\":\"" + "A".repeat(4 << 20) + "\"}\n");
    for (String entry : changes.keySet()) {
      Path bad = folder.resolve(entry + ".zip");
      changed(good, bad, entry, changes.get(entry));
      try (Store store = Store.open(folder.resolve(entry + ".db").toString())) {
        assertThatThrownBy(() -> new PressArchive(store).read(bad))
            .as(entry)
            .isInstanceOf(StoreException.class)
            .hasMessageContaining("is no archive of press reviews: ");
        assertThat(new Members(store).all()).as("all or nothing").isEmpty();
      }
    }
  }

  private static void changed(Path from, Path to, String name, UnaryOperator<String> change)
      throws Exception {
    try (ZipFile old = new ZipFile(from.toFile());
        ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(to))) {
      for (ZipEntry entry : java.util.Collections.list(old.entries())) {
        String text = new String(old.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        String put = entry.getName().equals(name) ? change.apply(text) : text;
        assertThat(put.equals(text)).isEqualTo(!entry.getName().equals(name));
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(put.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  @Test
  void aStoreWithMembersTakesNone(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("one.zip");
    try (Store store = Store.open(folder.resolve("one.db").toString())) {
      fill(store);
      new PressArchive(store).write(file);
      assertThatThrownBy(() -> new PressArchive(store).read(file))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("has members already");
    }
  }

  @Test
  void anotherFileIsRefusedAndNothingChanges(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("one.zip");
    Files.writeString(file, "no archive");
    try (Store store = Store.open(folder.resolve("one.db").toString())) {
      assertThatThrownBy(() -> new PressArchive(store).read(file))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("is no archive");
      assertThat(new Members(store).all()).isEmpty();
    }
  }
}
