package org.entente.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.entente.text.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What crawls hold: the record after a bad one is always read. */
class WarcReaderTest {
  private static final String PAGE = "<p>Arnor voted.</p>";
  private static final String LAST = record("http://arnor.example/9", "\r\n<p>Gondor waited.</p>");

  @ParameterizedTest
  @CsvSource({
    "Content-Encoding: gzip", // the crawler unpacked it and left the header
    "Transfer-Encoding: chunked",
    "Content-Encoding: br",
    "Content-Length: 99999",
    "Content-Length: 2",
    "Content-Type: text/html; charset=\"; x",
    "no header at all"
  })
  void aHeaderThatTheBytesContradictDoesNotHideThePage(String header) {
    assertThat(texts(record("http://arnor.example/1", header + "\r\n\r\n" + PAGE)))
        .containsExactly("Arnor voted.", "Gondor waited.");
  }

  @Test
  void packedAndChunkedBodiesAreUnpacked() throws IOException {
    String packed = new String(DocumentsTest.gzip(PAGE), ISO_8859_1);
    String chunks =
        Integer.toHexString(10)
            + "\r\n"
            + packed.substring(0, 10)
            + "\r\n"
            + Integer.toHexString(packed.length() - 10)
            + ";x=y\r\n"
            + packed.substring(10)
            + "\r\n0\r\n\r\n";
    String headers = "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n";

    assertThat(texts(record("http://arnor.example/1", headers + chunks)))
        .containsExactly("Arnor voted.", "Gondor waited.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "no HTTP\r\n\r\n", ""})
  void aRecordWithoutAResponseIsAProblem(String block) {
    List<Item> items = read(named("http://arnor.example/1", block) + LAST);

    assertThat(items.getFirst().problems().getFirst().toString()).contains("no HTTP response");
    assertThat(text(items.get(1))).isEqualTo("Gondor waited.");
  }

  @Test
  void aBodyThatIsPackedInAnotherWayIsAProblem() {
    List<Item> items =
        read(
            record("http://arnor.example/1", "Content-Encoding: zstd\r\n\r\n(\u00b5/\u00fd\0\1\2")
                + LAST);

    assertThat(items.getFirst().problems().getFirst().message()).contains("'zstd'");
    assertThat(items).hasSize(2);
  }

  @Test
  void aPackedBodyThatIsCutIsReadAsFarAsItGoes() throws IOException {
    String packed =
        new String(DocumentsTest.gzip(PAGE + "<p>Gondor waited.</p>".repeat(9)), ISO_8859_1);
    String body = packed.substring(0, packed.length() - 9);
    List<Item> items =
        read(record("http://arnor.example/1", "Content-Encoding: gzip\r\n\r\n" + body) + LAST);

    assertThat(text(items.getFirst())).startsWith("Arnor voted.");
    assertThat(items.getFirst().problems().getFirst().kind()).isEqualTo(Problem.Kind.TRUNCATED);
    assertThat(items).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WARC/1.0\r\nthis is no header\r\n\r\nrubbish\r\n\r\n",
        "WARC/1.0\r\nWARC-Type: response\r\n\r\nrubbish\r\n\r\n",
        "WARC/1.0\r\nContent-Length: many\r\n\r\nrubbish\r\n\r\n",
        "rubbish between\r\ntwo records\r\n"
      })
  void aBrokenRecordIsOneProblemWithItsPlace(String broken) {
    String first = record("http://arnor.example/1", "\r\n" + PAGE);
    List<Item> items = read(first + broken + LAST);

    assertThat(items).hasSize(3);
    assertThat(items.get(1).problems().getFirst().toString())
        .startsWith("a.warc#2: at byte " + first.length() + " is");
    assertThat(text(items.get(2))).isEqualTo("Gondor waited.");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void aDamagedMemberIsAProblemAndTheNextIsRead(int damaged) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < 4; i++) {
      String page = "<p>Arnor voted for " + i + ".</p>";
      byte[] member = DocumentsTest.gzip(record("http://arnor.example/" + i, "\r\n" + page));
      if (i == damaged + 1) {
        Arrays.fill(member, 30, 60, (byte) 0x55);
      }
      all.write(member);
    }
    List<Item> items = read("a.warc.gz", all.toByteArray());

    assertThat(items).hasSize(4);
    assertThat(items.stream().filter(i -> i.document() == null)).hasSize(1);
    assertThat(items.get(damaged + 1).problems().getFirst().message()).contains("damaged gzip");
    assertThat(text(items.getFirst())).isEqualTo("Arnor voted for 0.");
  }

  @Test
  void rulesForCrawlersAreNoPage() {
    assertThat(
            texts(
                record(
                    "http://arnor.example/robots.txt", "Content-Type: text/plain\r\n\r\nAllow: /")))
        .containsExactly("Gondor waited.");
  }

  private static List<String> texts(String records) {
    List<Item> items = read(records + LAST);
    assertThat(items).allMatch(i -> i.problems().isEmpty());
    return items.stream().map(WarcReaderTest::text).toList();
  }

  private static String text(Item item) {
    return Objects.requireNonNull(item.document()).content();
  }

  private static List<Item> read(String records) {
    return read("a.warc", records.getBytes(ISO_8859_1));
  }

  private static List<Item> read(String name, byte[] bytes) {
    try (var items = Documents.standard().open(name, new ByteArrayInputStream(bytes))) {
      return items.toList();
    }
  }

  /** A response with the headers and the body that {@code rest} holds. */
  private static String record(String url, String rest) {
    return named(url, "HTTP/1.1 200 OK\r\n" + rest);
  }

  private static String named(String url, String block) {
    return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
        + url
        + "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
        + block.length()
        + "\r\n\r\n"
        + block
        + "\r\n\r\n";
  }
}
