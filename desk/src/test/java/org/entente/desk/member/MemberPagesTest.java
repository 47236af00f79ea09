package org.entente.desk.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.entente.desk.Browser;
import org.entente.desk.Desk;
import org.entente.desk.TestDesk;
import org.entente.desk.Visitor;
import org.entente.store.Block;
import org.entente.store.Comments;
import org.entente.store.Content;
import org.entente.store.Drafts;
import org.entente.store.Member;
import org.entente.store.Members;
import org.entente.store.Post;
import org.entente.store.Post.CommentMode;
import org.entente.store.Quoted;
import org.entente.store.Role;
import org.entente.store.Store;
import org.entente.store.Tickets;
import org.entente.text.Evidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages about members: axe-core finds nothing serious, and nothing is wider than a phone. */
class MemberPagesTest {
  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void axeFindsNothingSerious(ColorScheme scheme) throws Exception {
    try (Desk desk = TestDesk.fresh();
        BrowserContext profile = Browser.profile(true, scheme)) {
      Talk talk = Talk.below(desk, CommentMode.OPEN);
      Visitor administrator = Visitor.signedIn(desk, "Head", Role.ADMINISTRATOR);
      long comment =
          Talk.key(talk.say(administrator, "Words, with a [link](https://example.org)."));
      Talk held = Talk.below(desk, CommentMode.HELD);
      held.say(Visitor.letIn(desk, "Waiting"), "Please.");
      String clips = clips(desk);
      new Comments(TestDesk.store(desk))
          .report(
              new Members(TestDesk.store(desk)).bySignIn("Waiting").orElseThrow(), comment, "Hm.");
      Page page = profile.newPage();
      List<String> outside =
          List.of(
              "/sign-in",
              "/sign-in/link",
              "/join",
              "/join/" + invitation(desk),
              "/unsubscribe/r1.x",
              "/posts",
              clips,
              talk.path());
      look(page, desk, outside);
      page.navigate(desk.address() + "sign-in");
      page.fill("[name=who]", "Head");
      page.fill("[name=password]", Visitor.PASSWORD);
      page.click("main button:has-text('Sign in')");
      String one = "/comments/" + comment;
      look(
          page,
          desk,
          List.of(
              talk.path(),
              "/account",
              "/account/erase",
              "/members",
              "/moderation",
              "/moderation/" + comment,
              "/acts",
              one + "/reply",
              one + "/edit",
              one + "/delete",
              one + "/report",
              clips,
              clips + "/comments/clip-2"));
    }
  }

  private static String invitation(Desk desk) {
    return new Tickets(TestDesk.store(desk))
        .make(
            new Tickets.Asked(
                Tickets.Purpose.INVITATION, null, Role.MEMBER, "", Duration.ofDays(1), 1));
  }

  /** A review whose clip two members talk about, one of them about words that have left it. */
  private static String clips(Desk desk) {
    Store store = TestDesk.store(desk);
    Member author = Visitor.member(desk, "Clipping", Role.CONTRIBUTOR);
    String text = "Arnor urged Gondor to open\nthe northern road.\n\nGondor said nothing.";
    Block.Source source =
        new Block.Source("The northern road", "Osgiliath Post", null, "7 May 2013", null);
    Block.Clip clip = new Block.Clip(source, Evidence.hash(text), 0, text, false);
    Content content =
        new Content("Roads", List.of("arnor"), List.of(new Block.Prose("Is it *rare*?"), clip));
    Drafts drafts = new Drafts(store);
    Post post = drafts.publish(drafts.begin(author, content, CommentMode.OPEN), "");
    Quoted.Source named = new Quoted.Source(clip.sha256(), "“The northern road”, Osgiliath Post");
    Quoted.Source gone = new Quoted.Source(Evidence.hash("x"), "“The southern road”, Umbar News");
    for (Quoted about :
        List.of(
            new Quoted("clip-2", 19, 44, text.substring(19, 44), named),
            new Quoted("clip-2", 0, text.length(), text, named),
            new Quoted("clip-3", 0, 19, "words that have left", gone))) {
      new Comments(store)
          .add(
              author,
              new Comments.Said(
                  post.id(), null, about, "Which road is *that*?", UUID.randomUUID().toString()));
    }
    return "/posts/" + post.address();
  }

  /** At a phone's width, and by axe. */
  static void look(Page page, Desk desk, List<String> paths) throws IOException {
    page.setViewportSize(390, 800);
    for (String path : paths) {
      page.navigate(desk.address().resolve(path).toString());
      assertThat(page.evaluate("document.documentElement.scrollWidth"))
          .as(path + " is as wide as a phone")
          .isEqualTo(390);
      page.evaluate(axe());
      Object serious =
          page.evaluate(
              "axe.run().then(r => r.violations.filter(v => ['serious','critical'].includes(v.impact))"
                  + ".map(v => v.id + ' at ' + v.nodes.map(n => n.target)))");
      assertThat(serious).as(path).isEqualTo(List.of());
      pictures(page, path);
    }
  }

  /** {@code -Dpictures=FOLDER} keeps what it looks like. */
  private static void pictures(Page page, String path) {
    String folder = System.getProperty("pictures");
    if (folder != null) {
      Object dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches");
      String name = path.replaceAll("/(join|unsubscribe)/.+", "/$1-link").replaceAll("\\W+", "-");
      for (int width : new int[] {1024, 1600, 390}) {
        page.setViewportSize(width, 900);
        Path file =
            Path.of(folder, name + "-" + width + (dark.equals(true) ? "-dark" : "") + ".png");
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file));
      }
    }
  }

  private static String axe() throws IOException {
    try (InputStream in = Page.class.getClassLoader().getResourceAsStream("axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void whoIsSignedInSeesItsNameOnEveryPage() {
    try (Desk desk = TestDesk.fresh()) {
      Visitor visitor = Visitor.signedIn(desk, "Named One", Role.MEMBER);
      for (String path : List.of("/", "/posts", "/wire", "/account")) {
        assertThat(visitor.get(path).body()).contains("<a href=\"/account\">Named One</a>");
      }
      visitor.post("/account", "/sign-out", Map.of());
      assertThat(visitor.get("/").body()).contains("<a href=\"/sign-in\">Sign in</a>");
    }
  }
}
