package org.entente.desk;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
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

  static SecurityFilterChain chain(HttpSecurity http, Routes routes) {
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
            .authenticationEntryPoint(
                (request, response, e) -> response.sendError(HttpServletResponse.SC_UNAUTHORIZED))
            .accessDeniedHandler(
                (request, response, e) -> response.sendError(HttpServletResponse.SC_FORBIDDEN)));
    return http.build();
  }

  private static PathPatternRequestMatcher matcher(HttpMethod method, Route route) {
    return PathPatternRequestMatcher.withDefaults().matcher(method, route.pattern());
  }

  static RoleHierarchy roles() {
    return RoleHierarchyImpl.fromHierarchy(
        """
        ROLE_ADMINISTRATOR > ROLE_EDITOR
        ROLE_ADMINISTRATOR > ROLE_MODERATOR
        ROLE_EDITOR > ROLE_CONTRIBUTOR
        ROLE_CONTRIBUTOR > ROLE_MEMBER
        ROLE_MODERATOR > ROLE_MEMBER
        """);
  }
}
