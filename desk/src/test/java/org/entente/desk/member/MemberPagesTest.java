package org.entente.desk.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entente.desk.Browser;
import org.entente.desk.Desk;
import org.entente.desk.TestDesk;
import org.entente.desk.Visitor;
import org.entente.store.Post.CommentMode;
import org.entente.store.Role;
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
      Page page = profile.newPage();
      List<String> outside = List.of("/sign-in", "/sign-in/link", "/join", "/posts", talk.path());
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
              one + "/delete"));
    }
  }

  private static void look(Page page, Desk desk, List<String> paths) throws IOException {
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
