package org.entente.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.entente.text.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD, unit = TimeUnit.SECONDS)
class DocumentsTest {
  @TempDir Path folder;

  @Test
  void plainTextIsItsOwnContent() {
    Item item = only(read("a.txt", bytes("Arnor\r\nsent a note.\n")));

    assertThat(item.document().content()).isEqualTo("Arnor\r\nsent a note.\n");
    assertThat(item.problems()).isEmpty();
  }

  @Test
  void jsonLinesDeclareTheirMetadata() {
    Item item =
        only(
            read(
                "in.jsonl",
                bytes(
                    "{\"id\":\"a1\",\"date\":\"2013-05-07\",\"title\":\"A note\",\"publisher\":\"The"
                        + " Herald\",\"more\":{\"x\":[1]},\"text\":\"Arnor sent a note.\"}\n")));

    assertThat(item.document().id()).isEqualTo("a1");
    assertThat(item.document().metadata())
        .isEqualTo(
            new Metadata("A note", null, "The Herald", null, LocalDate.of(2013, 5, 7), null));
  }

  @Test
  void aBadLineIsNamedByItsNumberAndTheOthersAreRead() {
    StringBuilder lines = new StringBuilder();
    for (int i = 1; i <= 9; i++) {
      lines.append(i == 7 ? "{\"text\": oops}\n" : "{\"text\":\"Line " + i + ".\"}\n");
    }

    List<Item> items = read("in.jsonl", bytes(lines.toString()));

    assertThat(items).hasSize(9);
    Problem problem = items.get(6).problems().getFirst();
    assertThat(problem.where()).isEqualTo("in.jsonl:7");
    assertThat(problem.kind()).isEqualTo(Problem.Kind.MALFORMED);
    assertThat(problem.message()).doesNotContain("\n").doesNotContain("Exception");
    assertThat(items.get(8).document().id()).isEqualTo("in.jsonl:9");
  }

  @Test
  void aBadDateIsAProblemOfADocumentThatIsStillRead() {
    Item item = only(read("in.jsonl", bytes("{\"text\":\"A.\",\"date\":\"soon\"}")));

    assertThat(item.document().metadata().date()).isNull();
    assertThat(item.problems()).extracting(Problem::kind).containsExactly(Problem.Kind.DATE);
  }

  @Test
  void aFolderIsReadSortedAndABadFileDoesNotStopIt() throws IOException {
    Files.createDirectories(folder.resolve("b"));
    Files.writeString(folder.resolve("c.txt"), "Third.");
    Files.writeString(folder.resolve("b/x.txt"), "Second.");
    Files.write(folder.resolve("a.bin"), new byte[] {1, 0, 2, 0, 0, 0, 3, 9, 0, 0, 0});
    Files.write(folder.resolve("b/y.txt.gz"), Arrays.copyOf(gzip("Cut off text."), 15));

    List<Item> items = items(folder.toString());

    assertThat(items).hasSize(4);
    assertThat(kind(items.get(0))).isEqualTo(Problem.Kind.BINARY);
    assertThat(items.get(1).document().content()).isEqualTo("Second.");
    assertThat(kind(items.get(2))).isEqualTo(Problem.Kind.TRUNCATED);
    assertThat(items.get(3).document().content()).isEqualTo("Third.");
  }

  @Test
  void whatIsMissingOrEmptyIsSaid() throws IOException {
    Files.writeString(folder.resolve("empty.txt"), "");
    Files.writeString(folder.resolve("empty.jsonl"), "");

    assertThat(kind(only(items(folder.resolve("none.txt").toString()))))
        .isEqualTo(Problem.Kind.NOT_FOUND);
    assertThat(kind(only(items(folder.resolve("empty.txt").toString()))))
        .isEqualTo(Problem.Kind.EMPTY);
    assertThat(kind(only(items(folder.resolve("empty.jsonl").toString()))))
        .isEqualTo(Problem.Kind.EMPTY);
  }

  @Test
  void fiftyMegabytesAreRefusedAndOneLineOfAMegabyteIsNot() {
    byte[] page = new byte[50 << 20];
    Arrays.fill(page, (byte) 'a');
    byte[] line =
        ("{\"text\":\"" + "word ".repeat(1 << 18) + "\"}").getBytes(StandardCharsets.UTF_8);

    assertThat(kind(only(read("page.txt", page)))).isEqualTo(Problem.Kind.TOO_LARGE);
    assertThat(only(read("in.jsonl", line)).document().content()).hasSize(5 << 18);
  }

  @Test
  void whatMayNotBeReadIsSaid() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "Arnor");
    assumeTrue(secret.toFile().setReadable(false), "this file system has no permissions");
    assumeFalse(Files.isReadable(secret), "the superuser may read everything");

    assertThat(kind(only(items(secret.toString())))).isEqualTo(Problem.Kind.FORBIDDEN);
  }

  @Test
  void linkedFoldersAreNotFollowedInCircles() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "Arnor");
    Files.createSymbolicLink(folder.resolve("b"), folder);

    assertThat(items(folder.toString())).hasSize(1);
  }

  @Test
  void aPageThatIsTooLargeIsRefused() {
    byte[] page = new byte[50 << 20];
    Arrays.fill(page, (byte) 'a');
    System.arraycopy(bytes("<html><p>"), 0, page, 0, 9);

    assertThat(kind(only(read("page.html", page)))).isEqualTo(Problem.Kind.TOO_LARGE);
  }

  @Test
  void deepJsonIsAProblem() {
    String deep = "{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + ",\"text\":\"A.\"}";

    assertThat(kind(only(read("in.jsonl", bytes(deep))))).isEqualTo(Problem.Kind.MALFORMED);
  }

  @Test
  void charsetsAreFoundByMarkOrByLooking() {
    String text = "Ein Gespräch über Öl";

    for (var charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertThat(only(read("a", text.getBytes(charset))).document().content()).isEqualTo(text);
      assertThat(only(read("a", ("\uFEFF" + text).getBytes(charset))).document().content())
          .isEqualTo(text);
    }
    Item western = only(read("a", text.getBytes(StandardCharsets.ISO_8859_1)));
    assertThat(western.document().content()).isEqualTo(text);
    assertThat(kind(western)).isEqualTo(Problem.Kind.CHARSET);
  }

  @Test
  void standardInputMayBeGzipped() throws IOException {
    Documents documents = Documents.standard(new ByteArrayInputStream(gzip("Arnor sent a note.")));
    try (Stream<Item> items = documents.open("-")) {
      assertThat(only(items.toList()).document().content()).isEqualTo("Arnor sent a note.");
    }
  }

  static List<Item> read(String name, byte[] content) {
    try (Stream<Item> items = Documents.standard().open(name, new ByteArrayInputStream(content))) {
      return items.toList();
    }
  }

  private static List<Item> items(String source) {
    try (Stream<Item> items = Documents.standard().open(source)) {
      return items.toList();
    }
  }

  static Item only(List<Item> items) {
    assertThat(items).hasSize(1);
    return items.getFirst();
  }

  private static Problem.Kind kind(Item item) {
    assertThat(item.problems()).hasSize(1);
    return item.problems().getFirst().kind();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes(text));
    }
    return out.toByteArray();
  }
}
