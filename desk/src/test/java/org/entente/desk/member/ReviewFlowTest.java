package org.entente.desk.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.entente.desk.Browser;
import org.entente.desk.Desk;
import org.entente.desk.TestDesk;
import org.entente.desk.Visitor;
import org.entente.desk.publish.PressTest;
import org.entente.store.Role;
import org.junit.jupiter.api.Test;

/**
 * A pasted page becomes a published review on which an invited reader comments until muted: all of
 * it in a browser, with scripts and a passkey, and without scripts by password.
 */
class ReviewFlowTest {
  private static final String EDITOR = "Edna Editor";
  private static final String MODERATOR = "Mona Moderator";

  @Test
  void withAPasskey() throws Exception {
    try (Desk desk = TestDesk.fresh();
        BrowserContext profile = Browser.profile(true, ColorScheme.LIGHT)) {
      Flow flow = new Flow(desk, true);
      flow.importsEditsAndPublishes();
      Page reader = profile.newPage();
      authenticator(profile, reader);
      flow.readsAndCannotComment(reader);
      reader.navigate(flow.invites());
      reader.fill("[name=name]", "Nora Quist");
      reader.fill("[name=mail]", "nora@example.org");
      reader.click("button[value=passkey]");
      reader.click("button:has-text('Make a passkey')");
      reader.waitForSelector("strong:has-text('My device')");
      reader.click("text=Sign out");
      reader.navigate(flow.at(flow.path()));
      reader.click("#comments a:has-text('Sign in')");
      reader.click("text=Sign in with a passkey");
      reader.waitForURL("**" + flow.path());
      flow.commentsUntilMuted(reader, "Nora Quist");
    }
  }

  @Test
  void withoutScriptsByPassword() throws Exception {
    try (Desk desk = TestDesk.fresh();
        BrowserContext profile = Browser.profile(false, ColorScheme.LIGHT)) {
      Flow flow = new Flow(desk, false);
      flow.importsEditsAndPublishes();
      Page reader = profile.newPage();
      flow.readsAndCannotComment(reader);
      reader.navigate(flow.invites());
      reader.fill("[name=name]", "Olaf Brand");
      reader.fill("[name=mail]", "olaf@example.org");
      reader.fill("[name=password]", Visitor.PASSWORD);
      reader.click("main button:has-text('Join')");
      reader.click("text=Sign out");
      reader.navigate(flow.at(flow.path()));
      reader.click("#comments a:has-text('Sign in')");
      reader.fill("[name=who]", "Olaf Brand");
      reader.fill("[name=password]", Visitor.PASSWORD);
      reader.click("main button:has-text('Sign in')");
      assertThat(reader.url()).endsWith(flow.path());
      flow.commentsUntilMuted(reader, "Olaf Brand");
    }
  }

  /** A device of the browser's own that says yes. */
  private static void authenticator(BrowserContext profile, Page page) {
    CDPSession session = profile.newCDPSession(page);
    session.send("WebAuthn.enable");
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject asked = new JsonObject();
    asked.add("options", options);
    session.send("WebAuthn.addVirtualAuthenticator", asked);
  }

  /** What each of them does, in the order in which it happens. */
  private static final class Flow {
    private final Desk desk;
    private final boolean scripts;
    private String path = "";

    Flow(Desk desk, boolean scripts) {
      this.desk = desk;
      this.scripts = scripts;
      Visitor.member(desk, EDITOR, Role.EDITOR);
      Visitor.member(desk, MODERATOR, Role.MODERATOR);
    }

    String path() {
      return path;
    }

    /** A passkey needs a name, not a number; the desk is at both. */
    String at(String where) {
      return "http://localhost:" + desk.address().getPort() + where;
    }

    void importsEditsAndPublishes() throws Exception {
      Page page = Browser.signedIn(desk, EDITOR, scripts);
      try (BrowserContext profile = page.context()) {
        page.navigate(desk.address() + "drafts");
        page.click("summary:has-text('Paste a press review')");
        page.fill("[name=text]", PressTest.pasted());
        page.click("button:has-text('Make a draft')");
        page.fill("[name=title]", "Three pieces, one question");
        page.fill("[name=block-0]", "Three pieces that **do not** fit each other.");
        page.selectOption("[name=comments]", "HELD");
        page.click("p > button[value=save]");
        page.waitForSelector("[role=status]:has-text('Saved.')");
        page.check("[name=over]");
        page.click("button:has-text('Publish')");
        page.waitForSelector("[role=status]:has-text('Published.')");
        String preview = page.locator("a:has-text('Preview')").getAttribute("href");
        path = preview.replaceAll("\\?.*", "");
        assertThat(path).endsWith("/three-pieces-one-question");
      }
    }

    void readsAndCannotComment(Page page) {
      page.navigate(at(path));
      assertThat(page.textContent("h1")).isEqualTo("Three pieces, one question");
      assertThat(page.innerHTML("#lead")).contains("<strong>do not</strong>");
      // Three articles, each in one clip although the date of one parts its standfirst from its
      // body.
      assertThat(page.locator("figure.clip").count()).isEqualTo(3);
      assertThat(page.textContent("#comments-title")).isEqualTo("No comments");
      assertThat(page.textContent("#comments"))
          .contains("Only a member of this desk may post a comment.");
      assertThat(page.locator("textarea").count()).isZero();
      assertThat(page.locator(".talk .more").count()).isZero();
    }

    /** The moderator makes an invitation and hands on what the page shows. */
    String invites() {
      Page page = Browser.signedIn(desk, MODERATOR, scripts);
      try (BrowserContext profile = page.context()) {
        page.navigate(desk.address() + "members");
        page.click("button:has-text('Make an invitation')");
        String link = page.textContent("code.address");
        return at(link.substring(link.indexOf("/join/")));
      }
    }

    void commentsUntilMuted(Page page, String name) {
      String clip = page.locator("figure.clip").nth(1).getAttribute("id");
      String words = said(page, clip);
      page.click("#" + clip + " .talk .more");
      page.fill("[name=body]", "Is this *rare*?");
      page.fill("[name=quote]", words);
      page.click("text=Post the comment");
      assertThat(page.textContent(".said")).contains("waits for approval");
      assertThat(page.textContent("#comments-title")).isEqualTo("No comments");
      for (String feed : List.of("/comments.atom", "/comments.json")) {
        assertThat(Visitor.at(desk).get(feed).body()).doesNotContain("Is this");
      }
      moderates("moderation", "article.case >> text=Approve");
      page.navigate(at(path));
      assertThat(page.textContent("#comments-title")).isEqualTo("1 comment");
      assertThat(page.innerHTML(".thread .says")).contains("Is this <em>rare</em>?");
      assertThat(page.textContent("#" + clip + " a.talked")).isEqualTo(words);
      assertThat(page.getAttribute(".thread .about p a", "href")).isEqualTo("#" + clip);
      assertThat(page.textContent("#" + clip + " .talk")).contains("1 comment on this clip", name);
      for (String feed : List.of("/comments.atom", "/comments.json")) {
        assertThat(Visitor.at(desk).get(feed).body()).contains("Is this");
      }
      mutes(name);
      page.navigate(at(path));
      assertThat(page.textContent("#comments"))
          .contains("You may not comment until", "a cooling bath");
      assertThat(page.locator("textarea").count()).isZero();
      assertThat(page.locator(".talk .more").count()).isZero();
    }

    /** Five words of a clip. */
    private static String said(Page page, String clip) {
      String text = page.locator("#" + clip + " blockquote p").first().textContent();
      List<String> words = List.of(text.strip().split(" "));
      return String.join(" ", words.subList(1, 6));
    }

    private void moderates(String where, String button) {
      Page page = Browser.signedIn(desk, MODERATOR, scripts);
      try (BrowserContext profile = page.context()) {
        page.navigate(desk.address() + where);
        page.click(button);
        page.waitForSelector("text=Nothing waits.");
      }
    }

    private void mutes(String name) {
      Page page = Browser.signedIn(desk, MODERATOR, scripts);
      try (BrowserContext profile = page.context()) {
        page.navigate(desk.address() + "members");
        var row = page.locator("tr", new Page.LocatorOptions().setHasText(name));
        row.locator("summary").click();
        row.locator("[name=reason]").fill("a cooling bath");
        row.locator("text=Mute " + name).click();
        page.waitForSelector("tr:has-text('" + name + "') .tag:has-text('muted')");
      }
    }
  }
}
