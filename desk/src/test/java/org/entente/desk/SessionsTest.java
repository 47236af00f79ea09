package org.entente.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entente.store.MemberSessions;
import org.entente.store.Members;
import org.entente.store.Role;
import org.entente.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions are kept in the store: they outlive the desk, and the store alone lets nobody in. */
class SessionsTest {
  @TempDir private Path folder;
  private final MovableClock clock = new MovableClock();
  private String file = "";
  private Desk desk;

  @BeforeEach
  void open() {
    file = folder.resolve("desk.db").toString();
    Store.open(file).close();
    desk = start();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Desk start() {
    return Desk.start(DeskSettings.of(file).withPort(0), clock);
  }

  private void restart() {
    desk.close();
    desk = start();
  }

  private static boolean signedIn(Visitor visitor) {
    return visitor.get("/account").statusCode() == 200;
  }

  private static String key(Visitor visitor) {
    return Objects.requireNonNull(visitor.cookie(SessionKeys.COOKIE));
  }

  @Test
  void aSessionOutlivesTheDesk() {
    Visitor before = Visitor.signedIn(desk, "Ada Heron", Role.MEMBER);
    String token = before.token("/account");
    restart();
    Visitor visitor = before.at(desk.address());
    assertThat(signedIn(visitor)).isTrue();
    Map<String, String> form = Map.of("notices", "NONE");
    assertThat(visitor.post("/account/notices", form, token).statusCode())
        .as("a form that was open while the desk was started anew")
        .isEqualTo(200);
  }

  @Test
  void whatEndedStaysEndedInARestartedDesk() {
    Visitor out = Visitor.signedIn(desk, "Ada Heron", Role.MEMBER);
    Visitor thief = out.twin();
    out.post("/account", "/sign-out", Map.of());
    assertThat(out.cookie(SessionKeys.COOKIE)).isNull();
    Visitor changed = Visitor.signedIn(desk, "Bea Stork", Role.MEMBER);
    Visitor old = changed.twin();
    Map<String, String> form =
        Map.of("known", Visitor.PASSWORD, "password", "another row of herons");
    changed.post("/account", "/account/password", form);
    Visitor erased = Visitor.signedIn(desk, "Cleo Egret", Role.MEMBER);
    Visitor ghost = erased.twin();
    erased.post("/account/erase", "/account/erase", Map.of("password", Visitor.PASSWORD));
    restart();
    assertThat(signedIn(thief.at(desk.address()))).isFalse();
    assertThat(signedIn(old.at(desk.address()))).isFalse();
    assertThat(signedIn(ghost.at(desk.address()))).isFalse();
    assertThat(signedIn(changed.at(desk.address()))).isTrue();
  }

  @Test
  void aRoleHoldsAtOnceInEverySession() {
    Visitor visitor = Visitor.signedIn(desk, "Dora Ibis", Role.MODERATOR);
    Visitor.member(desk, "Chief", Role.ADMINISTRATOR);
    assertThat(visitor.get("/moderation").statusCode()).isEqualTo(200);
    Members members = new Members(TestDesk.store(desk));
    members.setRole(
        members.bySignIn("Chief").orElseThrow(),
        members.bySignIn("Dora Ibis").orElseThrow(),
        Role.MEMBER);
    restart();
    assertThat(visitor.at(desk.address()).get("/moderation").statusCode()).isEqualTo(403);
    assertThat(signedIn(visitor.at(desk.address()))).isTrue();
  }

  @Test
  void aSessionEndsUnused() {
    Visitor visitor = Visitor.signedIn(desk, "Emil Crane", Role.MEMBER);
    clock.move(MemberSessions.IDLE.plusMinutes(1));
    assertThat(signedIn(visitor)).isFalse();
  }

  @Test
  void aSessionEndsAlthoughItIsUsed() {
    Visitor visitor = Visitor.signedIn(desk, "Fay Bittern", Role.MEMBER);
    Duration step = Duration.ofHours(11);
    Duration gone = step;
    for (; gone.compareTo(MemberSessions.LONGEST) < 0; gone = gone.plus(step)) {
      clock.move(step);
      assertThat(signedIn(visitor)).as("after " + gone).isTrue();
    }
    clock.move(step);
    assertThat(signedIn(visitor)).as("after " + gone).isFalse();
  }

  @Test
  void theStoreAloneLetsNobodyIn() throws Exception {
    Visitor visitor = Visitor.signedIn(desk, "Gus Spoonbill", Role.ADMINISTRATOR);
    assertThat(signedIn(Visitor.with(desk, SessionKeys.COOKIE, key(visitor))))
        .as("the key does")
        .isTrue();
    List<String> rows = rows();
    assertThat(rows).hasSize(1);
    for (String stolen : rows.getFirst().split(" ")) {
      assertThat(signedIn(Visitor.with(desk, SessionKeys.COOKIE, stolen))).as(stolen).isFalse();
    }
    desk.close();
    for (String part : List.of("", "-wal")) {
      Path of = Path.of(file + part);
      if (Files.exists(of)) {
        assertThat(Files.readString(of, StandardCharsets.ISO_8859_1)).doesNotContain(key(visitor));
      }
    }
  }

  /** What the store keeps of sessions, as a thief reads it. */
  private List<String> rows() throws Exception {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT * FROM sessions ORDER BY began, hash")) {
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.add(found.getString(i));
        }
        rows.add(String.join(" ", row));
      }
    }
    return rows;
  }

  @Test
  void whatEndedIsForgotten() throws Exception {
    Visitor.signedIn(desk, "Hal Dipper", Role.MEMBER);
    Visitor ended = Visitor.signedIn(desk, "Ida Gull", Role.MEMBER);
    ended.post("/account", "/account/sessions", Map.of());
    Visitor gone = Visitor.signedIn(desk, "Jo Avocet", Role.MEMBER);
    gone.post("/account/erase", "/account/erase", Map.of("password", Visitor.PASSWORD));
    assertThat(rows()).hasSize(1);
    clock.move(MemberSessions.IDLE.plusMinutes(1));
    Visitor.signedIn(desk, "Kim Curlew", Role.MEMBER);
    assertThat(rows()).hasSize(1);
  }

  @Test
  void fewRequestsWrite() throws Exception {
    Visitor visitor = Visitor.signedIn(desk, "Lee Plover", Role.MEMBER);
    List<String> before = rows();
    clock.move(Duration.ofMinutes(20));
    assertThat(signedIn(visitor)).isTrue();
    assertThat(rows()).isEqualTo(before);
    clock.move(Duration.ofMinutes(20));
    assertThat(signedIn(visitor)).isTrue();
    assertThat(rows()).isNotEqualTo(before).hasSize(1);
  }

  @Test
  void readersLeaveNothing() throws Exception {
    for (String page : List.of("/", "/posts", "/wire", "/comments.atom")) {
      Visitor reader = Visitor.at(desk);
      assertThat(reader.get(page).headers().allValues("Set-Cookie")).as(page).isEmpty();
    }
    Visitor reader = Visitor.at(desk);
    reader.get("/sign-in");
    assertThat(reader.cookie()).doesNotContain(SessionKeys.COOKIE);
    Visitor.with(desk, SessionKeys.COOKIE, "made up").get("/posts");
    assertThat(rows()).isEmpty();
  }

  @Test
  void theMemberIsToldItsSessions() {
    Visitor visitor = Visitor.signedIn(desk, "Mia Rail", Role.MEMBER);
    assertThat(visitor.get("/account/export").body()).contains("\"sessions\"", "\"began\"");
    assertThat(visitor.get("/account/export").body()).doesNotContain(key(visitor));
  }

  @Test
  void theCookieIsOfThisDeskAlone() {
    Visitor.member(desk, "Nan Teal", Role.MEMBER);
    Visitor visitor = Visitor.at(desk);
    String set =
        visitor.signIn("Nan Teal", Visitor.PASSWORD).headers().allValues("Set-Cookie").stream()
            .filter(c -> c.startsWith(SessionKeys.COOKIE + "="))
            .findFirst()
            .orElseThrow();
    assertThat(set)
        .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
        .doesNotContain("Domain", "Max-Age", "Expires");
  }

  @Test
  void tokensAreOfTheirSession() {
    Visitor one = Visitor.signedIn(desk, "Ola Snipe", Role.MEMBER);
    Visitor other = Visitor.signedIn(desk, "Pat Knot", Role.MEMBER);
    Map<String, String> form = Map.of("notices", "NONE");
    assertThat(one.post("/account/notices", form, other.token("/account")).statusCode())
        .isEqualTo(403);
    assertThat(one.post("/account/notices", form, key(one)).statusCode()).isEqualTo(403);
  }
}
