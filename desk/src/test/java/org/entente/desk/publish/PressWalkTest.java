package org.entente.desk.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.desk.Browser;
import org.entente.desk.Desk;
import org.entente.desk.TestDesk;
import org.entente.desk.Visitor;
import org.entente.store.Block;
import org.entente.store.Content;
import org.entente.store.Drafts;
import org.entente.store.Member;
import org.entente.store.Members;
import org.entente.store.Post;
import org.entente.store.Role;
import org.entente.store.Topic;
import org.entente.store.Topics;
import org.entente.text.Evidence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A press review as it is written and read: seen by axe, and filled with hostile text. */
class PressWalkTest {
  private static Desk desk;

  @BeforeAll
  static void open() {
    desk = TestDesk.fresh();
    Visitor.member(desk, "Walking writer", Role.CONTRIBUTOR);
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  private static final String FAULTS =
      """
      async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}))
        .violations.filter(v => v.impact === 'serious' || v.impact === 'critical')
        .map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | '))
      """;

  @Test
  void composerAndReviewHaveNoSeriousFault() throws Exception {
    Page page = Browser.signedIn(desk, "Walking writer", false);
    String address;
    String composer;
    try (BrowserContext profile = page.context()) {
      page.navigate(desk.address() + "drafts");
      page.evaluate("document.querySelector('main details').open = true");
      page.fill("[name=text]", PressTest.pasted());
      page.click("button:has-text('Make a draft')");
      page.fill("[name=block-0]", "Three pieces that **do not** fit each other.");
      page.fill("[name=tags]", "Syria");
      page.click("p > button[value=save]");
      assertThat(page.locator("[role=status]").textContent()).isEqualTo("Saved.");
      page.fill("[name=one]", "Russia");
      page.fill("[name=other]", "United States");
      page.fill("[name=on]", "2013-05-07");
      page.click("button:has-text('Insert')");
      page.check("[name=over]");
      page.click("button:has-text('Publish')");
      composer = page.url();
      address = page.locator("a:has-text('Preview')").getAttribute("href").replaceAll("\\?.*", "");
      pictures(page, "composer");
    }
    try (BrowserContext anybody = Browser.profile(false, ColorScheme.LIGHT)) {
      Page reading = anybody.newPage();
      reading.navigate(desk.address() + address.substring(1));
      pictures(reading, "post");
    }
    assertThat(faults(List.of(composer, desk.address() + address.substring(1)))).isEmpty();
  }

  @Test
  void whatTheDeskFoundHasNoSeriousFaultInAReview() throws Exception {
    Visitor writer = Visitor.signedIn(desk, "Walking writer of claims", Role.CONTRIBUTOR);
    String draft = null;
    for (String asked :
        List.of(
            "kind=agreement&one=RUS&other=USA&by=week&on=2013-05-07",
            "kind=series&one=RUS&other=USA&by=week&on=2013-05-07",
            "kind=statements&speaker=Sergei+Lavrov&from=2013-05-01")) {
      Map<String, String> fields = new HashMap<>();
      for (String field : asked.split("&")) {
        fields.put(field.split("=")[0], field.split("=")[1].replace('+', ' '));
      }
      if (draft != null) {
        fields.put("draft", draft.replaceAll(".*/", ""));
      }
      var answer = writer.post("/insert?" + asked, "/insert", fields);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
      draft = answer.headers().firstValue("Location").orElseThrow().replaceAll("\\?.*", "");
    }
    writer.post(draft, draft + "/look", Map.of("note", "Is it fair?"));
    writer.post(draft, draft + "/publish", Map.of("over", "yes"));
    Post post =
        new Drafts(TestDesk.store(desk))
            .all(null).stream()
                .filter(p -> p.title().equals("Untitled review") && p.published() != null)
                .findFirst()
                .orElseThrow();
    Drafts drafts = new Drafts(TestDesk.store(desk));
    List<Block> blocks = drafts.latest(post).content().blocks();
    Content tagged = new Content("What was found", List.of("Syria"), blocks);
    Member claiming = new Members(TestDesk.store(desk)).byId(post.author()).orElseThrow();
    drafts.save(claiming, post, tagged, post.comments());
    drafts.publish(post, "A title and a tag.");
    Topics topics = new Topics(TestDesk.store(desk));
    Member editor = Visitor.member(desk, "Walking editor", Role.EDITOR);
    Topic topic =
        topics.add(
            editor,
            new Topic.Says(
                "The conference on Syria",
                "Who calls for it, who comes, **and what became of it**.",
                List.of("syria", "conference")));
    List<String> pages =
        List.of(
            "posts/" + post.address(),
            "drafts",
            draft.substring(1) + "/look",
            "article/311/clip?about=conference",
            "insert?kind=statements&speaker=Sergei+Lavrov&from=2013-05-01",
            "posts/topics/" + topic.address(),
            "insert?kind=series&one=RUS&other=USA&on=2013-05-07");
    Page page = Browser.signedIn(desk, "Walking writer", true);
    try (BrowserContext profile = page.context()) {
      for (int i = 0; i < 6; i++) {
        page.navigate(desk.address() + pages.get(i));
        pictures(page, "found-" + i);
      }
    }
    assertThat(faults(pages.stream().map(p -> desk.address() + p).toList())).isEmpty();
  }

  /** {@code -Dpictures=FOLDER} keeps what it looks like. */
  private static void pictures(Page page, String name) {
    String folder = System.getProperty("pictures");
    if (folder != null) {
      for (int width : new int[] {390, 1024, 1600}) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
          page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
          page.setViewportSize(width, 900);
          Path file = Path.of(folder, name + "-" + width + "-" + scheme + ".png");
          page.screenshot(new ScreenshotOptions().setFullPage(true).setPath(file));
        }
      }
    }
  }

  private static List<String> faults(List<String> addresses) throws Exception {
    List<String> faults = new ArrayList<>();
    Page page = Browser.signedIn(desk, "Walking writer", true);
    try (BrowserContext profile = page.context();
        InputStream in = PressWalkTest.class.getResourceAsStream("/axe.min.js")) {
      assertThat(in).as("axe.min.js").isNotNull();
      String axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String address : addresses) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
          page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
          page.navigate(address);
          page.evaluate(axe);
          if (page.evaluate(FAULTS) instanceof List<?> found) {
            found.forEach(f -> faults.add(address + " " + f));
          }
        }
      }
    }
    return faults;
  }

  private static final List<String> HOSTILE =
      List.of(
          "<script>fired()</script>",
          "</script><script>fired()</script>",
          "<img src=x onerror=fired()>",
          "\"><svg onload=fired()>",
          "'\"><iframe srcdoc='<script>parent.fired()</script>'></iframe>",
          "[x](javascript:fired())",
          "[x](java\tscript:fired())",
          "![x](x\"onerror=\"fired())",
          "<a href=\"javascript:fired()\">x</a>",
          "[x]: javascript:fired()\n\n[x]",
          "<javascript:fired()>",
          "`</code><script>fired()</script>`",
          "<!--><script>fired()</script>-->",
          "</textarea><script>fired()</script>",
          "</title><script>fired()</script>",
          "</blockquote></figure><script>fired()</script>",
          "<style>@import 'javascript:fired()'</style>",
          "<math><mtext></form><mglyph><style></math><img src onerror=fired()>",
          "${fired()} {{fired()}} <%= fired() %>",
          "[x](data:text/html,<script>fired()</script>)");

  @Test
  void nothingThatAnAuthorOrSourceSaysIsRun() {
    Member author = Visitor.member(desk, "Hostile writer", Role.CONTRIBUTOR);
    Drafts drafts = new Drafts(TestDesk.store(desk));
    List<String> paths = new ArrayList<>(List.of("posts", "drafts"));
    for (String text : HOSTILE) {
      String line = text.replaceAll("\\s+", " ");
      Block.Source source = new Block.Source(line, line, line, line, "javascript:fired()//" + line);
      Block.Clip clip = new Block.Clip(source, Evidence.hash(text), 0, text, false);
      Content content = new Content(line, List.of(line), List.of(new Block.Prose(text), clip));
      Post post = drafts.publish(drafts.begin(author, content, Post.CommentMode.OPEN), "");
      paths.add("posts/" + post.address());
      paths.add("drafts/" + post.id());
    }
    List<String> run = new ArrayList<>();
    Page page = Browser.signedIn(desk, "Hostile writer", true);
    try (BrowserContext profile = page.context()) {
      page.exposeFunction("fired", given -> run.add(page.url()));
      for (String path : paths) {
        page.navigate(desk.address() + path);
        assertThat(
                page.evaluate(
                    "document.querySelectorAll('main script, main iframe, main img, main style,"
                        + " main svg, a[href^=\"javascript\" i], a[href^=\"data\" i], main"
                        + " [onerror], main [onload]').length"))
            .as(path)
            .isEqualTo(0);
      }
    }
    assertThat(run).isEmpty();
  }
}
