package org.entente.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.source.DocumentsTest.bytes;
import static org.entente.source.DocumentsTest.only;
import static org.entente.source.DocumentsTest.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.entente.text.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD, unit = TimeUnit.SECONDS)
class ContainersTest {
  @Test
  void everyResponseWithTextIsADocument() {
    List<Item> items = read("a.warc", bytes(warc()));

    assertThat(items).hasSize(2);
    assertThat(items.get(0).document().content()).isEqualTo("Arnor voted.");
    assertThat(items.get(0).document().metadata().url()).isEqualTo("http://arnor.example/1");
    assertThat(items.get(1).document().content()).isEqualTo("Gondor waited.");
  }

  @Test
  void recordsMayBeGzippedOneByOne() throws IOException {
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    for (String record : warc().split("(?=WARC/1.0)")) {
      members.write(DocumentsTest.gzip(record));
    }

    assertThat(read("a.warc.gz", members.toByteArray())).hasSize(2);
  }

  @Test
  void anArchiveThatIsCutOffGivesWhatItHas() throws IOException {
    byte[] plain = bytes(warc());
    List<Item> items = read("a.warc", Arrays.copyOf(plain, plain.length - 20));
    byte[] packed = DocumentsTest.gzip(warc());
    List<Item> unpacked = read("a.warc.gz", Arrays.copyOf(packed, packed.length - 20));

    assertThat(items.getFirst().document().content()).isEqualTo("Arnor voted.");
    for (List<Item> cut : List.of(items, unpacked)) {
      Problem problem = cut.getLast().problems().getFirst();
      assertThat(problem.kind()).isEqualTo(Problem.Kind.TRUNCATED);
      assertThat(problem.where()).startsWith("a.warc");
    }
  }

  @Test
  void rubbishInAnArchiveIsSaid() {
    List<Item> items = read("a.warc", bytes("WARC/1.0\r\nrubbish\u0001\u0002"));

    assertThat(only(items).problems()).hasSize(1);
  }

  @Test
  void itemsOfRssAtomAndJsonFeedAreDocuments() {
    String rss =
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>The Herald</title>"
            + "<item><title>Arnor votes</title><link>http://h.example/1</link><guid>g1</guid>"
            + "<pubDate>Tue, 07 May 2013 10:00:00 GMT</pubDate>"
            + "<description>&lt;p&gt;Arnor &amp;amp; Gondor voted.&lt;/p&gt;</description></item>"
            + "<item><title>Second</title><description><![CDATA[<p>More.</p>]]></description></item>"
            + "</channel></rss>";
    String atom =
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>The Herald</title><entry><id>g1</id>"
            + "<title>Arnor votes</title><link href=\"http://h.example/1\"/>"
            + "<published>2013-05-07T10:00:00Z</published><author><name>Ann Hill</name></author>"
            + "<content type=\"html\">&lt;p>Arnor &amp;amp; Gondor voted.&lt;/p></content>"
            + "</entry></feed>";
    String json =
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"The Herald\",\"items\":"
            + "[{\"id\":\"g1\",\"url\":\"http://h.example/1\",\"title\":\"Arnor votes\","
            + "\"date_published\":\"2013-05-07T10:00:00Z\","
            + "\"content_text\":\"Arnor & Gondor voted.\"}]}";

    assertThat(read("a.rss", bytes(rss))).hasSize(2);
    for (String feed : List.of(rss, atom, json)) {
      Document first = read("feed", bytes(feed)).getFirst().document();
      assertThat(first.id()).isEqualTo("g1");
      assertThat(first.content()).isEqualTo("Arnor & Gondor voted.");
      assertThat(first.metadata().title()).isEqualTo("Arnor votes");
      assertThat(first.metadata().publisher()).isEqualTo("The Herald");
      assertThat(first.metadata().date()).isEqualTo(LocalDate.of(2013, 5, 7));
    }
  }

  private static Metadata first(String feed) {
    return read("https://herald.test/news/feed.xml", bytes(feed)).getFirst().document().metadata();
  }

  @Test
  void aTitleInHtmlIsReadAsItsWords() {
    String item =
        "<rss><channel><title>Q&amp;amp;A</title><item><title><![CDATA[Putin&#8217;s &amp; Kerry's <b>talks</b>]]></title>"
            + "<description>They met.</description></item></channel></rss>";
    assertThat(first(item).title()).isEqualTo("Putin’s & Kerry's talks");
    assertThat(first(item).publisher()).isEqualTo("Q&A");
    assertThat(
            first(
                    item.replace(
                        "<![CDATA[Putin&#8217;s &amp; Kerry's <b>talks</b>]]>",
                        "AT&amp;T: 1 &lt; 2"))
                .title())
        .isEqualTo("AT&T: 1 < 2");
    String atom =
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title type=\"text\">What &amp;lt;b&gt; means</title>"
            + "<content>They met.</content></entry></feed>";
    assertThat(first(atom).title()).isEqualTo("What &lt;b> means");
    assertThat(first(atom.replace("type=\"text\"", "type=\"html\"")).title())
        .isEqualTo("What <b> means");
  }

  @Test
  void theLinkOfAnItemIsItsPageInFull() {
    String rss =
        "<rss><channel><link>https://herald.test/</link><item><link>/a/1</link><description>They met.</description>"
            + "</item></channel></rss>";
    assertThat(first(rss).url()).isEqualTo("https://herald.test/a/1");
    assertThat(first(rss.replace("<link>/a/1</link>", "<guid>https://herald.test/p2</guid>")).url())
        .isEqualTo("https://herald.test/p2");
    assertThat(
            first(
                    rss.replace(
                        "<link>/a/1</link>", "<guid isPermaLink=\"false\">https://x.test/</guid>"))
                .url())
        .isNull();
    String atom =
        "<feed xml:base=\"https://herald.test/base/\"><entry><link rel=\"replies\" href=\"r\"/><link rel=\"alternate\""
            + " href=\"e1\"/><content>They met.</content></entry></feed>";
    assertThat(first(atom).url()).isEqualTo("https://herald.test/base/e1");
    assertThat(
            first(
                    "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":1,\"url\":\"j\",\"content_text\":\"They met.\"}]}")
                .url())
        .isEqualTo("https://herald.test/news/j");
  }

  @Test
  void aBrokenFeedIsSaid() {
    assertThat(only(read("f", bytes("<rss><channel></channel></rss>"))).problems()).hasSize(1);
    assertThat(
            only(read("f", bytes("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[")))
                .problems())
        .hasSize(1);
  }

  @Test
  void aPageMayDeclareAWrongCharset() {
    String html =
        "<html><head><meta charset='utf-8'></head><body><p>Café à Umbar</p></body></html>";
    Item item = only(read("a.html", html.getBytes(StandardCharsets.ISO_8859_1)));

    assertThat(item.document().content()).isEqualTo("Café à Umbar");
    assertThat(item.problems()).extracting(Problem::kind).containsExactly(Problem.Kind.CHARSET);
  }

  @Test
  void aPageIsReadInTheCharsetItDeclares() {
    String html =
        "<html><head><meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>"
            + "</head><body><p>Гондор молчит</p></body></html>";
    Item item =
        only(read("a.html", html.getBytes(java.nio.charset.Charset.forName("windows-1251"))));

    assertThat(item.document().content()).isEqualTo("Гондор молчит");
    assertThat(item.problems()).isEmpty();
  }

  private static String warc() {
    return record("warcinfo", "application/warc-fields", "software: x\r\n")
        + response("http://arnor.example/1", "200 OK", "text/html", "<p>Arnor voted.</p>")
        + response("http://arnor.example/2", "404 Not Found", "text/html", "<p>None.</p>")
        + response("http://arnor.example/3", "200 OK", "image/png", "PNG")
        + response("http://arnor.example/4", "200 OK", "text/plain", "Gondor waited.");
  }

  private static String response(String url, String status, String type, String body) {
    String http =
        "HTTP/1.1 "
            + status
            + "\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    return record("response\r\nWARC-Target-URI: " + url, "application/http;msgtype=response", http);
  }

  private static String record(String type, String contentType, String block) {
    return "WARC/1.0\r\nWARC-Type: "
        + type
        + "\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-"
        + "000000000001>\r\nWARC-Date: 2013-05-07T00:00:00Z\r\nContent-Type: "
        + contentType
        + "\r\nContent-Length: "
        + block.length()
        + "\r\n\r\n"
        + block
        + "\r\n\r\n";
  }
}
