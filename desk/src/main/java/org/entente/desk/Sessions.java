package org.entente.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.entente.store.Member;
import org.entente.store.MemberSessions;
import org.entente.store.Role;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Who is signed in. The store knows the sessions of members ({@link MemberSessions}), so that they
 * outlive the desk; what a member may do is read with each request, so that a changed role, an
 * erased account or ended sessions hold at once. What lies in memory is only what a form or a
 * passkey needs between two requests.
 */
public final class Sessions implements SecurityContextRepository {
  private final MemberSessions sessions;
  private final SessionKeys keys;
  private final CsrfTokenRepository tokens;

  Sessions(MemberSessions sessions) {
    this.sessions = sessions;
    this.keys = new SessionKeys(sessions);
    this.tokens = new FormTokens(keys);
  }

  CsrfTokenRepository tokens() {
    return tokens;
  }

  /** Signs in: a new session with a new key, whose forms have new tokens. */
  public void begin(ServerRequest request, Member member) {
    HttpServletRequest servlet = request.servletRequest();
    forget(servlet);
    keys.begin(servlet, response(), member);
    Authentication authentication = authentication(member);
    new CsrfAuthenticationStrategy(tokens).onAuthentication(authentication, servlet, response());
    SecurityContextHolder.getContext().setAuthentication(authentication);
  }

  /** Signs out: the session is gone, its cookie worth nothing. */
  public void end(ServerRequest request) {
    HttpServletRequest servlet = request.servletRequest();
    forget(servlet);
    keys.end(servlet, response());
    SecurityContextHolder.clearContext();
  }

  /** The sessions of a member that hold, the oldest first. */
  public List<MemberSessions.Line> of(Member member) {
    return sessions.of(member);
  }

  /** Whatever lies in memory. */
  private static void forget(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  private static HttpServletResponse response() {
    var attributes =
        (org.springframework.web.context.request.ServletRequestAttributes)
            org.springframework.web.context.request.RequestContextHolder.currentRequestAttributes();
    return Objects.requireNonNull(attributes.getResponse());
  }

  @Override
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return load(holder.getRequest());
  }

  private SecurityContext load(HttpServletRequest request) {
    return keys.member(request)
        .map(m -> new SecurityContextImpl(authentication(m)))
        .orElseGet(SecurityContextImpl::new);
  }

  private static Authentication authentication(Member member) {
    List<SimpleGrantedAuthority> may =
        Arrays.stream(Role.values())
            .filter(member::may)
            .map(r -> new SimpleGrantedAuthority("ROLE_" + r.name()))
            .toList();
    return UsernamePasswordAuthenticationToken.authenticated(new SignedIn(member), "", may);
  }

  /** Only {@link #begin} signs in. */
  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    Authentication authentication = context.getAuthentication();
    if (authentication != null
        && !(authentication instanceof AnonymousAuthenticationToken)
        && !(authentication.getPrincipal() instanceof SignedIn)) {
      throw new IllegalStateException("only Sessions.begin signs in");
    }
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return keys.of(request) != null;
  }
}
