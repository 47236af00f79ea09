package org.entente.desk.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.desk.Browser;
import org.entente.desk.Desk;
import org.entente.desk.OpenIdSettings;
import org.entente.desk.Outside;
import org.entente.desk.Receiver;
import org.entente.desk.TestDesk;
import org.entente.desk.Visitor;
import org.entente.desk.watch.MailSettings;
import org.entente.source.Fetch;
import org.entente.store.Role;
import org.entente.store.Tickets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in by the word of an issuer: who is let in, and what word is not believed. */
class OpenIdTest {
  private static final Pattern AWAY = Pattern.compile("href=\"([^\"]+)\">Go on<");

  @TempDir private static Path folder;
  private static Issuer issuer;
  private static Desk desk;

  @BeforeAll
  static void open() {
    issuer = new Issuer();
    desk = deskOf(issuer);
  }

  private static Desk deskOf(Issuer known) {
    Path mails = folder.resolve("mail");
    return TestDesk.fresh(
        new Outside(Fetch.standard(), MailSettings.NONE, mails, false, known.settings()));
  }

  @AfterAll
  static void close() {
    desk.close();
    issuer.close();
  }

  /** What a browser is led to the issuer with. */
  private static Map<String, String> asked(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(303);
    return asked(answer.headers().firstValue("Location").orElseThrow());
  }

  private static Map<String, String> asked(String address) {
    assertThat(address).startsWith(issuer.address() + "/authorize?");
    Map<String, String> asked = new HashMap<>();
    for (String part : URI.create(address).getRawQuery().split("&")) {
      int equals = part.indexOf('=');
      asked.put(
          part.substring(0, equals),
          URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return asked;
  }

  private static Map<String, Object> somebody(
      Map<String, String> asked, String subject, String mail) {
    Map<String, Object> claims = issuer.claims(String.valueOf(asked.get("nonce")));
    claims.put("sub", subject);
    claims.put("email", mail);
    claims.put("name", "Known Elsewhere");
    return claims;
  }

  private static HttpResponse<String> back(Visitor visitor, Map<String, String> asked) {
    return visitor.get("/sign-in/openid/back?code=a-code&state=" + asked.get("state"));
  }

  private static HttpResponse<String> comes(Visitor visitor, String subject, String mail) {
    Map<String, String> asked = asked(visitor.get("/sign-in/openid"));
    issuer.says(somebody(asked, subject, mail));
    return back(visitor, asked);
  }

  private static boolean signedIn(Visitor visitor) {
    return visitor.get("/account").statusCode() == 200;
  }

  private static String to(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  @Test
  void aMemberComesInByAnAddressThatBothHaveProved() throws Exception {
    Visitor.letIn(desk, "Ada Heron"); // whose link proved the address
    Visitor visitor = Visitor.at(desk);
    assertThat(visitor.get("/sign-in").body()).contains("Sign in with localhost");
    Map<String, String> asked = asked(visitor.get("/sign-in/openid?next=%2Fposts"));
    assertThat(asked)
        .containsEntry("response_type", "code")
        .containsEntry("client_id", Issuer.CLIENT)
        .containsEntry("code_challenge_method", "S256");
    assertThat(asked.get("scope")).contains("openid", "email");
    assertThat(asked.get("redirect_uri")).endsWith("/sign-in/openid/back");
    issuer.says(somebody(asked, "s-ada", "ADA.heron@example.org"));
    assertThat(to(back(visitor, asked))).isEqualTo("/posts");
    assertThat(visitor.get("/account").body()).contains("Ada Heron");
    Receiver.Got token =
        issuer.got().stream().filter(g -> g.path().equals("/token")).toList().getLast();
    assertThat(token.header("Authorization")).startsWith("Basic ");
    Matcher verifier = Pattern.compile("code_verifier=([^&]+)").matcher(token.body());
    assertThat(verifier.find()).isTrue();
    byte[] hash =
        MessageDigest.getInstance("SHA-256")
            .digest(verifier.group(1).getBytes(StandardCharsets.US_ASCII));
    assertThat(Issuer.coded(hash)).isEqualTo(asked.get("code_challenge"));
    assertThat(back(visitor.twin(), asked).statusCode()).as("answered once").isEqualTo(400);
  }

  @Test
  void noWordIsBelievedThatIsNotForThisDeskAndNow() {
    Visitor.letIn(desk, "Bea Stork");
    Map<String, Consumer<Map<String, Object>>> wrong = new LinkedHashMap<>();
    wrong.put("another nonce", c -> c.put("nonce", "another"));
    wrong.put("no nonce", c -> c.remove("nonce"));
    wrong.put("another audience", c -> c.put("aud", "another desk"));
    wrong.put("another issuer", c -> c.put("iss", "https://elsewhere.example"));
    wrong.put("over", c -> c.putAll(Map.of("iat", 1_000_000_000L, "exp", 1_000_000_600L)));
    wrong.put("of nobody", c -> c.remove("sub"));
    wrong.forEach((why, change) -> {
      Visitor visitor = Visitor.at(desk);
      Map<String, String> asked = asked(visitor.get("/sign-in/openid"));
      Map<String, Object> claims = somebody(asked, "s-bea", "bea.stork@example.org");
      change.accept(claims);
      issuer.says(claims);
      assertThat(back(visitor, asked).statusCode()).as(why).isEqualTo(403);
      assertThat(signedIn(visitor)).as(why).isFalse();
    });
    assertThat(to(comes(Visitor.at(desk), "s-bea", "bea.stork@example.org")))
        .as("all of them right")
        .isEqualTo("/");
  }

  @Test
  void noTokenIsBelievedThatTheIssuerDidNotSign() {
    Visitor.letIn(desk, "Cleo Egret");
    Visitor visitor = Visitor.at(desk);
    Map<String, String> asked = asked(visitor.get("/sign-in/openid"));
    issuer.says(somebody(asked, "s-cleo", "cleo.egret@example.org"), Issuer.keys());
    assertThat(back(visitor, asked).statusCode()).isEqualTo(403);
    asked = asked(visitor.get("/sign-in/openid"));
    issuer.says(Issuer.unsigned(somebody(asked, "s-cleo", "cleo.egret@example.org")));
    assertThat(back(visitor, asked).statusCode()).isEqualTo(403);
    assertThat(signedIn(visitor)).isFalse();
  }

  @Test
  void anAnswerIsOfTheBrowserThatAsked() {
    Visitor.letIn(desk, "Dora Ibis");
    Visitor visitor = Visitor.at(desk);
    Map<String, String> asked = asked(visitor.get("/sign-in/openid"));
    issuer.says(somebody(asked, "s-dora", "dora.ibis@example.org"));
    assertThat(back(Visitor.at(desk), asked).statusCode()).isEqualTo(400);
    Map<String, String> forged = new HashMap<>(asked);
    forged.put("state", "another");
    assertThat(back(visitor, forged).statusCode()).isEqualTo(403);
    assertThat(signedIn(visitor)).isFalse();
    Map<String, String> again = asked(visitor.get("/sign-in/openid"));
    HttpResponse<String> refused =
        visitor.get("/sign-in/openid/back?error=access_denied&state=" + again.get("state"));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("did not say who you are");
  }

  @Test
  void whoIsNoMemberIsLedToAskingToJoin() {
    Visitor unknown = Visitor.at(desk);
    HttpResponse<String> answer = comes(unknown, "s-unknown", "unknown@example.org");
    assertThat(to(answer)).isEqualTo("/join?from=elsewhere");
    assertThat(unknown.get("/join?from=elsewhere").body())
        .contains("Nobody here is known by that account", "Ask to join");
    assertThat(signedIn(unknown)).isFalse();
  }

  @Test
  void anAddressThatIsNotProvedLetsNobodyIn() {
    Visitor.letIn(desk, "Emil Crane");
    Visitor visitor = Visitor.at(desk);
    Map<String, String> asked = asked(visitor.get("/sign-in/openid"));
    Map<String, Object> claims = somebody(asked, "s-emil", "emil.crane@example.org");
    claims.put("email_verified", false);
    issuer.says(claims);
    assertThat(to(back(visitor, asked))).as("not there").isEqualTo("/join?from=elsewhere");
    Visitor.member(desk, "Fay Bittern", Role.ADMINISTRATOR);
    assertThat(to(comes(visitor, "s-fay", "fay.bittern@example.org")))
        .as("not here")
        .isEqualTo("/join?from=elsewhere");
    assertThat(signedIn(visitor)).isFalse();
  }

  private static String links(Visitor member, String subject) {
    String page = member.post("/account", "/account/openid", Map.of()).body();
    Matcher away = AWAY.matcher(page);
    assertThat(away.find()).as(page).isTrue();
    Map<String, String> asked = asked(away.group(1).replace("&amp;", "&"));
    issuer.says(somebody(asked, subject, "private@example.org"));
    return to(back(member, asked));
  }

  @Test
  void aMemberLinksAndUnlinksAnAccountElsewhere() {
    Visitor member = Visitor.signedIn(desk, "Gus Spoonbill", Role.MEMBER);
    assertThat(member.get("/account").body()).contains("Link my account there");
    assertThat(links(member, "s-gus")).isEqualTo("/account?said=linked");
    assertThat(member.get("/account").body()).contains("Unlink it");
    assertThat(member.get("/account/export").body()).contains("s-gus");
    Visitor elsewhere = Visitor.at(desk);
    assertThat(to(comes(elsewhere, "s-gus", "private@example.org"))).isEqualTo("/");
    assertThat(elsewhere.get("/account").body()).contains("Gus Spoonbill");
    Visitor another = Visitor.signedIn(desk, "Hal Dipper", Role.MEMBER);
    assertThat(links(another, "s-gus")).isEqualTo("/account?said=taken");
    member.post("/account", "/account/openid/remove", Map.of());
    assertThat(to(comes(Visitor.at(desk), "s-gus", "private@example.org")))
        .isEqualTo("/join?from=elsewhere");
  }

  @Test
  void whatAMemberLinkedIsForgottenWithIt() {
    Visitor member = Visitor.signedIn(desk, "Ida Gull", Role.MEMBER);
    links(member, "s-ida");
    member.post("/account/erase", "/account/erase", Map.of("password", Visitor.PASSWORD));
    assertThat(to(comes(Visitor.at(desk), "s-ida", "private@example.org")))
        .isEqualTo("/join?from=elsewhere");
  }

  @Test
  void aLinkIsMadeForWhoBeganItOnly() {
    Visitor member = Visitor.signedIn(desk, "Jo Avocet", Role.MEMBER);
    assertThat(member.post("/account/openid", Map.of(), "").statusCode()).isEqualTo(403);
    String page = member.post("/account", "/account/openid", Map.of()).body();
    Matcher away = AWAY.matcher(page);
    assertThat(away.find()).isTrue();
    Map<String, String> asked = asked(away.group(1).replace("&amp;", "&"));
    issuer.says(somebody(asked, "s-jo", "private@example.org"));
    Visitor other = Visitor.signedIn(desk, "Kim Curlew", Role.MEMBER);
    assertThat(back(other, asked).statusCode()).isEqualTo(400);
    assertThat(other.get("/account").body()).contains("Link my account there");
  }

  @Test
  void whoIsInvitedJoinsWithoutAPassword() {
    String ticket =
        new Tickets(TestDesk.store(desk))
            .make(
                new Tickets.Asked(
                    Tickets.Purpose.INVITATION, null, Role.MEMBER, "", Duration.ofDays(1), 1));
    Visitor invited = Visitor.at(desk);
    assertThat(invited.get("/join/" + ticket).body()).contains("Join with localhost");
    Map<String, String> asked = asked(invited.get("/join/" + ticket + "/openid"));
    issuer.says(somebody(asked, "s-lee", "lee@example.org"));
    assertThat(to(back(invited, asked))).isEqualTo("/join/" + ticket);
    assertThat(invited.get("/join/" + ticket).body())
        .contains("no password is needed", "Known Elsewhere", "lee@example.org");
    Map<String, String> form = Map.of("name", "Lee Plover", "mail", "lee@example.org");
    assertThat(to(invited.post("/join/" + ticket, "/join/" + ticket, form))).isEqualTo("/account");
    assertThat(signedIn(invited)).isTrue();
    Visitor again = Visitor.at(desk);
    assertThat(to(comes(again, "s-lee", "changed@example.org"))).isEqualTo("/");
    assertThat(again.get("/account").body()).contains("Lee Plover");
  }

  @Test
  void itsPagesHaveNoSeriousFaultAndLeadToTheIssuer() throws Exception {
    String ticket =
        new Tickets(TestDesk.store(desk))
            .make(
                new Tickets.Asked(
                    Tickets.Purpose.INVITATION, null, Role.MEMBER, "", Duration.ofDays(1), 1));
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      try (BrowserContext profile = Browser.profile(true, scheme)) {
        MemberPagesTest.look(
            profile.newPage(),
            desk,
            List.of("/sign-in", "/join?from=elsewhere", "/join/" + ticket));
      }
    }
    Visitor.member(desk, "Mia Rail", Role.MEMBER);
    Page page = Browser.signedIn(desk, "Mia Rail", true);
    try (BrowserContext profile = page.context()) {
      MemberPagesTest.look(page, desk, List.of("/account"));
      page.click("button:has-text('Link my account there')");
      page.click("a:has-text('Go on')");
      assertThat(page.url()).startsWith(issuer.address() + "/authorize?");
    }
  }

  @Test
  void whereNoIssuerIsNamedNothingIsThere() {
    Visitor reader = Visitor.at(TestDesk.address());
    assertThat(reader.get("/sign-in/openid").statusCode()).isEqualTo(404);
    assertThat(reader.get("/sign-in/openid/back?code=c&state=s").statusCode()).isEqualTo(404);
    assertThat(reader.get("/sign-in").body()).doesNotContain("openid");
  }

  @Test
  void anIssuerThatDoesNotAnswerIsOneSentence() {
    Issuer gone = new Issuer();
    try (Desk other = deskOf(gone)) {
      gone.close();
      HttpResponse<String> answer = Visitor.at(other).get("/sign-in/openid");
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("localhost did not say who you are");
      assertThat(Visitor.at(other).get("/join/a%20b%2F/openid").statusCode()).isBetween(400, 499);
    }
  }

  @Test
  void theIssuerIsAskedOnlyWhenSomebodyWantsToSignInByIt() {
    try (Issuer quiet = new Issuer();
        Desk other = deskOf(quiet)) {
      Visitor reader = Visitor.at(other);
      reader.get("/");
      reader.get("/sign-in");
      assertThat(quiet.got()).isEmpty();
      reader.get("/sign-in/openid");
      assertThat(quiet.got())
          .extracting(Receiver.Got::path)
          .containsOnly("/.well-known/openid-configuration");
    }
  }

  @Test
  void settingsSayWhatIsWrong() {
    assertThatThrownBy(() -> new OpenIdSettings(URI.create("http://example.org"), "c", "s"))
        .hasMessageContaining("https://");
    assertThatThrownBy(() -> new OpenIdSettings(URI.create("https://example.org"), "c", " "))
        .hasMessageContaining("secret");
    assertThat(new OpenIdSettings(URI.create("https://example.org"), "c", "hidden"))
        .asString()
        .doesNotContain("hidden");
  }
}
