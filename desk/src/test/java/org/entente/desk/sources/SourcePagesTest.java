package org.entente.desk.sources;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.entente.desk.Browser;
import org.entente.desk.Desk;
import org.entente.desk.Outside;
import org.entente.desk.Receiver;
import org.entente.desk.TestDesk;
import org.entente.desk.Visitor;
import org.entente.desk.watch.MailSettings;
import org.entente.source.Fetch;
import org.entente.store.Feeds;
import org.entente.store.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcePagesTest {
  private static final String TEXT =
      "Moscow answers\n\nRussia condemned the United States on Tuesday over its plans.\n";

  @TempDir private static Path folder;
  private static Receiver server;
  private static Desk desk;
  private static Visitor ada;

  @BeforeAll
  static void start() {
    server = new Receiver();
    Fetch fetch = Fetch.allowing(InetAddress::isLoopbackAddress);
    desk = TestDesk.fresh(new Outside(fetch, MailSettings.NONE, folder, false));
    ada = Visitor.signedIn(desk, "Ada", Role.EDITOR);
  }

  @AfterAll
  static void stop() {
    desk.close();
    server.close();
  }

  private static String pasted(Map<String, String> form) {
    HttpResponse<String> answer = ada.post("/sources/paste", "/sources/paste", form);
    assertThat(answer.statusCode()).isEqualTo(303);
    return ada.get(answer.headers().firstValue("Location").orElseThrow()).body();
  }

  @Test
  void aPastedTextBecomesAnArticleAndItsNextVersionIsCompared() {
    Map<String, String> form =
        Map.of(
            "text",
            TEXT,
            "address",
            "https://gazette.example/1",
            "day",
            "2013-05-07",
            "title",
            "Moscow answers");
    assertThat(pasted(form)).contains("Moscow answers", "/article/");
    String changed = TEXT.replace("condemned", "praised");
    String shown = pasted(Map.of("text", changed, "address", "https://gazette.example/1"));

    assertThat(shown).contains("What changed in its text");
    String versions = shown.replaceAll("(?s).*href=\"(/versions/[0-9]+)\".*", "$1");
    assertThat(Visitor.at(desk).get(versions).body())
        .contains("<del>condemned</del><ins>praised</ins>");
    assertThat(Visitor.at(desk).get(versions + "?to=7").body()).contains("There is no version 7");
  }

  @Test
  void anAddressAloneIsReadByTheDeskAndAVanishedPageSaysSo() {
    server.put("/page", Receiver.Answer.of("text/html", "<h1>Talks</h1><p>" + TEXT + "</p>"));
    assertThat(pasted(Map.of("address", server.address() + "/page"))).contains("Talks");
    assertThat(pasted(Map.of("address", server.address() + "/vanished")))
        .contains("answered with status 404")
        .doesNotContain("Exception");
    assertThat(ada.post("/sources/paste", "/sources/paste", Map.of("text", " ")).body())
        .contains("Paste a text or a page, or name the address of one.");
    assertThat(
            ada.post("/sources/paste", "/sources/paste", Map.of("address", "javascript:alert(1)"))
                .body())
        .contains("is no address that can be read");
  }

  @Test
  void aFileIsUploadedInTheBrowserWithoutScripts() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      String line =
          "{\"id\":\"up-1\",\"date\":\"2013-05-07\",\"title\":\"Uploaded\",\"text\":\"%s\"}\n";
      out.write(line.formatted(TEXT.replace("\n", " ")).getBytes(StandardCharsets.UTF_8));
      out.write("{not json\n{\"id\":\"up-2\"}\n".getBytes(StandardCharsets.UTF_8));
    }
    try (Page page = Browser.signedIn(desk, "Ada", false)) {
      page.navigate(desk.address() + "sources");
      page.locator("form[action='/sources/upload'] input[type=file]")
          .setInputFiles(
              new FilePayload("../../news.jsonl.gz", "application/gzip", packed.toByteArray()));
      page.press("form[action='/sources/upload'] button", "Enter");
      page.waitForURL("**/sources/intake/*");

      assertThat(page.locator("h1").textContent()).isEqualTo("news.jsonl.gz");
      assertThat(page.locator("main").textContent())
          .contains("Uploaded")
          .contains("news.jsonl.gz:2: is not JSON")
          .contains("news.jsonl.gz:3:");
    }
  }

  @Test
  void feedsGoInAndOutAsOpml() throws Exception {
    String opml =
        """
        <?xml version="1.0"?><!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]>
        <opml version="2.0"><body><outline text="Papers">
        <outline type="rss" text="Gazette &amp; Co &x;" xmlUrl="https://gazette.example/feed"/>
        <outline type="rss" text="Not ours" xmlUrl="javascript:alert(1)"/>
        </outline></body></opml>
        """;
    try (Page page = Browser.signedIn(desk, "Ada", false)) {
      page.navigate(desk.address() + "sources");
      page.locator("form[action='/sources/opml'] input[type=file]")
          .setInputFiles(
              new FilePayload("f.opml", "text/xml", opml.getBytes(StandardCharsets.UTF_8)));
      page.press("form[action='/sources/opml'] button", "Enter");
      page.waitForURL("**/sources");
      assertThat(page.locator("table.feeds").textContent()).contains("Gazette & Co");
    }
    String written = ada.get("/sources/feeds.opml").body();
    assertThat(Opml.read(written))
        .extracting(Opml.Entry::address)
        .contains("https://gazette.example/feed");
    assertThat(written).doesNotContain("root:", "javascript:");
  }

  @Test
  void aFeedIsAddedStoppedAndTakenOut() {
    String address = server.address() + "/feed";
    assertThat(ada.post("/sources", "/sources/feeds", Map.of("address", address)).statusCode())
        .isEqualTo(303);
    Feeds feeds = new Feeds(TestDesk.store(desk));
    long id =
        feeds.all().stream()
            .filter(f -> f.address().equals(address))
            .findFirst()
            .orElseThrow()
            .id();
    ada.post("/sources", "/sources/feeds/" + id, Map.of("do", "stop"));
    assertThat(feeds.feed(id).orElseThrow().active()).isFalse();
    ada.post("/sources", "/sources/feeds/" + id, Map.of("do", "remove"));
    assertThat(feeds.feed(id)).isEmpty();
    assertThat(ada.post("/sources", "/sources/feeds/" + id, Map.of("do", "read")).body())
        .contains("There is no feed");
    assertThat(ada.post("/sources", "/sources/feeds", Map.of("address", "ftp://x.example/")).body())
        .contains("begins with http:// or https://");
  }

  @Test
  void thePageSaysWhatMovedAndWhatIsDouble() throws Exception {
    byte[] feed =
        "<rss><channel><title>The Moving Gazette</title></channel></rss>"
            .getBytes(StandardCharsets.UTF_8);
    server.put("/there", new Receiver.Answer(200, Map.of("Content-Type", "text/xml"), feed));
    for (String old : new String[] {"/once", "/later"}) {
      server.put(old, new Receiver.Answer(301, Map.of("Location", "/there"), new byte[0]));
      Map<String, String> form = Map.of("address", server.address() + old);
      assertThat(ada.post("/sources", "/sources/feeds", form).statusCode()).isEqualTo(303);
      waitFor(old.equals("/once") ? "moved from" : "which is a source already");
    }
    String page = ada.get("/sources").body();
    assertThat(page)
        .contains("moved from " + server.address() + "/once on ")
        .contains("It has moved for good to " + server.address() + "/there")
        .contains(">moved</span> <span class=\"tag\">stopped</span>");
    assertThat(ada.get("/sources/feeds.opml").body()).contains(server.address() + "/there");
  }

  private static void waitFor(String words) throws InterruptedException {
    for (int i = 0; i < 200 && !ada.get("/sources").body().contains(words); i++) {
      Thread.sleep(50);
    }
    assertThat(ada.get("/sources").body()).contains(words);
  }
}
