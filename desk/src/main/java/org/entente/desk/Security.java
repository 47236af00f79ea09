package org.entente.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** The rules of Spring Security: made of the table of routes, with strict headers. */
final class Security {
  /** Nothing but the desk's own files; no script, style or handler inside a page. */
  static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
          + " connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private Security() {}

  static SecurityFilterChain chain(HttpSecurity http, Routes routes, Sessions sessions) {
    sessions(http, sessions);
    http.authorizeHttpRequests(rules -> {
      for (Route route : routes.table()) {
        if (route.access() != Access.EVERYONE) {
          rules.requestMatchers(matcher(route.method(), route)).hasRole(route.access().role());
          if (route.method().equals(HttpMethod.GET)) {
            rules.requestMatchers(matcher(HttpMethod.HEAD, route)).hasRole(route.access().role());
          }
        }
      }
      rules.anyRequest().permitAll();
    });
    http.headers(headers ->
        headers
            .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
            .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
            .permissionsPolicyHeader(
                policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=()"))
            .crossOriginOpenerPolicy(policy ->
                policy.policy(
                    org.springframework.security.web.header.writers
                        .CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy.SAME_ORIGIN)));
    http.exceptionHandling(refusals ->
        refusals
            .authenticationEntryPoint((request, response, e) -> toSignIn(request, response))
            .accessDeniedHandler(
                (request, response, e) -> response.sendError(HttpServletResponse.SC_FORBIDDEN)));
    return http.build();
  }

  /** Signing in and out are routes of the table; Spring's own pages for it stay away. */
  private static void sessions(HttpSecurity http, Sessions sessions) {
    http.securityContext(context -> context.securityContextRepository(sessions));
    http.csrf(csrf ->
        csrf.csrfTokenRepository(sessions.tokens())
            .ignoringRequestMatchers(
                PathPatternRequestMatcher.withDefaults()
                    .matcher(HttpMethod.POST, Routes.UNSUBSCRIBE)));
    http.requestCache(cache -> cache.disable());
    http.logout(logout -> logout.disable());
    http.formLogin(form -> form.disable());
    http.httpBasic(basic -> basic.disable());
  }

  /** Who reads is led to the page for signing in; what would write is refused. */
  private static void toSignIn(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String method = request.getMethod();
    if (method.equals("GET") || method.equals("HEAD")) {
      String query = request.getQueryString();
      String asked = request.getRequestURI() + (query == null ? "" : "?" + query);
      String next = URLEncoder.encode(asked, StandardCharsets.UTF_8);
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", "/sign-in?next=" + next);
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  private static PathPatternRequestMatcher matcher(HttpMethod method, Route route) {
    return PathPatternRequestMatcher.withDefaults().matcher(method, route.pattern());
  }
}
