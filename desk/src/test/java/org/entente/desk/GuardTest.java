package org.entente.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.entente.store.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** What holds for every row of the table of routes. */
class GuardTest {
  private static Desk desk;

  @BeforeAll
  static void start() {
    desk = TestDesk.fresh();
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  private static List<Route> posts() {
    return desk.part(Routes.class).table().stream()
        .filter(r -> r.method().equals(HttpMethod.POST))
        .toList();
  }

  private static String path(Route route) {
    return route.pattern().replaceAll("\\{[^}]+\\}", "1");
  }

  @Test
  void noFormIsTakenWithoutItsToken() {
    Visitor administrator = Visitor.signedIn(desk, "Ada", Role.ADMINISTRATOR);
    assertThat(posts()).hasSizeGreaterThan(10);
    for (Route route : posts()) {
      for (String token : List.of("", "a-token-of-another-session")) {
        assertThat(administrator.post(path(route), Map.of("x", "y"), token).statusCode())
            .as(route.pattern())
            .isEqualTo(403);
      }
    }
  }

  @Test
  void nobodyWhoIsNotSignedInReachesWhatNeedsARole() {
    for (Route route : desk.part(Routes.class).table()) {
      if (route.access() != Access.EVERYONE && route.method().equals(HttpMethod.GET)) {
        var answer = Visitor.at(desk).get(path(route));
        assertThat(answer.statusCode()).as(route.pattern()).isEqualTo(303);
        assertThat(URI.create(answer.headers().firstValue("Location").orElse("")).getPath())
            .isEqualTo("/sign-in");
      }
    }
  }
}
