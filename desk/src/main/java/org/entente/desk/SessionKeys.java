package org.entente.desk;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.entente.store.Member;
import org.entente.store.MemberSessions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The key of a member's session on its way: in a cookie of the browser, and for the time of a
 * request beside the member whose session it is. The store is asked once a request, and not at all
 * for who has no such cookie. Thread-safe.
 */
final class SessionKeys {
  static final String COOKIE = "__Host-entente-member";
  private static final String ATTRIBUTE = SessionKeys.class.getName();

  private final MemberSessions sessions;

  SessionKeys(MemberSessions sessions) {
    this.sessions = sessions;
  }

  /** Who sends a request by which key; both null for a reader. */
  private record Held(@Nullable String key, @Nullable Member member) {
    static final Held NONE = new Held(null, null);
  }

  /** The key of the session that a request belongs to; null when there is none that holds. */
  @Nullable String of(HttpServletRequest request) {
    return held(request).key();
  }

  Optional<Member> member(HttpServletRequest request) {
    return Optional.ofNullable(held(request).member());
  }

  private Held held(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Held known) {
      return known;
    }
    Held held = Held.NONE;
    String key = cookie(request);
    if (key != null) {
      held = sessions.member(key).map(m -> new Held(key, m)).orElse(Held.NONE);
    }
    request.setAttribute(ATTRIBUTE, held);
    return held;
  }

  private static @Nullable String cookie(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(COOKIE)) {
          return cookie.getValue();
        }
      }
    }
    return null;
  }

  /** From now on the request and those that follow belong to another session. */
  void begin(HttpServletRequest request, HttpServletResponse response, Member member) {
    String key = sessions.begin(member, of(request));
    request.setAttribute(ATTRIBUTE, new Held(key, member));
    set(response, cookie(key).build());
  }

  /** Ends the session that a request belongs to. */
  void end(HttpServletRequest request, HttpServletResponse response) {
    String key = of(request);
    if (key != null) {
      sessions.end(key);
    }
    request.setAttribute(ATTRIBUTE, Held.NONE);
    set(response, cookie("").maxAge(Duration.ZERO).build());
  }

  private static ResponseCookie.ResponseCookieBuilder cookie(String key) {
    return ResponseCookie.from(COOKIE, key).path("/").httpOnly(true).secure(true).sameSite("Lax");
  }

  private static void set(HttpServletResponse response, ResponseCookie cookie) {
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
