package org.entente.desk;

import static org.entente.desk.Access.EVERYONE;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Every address of the desk, one row each: method, path, who may, what answers, what it does. What
 * is not in the table is not served, and Spring Security's rules are made of the same rows.
 */
public final class Routes {
  /** Where Tomcat sends what is refused before a handler is reached. */
  static final String REFUSED = "/refused";

  private final List<Route> table = new ArrayList<>();
  private final Faults faults;

  Routes(Assets assets, Faults faults, Features features) {
    this.faults = faults;
    get("/assets/{version}/{name}", EVERYONE, assets::serve, "style sheet, scripts, icon");
    reading(features);
  }

  private void reading(Features features) {
    get("/", EVERYONE, features.front()::show, "what is rare, newest stories, what comes due");
    get(
        "/wire",
        EVERYONE,
        features.wire()::show,
        "stories by words, actors, code, status, outlet, days");
    get("/article/{id}", EVERYONE, features.article()::show, "an article with its evidence");
    get("/story/{id}", EVERYONE, features.story()::show, "a story, outlet beside outlet");
  }

  private void get(
      String pattern, Access access, HandlerFunction<ServerResponse> handler, String does) {
    table.add(new Route(HttpMethod.GET, pattern, access, handler, does));
  }

  @SuppressWarnings("UnusedMethod") // the first form to come uses it
  private void post(
      String pattern, Access access, HandlerFunction<ServerResponse> handler, String does) {
    table.add(new Route(HttpMethod.POST, pattern, access, handler, does));
  }

  /** The rows in the order in which they are tried. */
  public List<Route> table() {
    return List.copyOf(table);
  }

  RouterFunction<ServerResponse> router() {
    RouterFunctions.Builder router = RouterFunctions.route();
    for (Route route : table) {
      router.add(RouterFunctions.route(predicate(route), faults.guard(route.handler())));
    }
    router.add(
        RouterFunctions.route(
            org.springframework.web.servlet.function.RequestPredicates.path(REFUSED),
            faults::refused));
    router.add(RouterFunctions.route(request -> true, faults::nothingHere));
    return router.build();
  }

  private static RequestPredicate predicate(Route route) {
    RequestPredicate path =
        org.springframework.web.servlet.function.RequestPredicates.path(route.pattern());
    return path.and(request ->
        request.method().equals(route.method())
            || (request.method().equals(HttpMethod.HEAD) && route.method().equals(HttpMethod.GET)));
  }
}
