package org.entente.desk.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.desk.Browser;
import org.entente.desk.Desk;
import org.entente.desk.TestDesk;
import org.entente.desk.Visitor;
import org.entente.store.Comment;
import org.entente.store.Comments;
import org.entente.store.Members;
import org.entente.store.Post.CommentMode;
import org.entente.store.Role;
import org.entente.store.Store;
import org.junit.jupiter.api.Test;

/** From an invitation to being muted, in a browser: by passkey, and without scripts by password. */
class ReviewFlowTest {
  @Test
  void byPasskey() {
    try (Desk desk = TestDesk.fresh();
        BrowserContext profile = Browser.profile(true, ColorScheme.LIGHT)) {
      Page page = profile.newPage();
      authenticator(profile, page);
      Story story = new Story(desk, page);
      story.readsAndCannotComment();
      page.navigate(story.invitation());
      page.fill("[name=name]", "Nora Quist");
      page.fill("[name=mail]", "nora@example.org");
      page.click("button[value=passkey]");
      page.click("button:has-text('Make a passkey')");
      page.waitForSelector("strong:has-text('My device')");
      page.click("text=Sign out");
      page.navigate(story.at("/sign-in?next=" + story.talk().path()));
      page.click("text=Sign in with a passkey");
      page.waitForURL("**" + story.talk().path());
      story.commentsUntilMuted("Nora Quist");
    }
  }

  @Test
  void withoutScriptsByPassword() {
    try (Desk desk = TestDesk.fresh();
        BrowserContext profile = Browser.profile(false, ColorScheme.LIGHT)) {
      Page page = profile.newPage();
      Story story = new Story(desk, page);
      story.readsAndCannotComment();
      page.navigate(story.invitation());
      page.fill("[name=name]", "Olaf Brand");
      page.fill("[name=mail]", "olaf@example.org");
      page.fill("[name=password]", Visitor.PASSWORD);
      page.click("main button:has-text('Join')");
      page.click("text=Sign out");
      page.navigate(story.at("/sign-in?next=" + story.talk().path()));
      page.fill("[name=who]", "Olaf Brand");
      page.fill("[name=password]", Visitor.PASSWORD);
      page.click("main button:has-text('Sign in')");
      assertThat(page.url()).endsWith(story.talk().path());
      story.commentsUntilMuted("Olaf Brand");
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

  private static final class Story {
    private final Desk desk;
    private final Page page;
    private final Talk talk;
    private final Visitor moderator;

    Story(Desk desk, Page page) {
      this.desk = desk;
      this.page = page;
      this.talk = Talk.below(desk, CommentMode.HELD);
      this.moderator = Visitor.signedIn(desk, "Mona Moderator", Role.MODERATOR);
    }

    Talk talk() {
      return talk;
    }

    /** A passkey needs a name, not a number; the desk is at both. */
    String at(String path) {
      return "http://localhost:" + URI.create(desk.address().toString()).getPort() + path;
    }

    String invitation() {
      Map<String, String> form = Map.of("role", "MEMBER", "uses", "1");
      String body = moderator.post("/members", "/members/invitations", form).body();
      Matcher link = Pattern.compile("/join/[\\w-]+").matcher(body);
      assertThat(link.find()).isTrue();
      return at(link.group());
    }

    void readsAndCannotComment() {
      page.navigate(at(talk.path()));
      assertThat(page.textContent("#comments-title")).isEqualTo("No comments");
      assertThat(page.textContent("#comments"))
          .contains("Only a member of this desk may post a comment.");
      assertThat(page.locator("textarea").count()).isZero();
    }

    void commentsUntilMuted(String name) {
      page.fill("[name=body]", "Is this *rare*?");
      page.fill("[name=quote]", "urged Gondor");
      page.click("text=Post the comment");
      assertThat(page.textContent(".said")).contains("waits for approval");
      assertThat(page.textContent("#comments-title")).isEqualTo("No comments");
      Store store = TestDesk.store(desk);
      Comment comment =
          new Comments(store).by(new Members(store).bySignIn(name).orElseThrow()).getFirst();
      String feed = "/comments.atom";
      assertThat(Visitor.at(desk).get(feed).body()).doesNotContain("Is this");
      moderator.post("/members", "/moderation/" + comment.id(), Map.of("act", "APPROVE"));
      page.navigate(at(talk.path()));
      assertThat(page.textContent("#comments-title")).isEqualTo("1 comment");
      assertThat(page.innerHTML(".thread .says")).contains("Is this <em>rare</em>?");
      assertThat(page.textContent(".thread .about")).contains("urged Gondor");
      assertThat(Visitor.at(desk).get(feed).body()).contains("Is this");
      moderator.post(
          "/members",
          "/members/" + comment.member() + "/mute",
          Map.of("days", "7", "reason", "a cooling bath"));
      page.navigate(at(talk.path()));
      assertThat(page.textContent("#comments"))
          .contains("You may not comment until", "a cooling bath");
      assertThat(page.locator("textarea").count()).isZero();
    }
  }
}
