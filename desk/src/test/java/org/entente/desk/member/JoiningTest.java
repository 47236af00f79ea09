package org.entente.desk.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.desk.Desk;
import org.entente.desk.TestDesk;
import org.entente.desk.Visitor;
import org.entente.store.Role;
import org.entente.store.Tickets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JoiningTest {
  private static Desk desk;

  @BeforeAll
  static void open() {
    desk = TestDesk.fresh();
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  private static HttpResponse<String> join(Visitor who, String path, String name) {
    return who.post(
        path, path, Map.of("name", name, "mail", "new@example.org", "password", Visitor.PASSWORD));
  }

  @Test
  void theFirstAdministratorJoinsOnceAndInvitesOthers() {
    try (Desk own = TestDesk.fresh()) {
      String first = own.firstAdministrator().orElseThrow().getPath();
      Visitor administrator = Visitor.at(own);
      assertThat(join(administrator, first, "Ada Heron").statusCode()).isEqualTo(303);
      assertThat(own.firstAdministrator()).isEmpty();
      assertThat(Visitor.at(own).get(first).statusCode()).isEqualTo(404);
      HttpResponse<String> made =
          administrator.post(
              "/members", "/members/invitations", Map.of("role", "EDITOR", "uses", "1"));
      assertThat(administrator.post("/members", "/members/1/role", Map.of("role", "MEMBER")).body())
          .contains("A desk needs an administrator");
      Matcher link = Pattern.compile("http://localhost:[0-9]+(/join/[\\w-]+)").matcher(made.body());
      assertThat(link.find()).isTrue();
      Visitor editor = Visitor.at(own);
      assertThat(editor.get(link.group(1)).body()).contains("You were invited as editor");
      assertThat(join(editor, link.group(1), "Ada heron").body()).contains("choose another");
      assertThat(join(editor, link.group(1), "Ben Stork").statusCode()).isEqualTo(303);
      assertThat(editor.get("/account").body()).contains("Ben Stork").contains("editor");
      assertThat(editor.get(link.group(1)).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void anInvitationThatWentAstrayIsTakenBack() {
    Visitor moderator = Visitor.signedIn(desk, "Careful Egret", Role.MODERATOR);
    Visitor administrator = Visitor.signedIn(desk, "Chief Egret", Role.ADMINISTRATOR);
    Map<String, String> asked = Map.of("role", "MEMBER", "uses", "1000", "note", "all of Rohan");
    String made = moderator.post("/members", "/members/invitations", asked).body();
    Map<String, String> more = Map.of("role", "EDITOR", "uses", "1", "note", "an editor");
    administrator.post("/members", "/members/invitations", more);
    Matcher link = Pattern.compile("http://localhost:[0-9]+(/join/[\\w-]+)").matcher(made);
    assertThat(link.find()).isTrue();
    String page = moderator.get("/members").body();
    assertThat(page).contains("all of Rohan", "an editor").doesNotContain(link.group(1));
    for (Tickets.Invitation one : new Tickets(TestDesk.store(desk)).invitations()) {
      String end = "/members/invitations/" + one.hash() + "/end";
      boolean member = one.role() == Role.MEMBER;
      assertThat(page.contains(end)).isEqualTo(member);
      assertThat(moderator.post("/members", end, Map.of()).statusCode())
          .isEqualTo(member ? 303 : 403);
      assertThat(administrator.post("/members", end, Map.of()).statusCode())
          .isEqualTo(member ? 404 : 303);
      assertThat(Visitor.at(desk).get("/join/" + one.hash()).statusCode()).isEqualTo(404);
    }
    assertThat(join(Visitor.at(desk), link.group(1), "Astray Egret").statusCode())
        .isNotEqualTo(303);
    assertThat(moderator.get("/acts").body()).contains("take back invite member", "all of Rohan");
  }

  @Test
  void nobodyJoinsUnderANameThatReadersTakeForAnothers() {
    Visitor.member(desk, "Mary Curlew", Role.MEMBER);
    Visitor moderator = Visitor.signedIn(desk, "Inviting Egret", Role.MODERATOR);
    String made =
        moderator
            .post("/members", "/members/invitations", Map.of("role", "MEMBER", "uses", "1"))
            .body();
    Matcher link = Pattern.compile("http://localhost:[0-9]+(/join/[\\w-]+)").matcher(made);
    assertThat(link.find()).isTrue();
    for (String name :
        new String[] {
          "Mary Curlew\u3164",
          "Mary Curlew\uFE0F",
          "Mary\u034F Curlew",
          "\u3164\u3164",
          "M\u0430ry Curlew",
          "Z\u0335\u0335\u0335\u0335x",
          "Mary Cur1ew",
          "Former Member"
        }) {
      assertThat(join(Visitor.at(desk), link.group(1), name).statusCode()).as(name).isEqualTo(422);
    }
    assertThat(join(Visitor.at(desk), link.group(1), "Марія Кульс").statusCode()).isEqualTo(303);
  }

  @Test
  void aModeratorInvitesMembersOnly() {
    Visitor moderator = Visitor.signedIn(desk, "Mod One", Role.MODERATOR);
    Map<String, String> form = Map.of("role", "ADMINISTRATOR", "uses", "1");
    assertThat(moderator.post("/members", "/members/invitations", form).statusCode())
        .isEqualTo(403);
  }

  @Test
  void signsInAndOut() {
    Visitor visitor = Visitor.signedIn(desk, "Cleo Egret", Role.MEMBER);
    assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
    Visitor thief = visitor.twin();
    assertThat(visitor.post("/account", "/sign-out", Map.of()).statusCode()).isEqualTo(303);
    assertThat(thief.get("/account").headers().firstValue("Location"))
        .contains("/sign-in?next=%2Faccount");
  }

  @Test
  void signingInChangesTheNumberOfTheSession() {
    Visitor.member(desk, "Dora Ibis", Role.MEMBER);
    Visitor visitor = Visitor.at(desk);
    visitor.get("/sign-in");
    String before = visitor.cookie();
    assertThat(before).isNotEmpty();
    visitor.signIn("dora  IBIS", Visitor.PASSWORD);
    assertThat(visitor.cookie()).isNotEqualTo(before);
    assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
  }

  @Test
  void aWrongPasswordAndAnUnknownNameGetTheSameAnswer() {
    Visitor.member(desk, "Emil Crane", Role.MEMBER);
    Visitor visitor = Visitor.at(desk);
    HttpResponse<String> wrong = visitor.signIn("Emil Crane", "not the password");
    HttpResponse<String> unknown = visitor.signIn("Emma Crane", "not the password");
    assertThat(wrong.statusCode()).isEqualTo(422).isEqualTo(unknown.statusCode());
    assertThat(plain(wrong)).isEqualTo(plain(unknown).replace("Emma", "Emil"));
  }

  private static String plain(HttpResponse<String> answer) {
    return answer.body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
  }

  @Test
  void aChangedPasswordEndsOtherSessions() {
    Visitor visitor = Visitor.signedIn(desk, "Fay Bittern", Role.MEMBER);
    Visitor other = visitor.twin();
    Map<String, String> form =
        Map.of("known", Visitor.PASSWORD, "password", "another row of herons");
    assertThat(visitor.post("/account", "/account/password", form).body()).contains("is changed");
    assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
    assertThat(other.get("/account").statusCode()).isEqualTo(303);
  }

  @Test
  void commonPasswordsAreRefused() {
    Visitor visitor = Visitor.signedIn(desk, "Gus Spoonbill", Role.MEMBER);
    for (String bad : new String[] {"password1", "Qwertyuiop", "aaaaaaaaaa", "gus spoonbill"}) {
      Map<String, String> form = Map.of("known", Visitor.PASSWORD, "password", bad);
      assertThat(visitor.post("/account", "/account/password", form).statusCode())
          .as(bad)
          .isEqualTo(422);
    }
  }

  @Test
  void goesOnOnlyWithinTheDesk() {
    Visitor.member(desk, "Hal Dipper", Role.MEMBER);
    for (String next :
        new String[] {
          "//evil.example", "https://evil.example", "/\\evil.example", "/%", "/account?a=%zz"
        }) {
      Visitor visitor = Visitor.at(desk);
      Map<String, String> form =
          Map.of("who", "Hal Dipper", "password", Visitor.PASSWORD, "next", next);
      assertThat(visitor.post("/sign-in", "/sign-in", form).headers().firstValue("Location"))
          .contains("/");
    }
  }
}
