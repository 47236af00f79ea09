package org.entente.desk.sources;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.desk.Browser;
import org.entente.desk.Desk;
import org.entente.desk.Outside;
import org.entente.desk.Receiver;
import org.entente.desk.TestDesk;
import org.entente.desk.Visitor;
import org.entente.desk.watch.MailSettings;
import org.entente.source.Fetch;
import org.entente.store.Feeds;
import org.entente.store.Query;
import org.entente.store.Reviews;
import org.entente.store.Role;
import org.entente.store.Store;
import org.entente.store.StoredArticle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The corpus of xss.txt, in every field of a feed and in what is pasted: nothing of it is executed,
 * even in a browser that does not keep the content policy.
 */
@Tag("slow")
class SafePagesTest {
  /** What an attack would call, and what of the page only the desk itself may make. */
  private static final String WATCH =
      "for (const f of ['alert', 'msgbox']) window[f] = () => { window.top.executed = true; };";

  private static final String FOREIGN =
      """
      () => {
        const wrong = [];
        for (const e of document.querySelectorAll('*')) {
          for (const a of e.attributes) {
            if (/^on/i.test(a.name) || a.name === 'style' || a.name === 'srcdoc') wrong.push(e.outerHTML);
            if (/^(href|src|action|formaction|data|xlink:href)$/i.test(a.name)
                && /^\\s*(javascript|data|vbscript):/i.test(a.value.replace(/[\\t\\n\\r]/g, ''))
                && !a.value.startsWith('javascript:(()=>{const p=')) wrong.push(e.outerHTML);
          }
        }
        for (const e of document.querySelectorAll('iframe, object, embed, base, frame, style, script:not([src^="/assets/"])')) wrong.push(e.outerHTML);
        return wrong.map(w => w.slice(0, 200));
      }
      """;

  @TempDir private Path folder;

  private static List<String> corpus() throws IOException {
    try (InputStream in = SafePagesTest.class.getResourceAsStream("xss.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static String feed(List<String> corpus) {
    ObjectNode feed = JsonMapper.shared().createObjectNode();
    feed.put("version", "https://jsonfeed.org/version/1.1").put("title", corpus.getFirst());
    ArrayNode items = feed.putArray("items");
    for (int i = 0; i < corpus.size(); i++) {
      String attack = corpus.get(i);
      ObjectNode item = items.addObject();
      item.put("id", "urn:" + i + ":" + attack).put("title", "Case " + i + " " + attack);
      item.put("url", i % 2 == 0 ? "javascript:alert(1)" : attack);
      item.putArray("authors").addObject().put("name", attack);
      item.put("date_published", "2013-05-07T10:00:00Z");
      item.put(
          "content_html",
          "<h1>Case "
              + i
              + "</h1><p>Russia condemned the United States on Tuesday, number "
              + i
              + ", over "
              + attack
              + "</p><p>France praised Germany for it in Berlin.</p>");
    }
    return feed.toString();
  }

  @Test
  void nothingOfTheCorpusIsExecuted() throws Exception {
    List<String> corpus = corpus();
    assertThat(corpus).hasSizeGreaterThanOrEqualTo(100).doesNotHaveDuplicates();
    Fetch fetch = Fetch.allowing(InetAddress::isLoopbackAddress);
    Outside outside = new Outside(fetch, MailSettings.NONE, folder, false);
    try (Receiver server = new Receiver();
        Desk desk = TestDesk.fresh(outside)) {
      Store store = TestDesk.store(desk);
      server.put("/feed", Receiver.Answer.of("application/feed+json", feed(corpus)));
      long id = new Feeds(store).add(server.address() + "/feed", null, false, "Ada");
      try (Intake intake = new Intake(store, () -> {});
          FeedReading reading = new FeedReading(store, intake, fetch)) {
        assertThat(reading.read(new Feeds(store).feed(id).orElseThrow())).isGreaterThan(100);
      }
      visit(desk, paths(desk, store, corpus));
    }
  }

  private static List<String> paths(Desk desk, Store store, List<String> corpus) {
    Visitor ada = Visitor.signedIn(desk, "Ada", Role.EDITOR);
    List<String> paths = new ArrayList<>(List.of("/", "/wire", "/sources", "/review", "/checks"));
    String all = String.join("\n\n", corpus);
    for (String text : List.of(all, "Another beginning.\n\n" + all)) {
      String shown =
          ada.post(
                  "/sources/paste",
                  "/sources/paste",
                  Map.of("text", text, "address", "https://x.example/a", "title", corpus.get(1)))
              .headers()
              .firstValue("Location")
              .orElseThrow();
      paths.add(shown);
    }
    long last = store.articles(Query.ALL.withPage(1, 0)).getFirst().document();
    paths.add("/versions/" + last);
    ada.post("/watches", "/watches", Map.of("name", corpus.get(2), "words", corpus.get(3)));
    paths.add("/watches");
    for (StoredArticle article : store.articles(Query.ALL.withWords("Case").withPage(300, 0))) {
      paths.add("/article/" + article.id());
    }
    new Reviews(store).queue(Reviews.Order.RARE, 5).forEach(e -> paths.add("/review/" + e.id()));
    assertThat(paths).hasSizeGreaterThan(110);
    return paths;
  }

  private static void visit(Desk desk, List<String> paths) {
    NewContextOptions open = new NewContextOptions().setBypassCSP(true);
    try (BrowserContext profile = Browser.profile(open)) {
      profile.addInitScript(WATCH);
      Page page = profile.newPage();
      Browser.signIn(page, desk, "Ada");
      for (String path : paths) {
        page.navigate(desk.address().resolve(path).toString());
        assertThat(page.evaluate("() => window.executed === true")).as(path).isEqualTo(false);
        assertThat((List<?>) page.evaluate(FOREIGN)).as(path).isEmpty();
        assertThat(page.url()).as(path).contains(desk.address().getAuthority());
      }
    }
  }
}
