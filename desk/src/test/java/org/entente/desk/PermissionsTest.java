package org.entente.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.store.MemberSessions;
import org.entente.store.Post;
import org.entente.store.Post.CommentMode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/**
 * Who may what, asked by HTTP of every row of the table of routes: a new route is asked by itself.
 * The tables in docs/security.md are what came out; {@code -Dmatrix=write} writes them anew.
 */
@Tag("slow")
class PermissionsTest {
  private static final Path DOCUMENT =
      Path.of(System.getProperty("entente.root")).resolve("docs/security.md");

  /** What each may, written down apart from the code that decides it. */
  private static final Map<Person, List<Access>> MAY =
      Map.of(
          Person.ANONYMOUS, List.of(Access.EVERYONE),
          Person.MUTED, List.of(Access.EVERYONE, Access.MEMBER),
          Person.MEMBER, List.of(Access.EVERYONE, Access.MEMBER),
          Person.CONTRIBUTOR, List.of(Access.EVERYONE, Access.MEMBER, Access.CONTRIBUTOR),
          Person.EDITOR, List.of(Access.EVERYONE, Access.MEMBER, Access.CONTRIBUTOR, Access.EDITOR),
          Person.MODERATOR, List.of(Access.EVERYONE, Access.MEMBER, Access.MODERATOR),
          Person.ADMINISTRATOR, List.of(Access.values()));

  private static Desk desk;
  private static MovableClock clock;
  private static Scene scene;

  @BeforeAll
  static void open() {
    clock = new MovableClock();
    desk = TestDesk.fresh(clock);
    scene = Scene.on(desk);
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  private List<Route> routes() {
    return desk.part(Routes.class).table();
  }

  @Test
  void everyRouteLetsInWhomItShould() throws Exception {
    List<String> table = new ArrayList<>();
    table.add("| | " + names(Stream.of(Person.values())) + " |");
    table.add("|---|" + "---|".repeat(Person.values().length));
    for (Route route : routes()) {
      List<String> cells = new ArrayList<>();
      for (Person person : Person.values()) {
        boolean let = letIn(scene.visitor(person), route);
        assertThat(let)
            .as(person + " at " + route.method() + " " + route.pattern())
            .isEqualTo(MAY.get(person).contains(route.access()));
        cells.add(let ? "yes" : "–");
      }
      table.add(
          "| `"
              + route.method()
              + " "
              + route.pattern()
              + "` | "
              + String.join(" | ", cells)
              + " |");
    }
    requireWritten("routes", table);
  }

  private boolean letIn(Visitor visitor, Route route) {
    desk.part(Entrance.class).limits().clear();
    String path = scene.path(route);
    HttpResponse<String> answer =
        route.method().equals(HttpMethod.GET)
            ? visitor.get(path)
            : visitor.post(path, Map.of(), visitor.token(scene.pageWithForm(visitor)));
    assertThat(answer.statusCode()).as(path).isLessThan(500).isNotEqualTo(429);
    return !refused(answer);
  }

  private static boolean refused(HttpResponse<String> answer) {
    return answer.statusCode() == 403
        || answer.headers().firstValue("Location").orElse("").startsWith("/sign-in?next=");
  }

  @Test
  void withoutATokenNothingIsWritten() {
    scene.gather();
    String before = scene.everything();
    for (Route route : routes()) {
      for (Person person : Person.values()) {
        Visitor visitor = scene.visitor(person);
        if (!route.method().equals(HttpMethod.GET)
            && !route.pattern().startsWith("/unsubscribe/")) {
          for (String token : new String[] {"", "forged", scene.tokenOfAnother()}) {
            assertThat(visitor.post(scene.path(route), Map.of(), token).statusCode())
                .as(person + " at " + route.pattern())
                .isEqualTo(403);
          }
        }
      }
    }
    assertThat(scene.everything()).isEqualTo(before);
  }

  @Test
  void readersOfHeadersOnlyAreAskedToo() {
    Visitor anonymous = scene.visitor(Person.ANONYMOUS);
    for (Route route : routes()) {
      if (route.method().equals(HttpMethod.GET) && route.access() != Access.EVERYONE) {
        assertThat(refused(anonymous.head(scene.path(route)))).as(route.pattern()).isTrue();
      }
    }
  }

  @Test
  void anotherMethodIsNoWayAround() {
    scene.gather();
    String before = scene.everything();
    Visitor anonymous = scene.visitor(Person.ANONYMOUS);
    for (Route route : routes()) {
      for (String method : new String[] {"PUT", "PATCH", "DELETE"}) {
        assertThat(anonymous.send(method, scene.path(route)).statusCode())
            .as(method + " " + route.pattern())
            .isBetween(400, 499);
      }
    }
    assertThat(scene.everything()).isEqualTo(before);
  }

  @Test
  void whoMayCommentAndWhenItShows() throws Exception {
    List<String> table = new ArrayList<>();
    table.add(
        "| | "
            + Arrays.stream(CommentMode.values())
                .map(m -> m.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(" | "))
            + " |");
    table.add("|---|" + "---|".repeat(CommentMode.values().length));
    for (Person person : Person.values()) {
      List<String> cells = new ArrayList<>();
      for (CommentMode mode : CommentMode.values()) {
        cells.add(scene.comments(person, mode));
      }
      table.add("| " + person.word() + " | " + String.join(" | ", cells) + " |");
    }
    table.add("| member, approved before | " + scene.trusted() + " |");
    table.add("| author of the review | " + scene.author() + " |");
    requireWritten("comments", table);
  }

  @Test
  void anonymousCommentsChangeNothingInAnyMode() {
    for (CommentMode mode : CommentMode.values()) {
      Post post = scene.post(mode);
      String before = scene.everything();
      Visitor anonymous = scene.visitor(Person.ANONYMOUS);
      for (String token : new String[] {"", "forged", anonymous.token("/sign-in")}) {
        Map<String, String> fields = Map.of("body", "words", "form", "0123456789abcdef");
        HttpResponse<String> answer =
            anonymous.post("/posts/" + post.address() + "/comments", fields, token);
        assertThat(answer.statusCode()).as(mode + " " + token).isEqualTo(403);
      }
      assertThat(scene.everything()).isEqualTo(before);
    }
  }

  @Test
  void whoseThingsMayBeTouched() throws Exception {
    List<String> table = new ArrayList<>();
    table.add("| | " + names(Stream.of(Person.values())) + " |");
    table.add("|---|" + "---|".repeat(Person.values().length));
    for (Touch touch : Touch.values()) {
      List<String> cells = new ArrayList<>();
      for (Person person : Person.values()) {
        desk.part(Entrance.class).limits().clear();
        cells.add(scene.touches(person, touch) ? "yes" : "–");
      }
      table.add("| " + touch.words() + " | " + String.join(" | ", cells) + " |");
    }
    requireWritten("things", table);
  }

  @Test
  void aReplayedSessionIsWorthNothing() {
    Visitor visitor = scene.fresh(Person.ADMINISTRATOR);
    String token = visitor.token("/account");
    Visitor thief = visitor.twin();
    visitor.post("/sign-out", Map.of(), token);
    String before = scene.everything();
    for (Route route : routes()) {
      if (route.access() != Access.EVERYONE) {
        HttpResponse<String> answer =
            route.method().equals(HttpMethod.GET)
                ? thief.get(scene.path(route))
                : thief.post(scene.path(route), Map.of(), token);
        assertThat(refused(answer)).as(route.pattern()).isTrue();
      }
    }
    assertThat(scene.everything()).isEqualTo(before);
  }

  @Test
  void anExpiredSessionIsWorthNothing() {
    Visitor visitor = scene.fresh(Person.ADMINISTRATOR);
    String token = visitor.token("/account");
    clock.move(MemberSessions.LONGEST.plusSeconds(1));
    try {
      String before = scene.everything();
      for (Route route : routes()) {
        if (route.access() != Access.EVERYONE) {
          HttpResponse<String> answer =
              route.method().equals(HttpMethod.GET)
                  ? visitor.get(scene.path(route))
                  : visitor.post(scene.path(route), Map.of(), token);
          assertThat(refused(answer)).as(route.pattern()).isTrue();
        }
      }
      assertThat(scene.everything()).isEqualTo(before);
    } finally {
      clock.move(MemberSessions.LONGEST.plusSeconds(1).negated());
    }
  }

  @Test
  void forgedNumbersFindNothing() {
    for (Route route : routes()) {
      if (route.pattern().contains("{id}")) {
        for (String id : new String[] {"999999999", "-1", "1e3", "0x1", "99999999999999999999"}) {
          String path = scene.path(route).replaceAll("999999", id);
          Visitor visitor = scene.visitor(Person.ADMINISTRATOR);
          HttpResponse<String> answer =
              route.method().equals(HttpMethod.GET)
                  ? visitor.get(path)
                  : visitor.post(path, Map.of(), visitor.token("/account"));
          assertThat(answer.statusCode()).as(path).isBetween(400, 499);
        }
      }
    }
  }

  private static String names(Stream<Person> persons) {
    return persons.map(Person::word).collect(Collectors.joining(" | "));
  }

  /** What came out stands in the document. */
  private static void requireWritten(String name, List<String> table) throws Exception {
    String text = Files.readString(DOCUMENT);
    String begin = "<!-- matrix: " + name + " -->\n";
    int start = text.indexOf(begin) + begin.length();
    int end = text.indexOf("<!-- end -->", start);
    assertThat(text).contains(begin);
    String made = String.join("\n", table) + "\n";
    if ("write".equals(System.getProperty("matrix"))) {
      Files.writeString(DOCUMENT, text.substring(0, start) + made + text.substring(end));
    } else {
      assertThat(text.substring(start, end))
          .as("docs/security.md is out of date; write it with -Dmatrix=write")
          .isEqualTo(made);
    }
  }
}
