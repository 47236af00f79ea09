package org.entente.desk.sources;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.desk.Browser;
import org.entente.desk.Desk;
import org.entente.desk.TestDesk;
import org.entente.desk.Visitor;
import org.entente.store.Intakes;
import org.entente.store.Overview;
import org.entente.store.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is larger than the desk takes is answered in a sentence, and nothing of it is kept. */
class UploadLimitTest {
  private static final String BOUNDARY = "----entente-test";

  private static Desk desk;
  private static Visitor ada;

  @BeforeAll
  static void start() {
    desk = TestDesk.fresh();
    ada = Visitor.signedIn(desk, "Ada", Role.EDITOR);
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  /** A file of so many bytes in a form, never whole in memory. */
  private static HttpResponse<String> upload(
      Visitor visitor, String path, long bytes, String token) {
    String head =
        part("_csrf", token)
            + "--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"news.txt\"\r\n"
            + "Content-Type: text/plain\r\n\r\n";
    String tail = "\r\n--" + BOUNDARY + "--\r\n";
    return visitor.send(
        visitor
            .to(path)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(
                HttpRequest.BodyPublishers.ofInputStream(() ->
                    new SequenceInputStream(
                        Collections.enumeration(
                            List.of(text(head), new Sentences(bytes), text(tail)))))));
  }

  private static String part(String name, String value) {
    return "--"
        + BOUNDARY
        + "\r\nContent-Disposition: form-data; name=\""
        + name
        + "\"\r\n\r\n"
        + value
        + "\r\n";
  }

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same sentence again and again. */
  private static final class Sentences extends InputStream {
    private static final byte[] ONE =
        "Russia condemned the United States on Tuesday.\n".getBytes(StandardCharsets.UTF_8);
    private final long size;
    private long at;

    Sentences(long size) {
      this.size = size;
    }

    @Override
    public int read() {
      return at == size ? -1 : ONE[(int) (at++ % ONE.length)];
    }

    @Override
    public int read(byte[] into, int from, int most) {
      int count = (int) Math.min(most, size - at);
      for (int i = 0; i < count; i++) {
        into[from + i] = (byte) read();
      }
      return count == 0 && most > 0 ? -1 : count;
    }
  }

  private static List<Path> leftBehind() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(f -> f.getFileName().toString().matches("(entente-upload|upload_).*"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @CsvSource({"/sources/upload, 65", "/sources/upload, 200", "/sources/opml, 65"})
  void moreThanTheDeskTakesIsASentenceAndNothingIsKept(String path, long megabytes)
      throws Exception {
    Overview overview = new Overview(TestDesk.store(desk));
    Overview.Stamp before = overview.stamp();
    int given = new Intakes(TestDesk.store(desk)).recent(100).size();
    List<Path> files = leftBehind();

    HttpResponse<String> answer = upload(ada, path, megabytes << 20, ada.token("/sources"));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body())
        .contains(
            "<p class=\"lead\">That is too large; the desk takes files up to 64 MB. Larger files go")
        .doesNotContain("Exception");
    assertThat(overview.stamp()).isEqualTo(before);
    assertThat(new Intakes(TestDesk.store(desk)).recent(100)).hasSize(given);
    assertThat(leftBehind()).as("temporary files").isEqualTo(files);
    assertThat(ada.get("/sources").statusCode()).as("the session goes on").isEqualTo(200);
  }

  @Test
  void withoutATokenNothingIsTakenHoweverLargeItIs() {
    assertThat(upload(ada, "/sources/upload", 1 << 10, "").statusCode()).isEqualTo(403);
    assertThat(upload(Visitor.at(desk), "/sources/upload", 1 << 10, "x").statusCode())
        .isEqualTo(403);
  }

  @Test
  void aPastedTextThatIsTooLargeSaysHowItCouldCome() {
    int given = new Intakes(TestDesk.store(desk)).recent(100).size();
    HttpResponse<String> answer =
        ada.post("/sources/paste", "/sources/paste", Map.of("text", "Words. ".repeat(500_000)));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("a form takes up to 2 MB. Upload it as a file");
    assertThat(new Intakes(TestDesk.store(desk)).recent(100)).hasSize(given);
  }

  @Test
  void justBelowTheLimitIsTakenWhole() throws Exception {
    HttpResponse<String> answer =
        upload(ada, "/sources/upload", (63L << 20), ada.token("/sources"));
    assertThat(answer.statusCode()).isEqualTo(303);
  }

  @Test
  void aBrowserShowsTheSentence(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("large.txt");
    try (InputStream in = new Sentences(150L << 20)) {
      Files.copy(in, file);
    }
    try (Page page = Browser.signedIn(desk, "Ada", false)) {
      page.navigate(desk.address() + "sources");
      page.locator("form[action='/sources/upload'] input[type=file]").setInputFiles(file);
      page.press("form[action='/sources/upload'] button", "Enter");
      page.waitForURL("**/sources/upload");
      assertThat(page.locator("main").textContent())
          .contains("That is too large; the desk takes files up to 64 MB.");
    }
  }
}
