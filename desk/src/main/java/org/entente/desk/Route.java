package org.entente.desk;

import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * One row of the table of routes.
 *
 * @param method GET also answers HEAD
 * @param pattern path with {@code {names}} in braces
 * @param access who may use it
 * @param handler what answers
 * @param does what it does, for docs/routes.md
 */
public record Route(
    HttpMethod method,
    String pattern,
    Access access,
    HandlerFunction<ServerResponse> handler,
    String does) {
  public Route {
    if (!pattern.startsWith("/")) {
      throw new IllegalArgumentException("the pattern '" + pattern + "' must begin with /");
    }
  }
}
