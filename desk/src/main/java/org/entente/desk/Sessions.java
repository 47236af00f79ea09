package org.entente.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serial;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.entente.store.Member;
import org.entente.store.Members;
import org.entente.store.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Who is signed in. A session holds the key of a member, not what the member may do: that is read
 * from the store with each request, so that a changed role, an erased account or ended sessions
 * hold at once. A session ends after twelve hours without a request and two weeks after it began
 * (NIST SP 800-63B asks for 30 days at most).
 */
public final class Sessions implements SecurityContextRepository {
  static final Duration LONGEST = Duration.ofDays(14);
  private static final String ATTRIBUTE = Sessions.class.getName();

  private final Members members;
  private final CsrfTokenRepository tokens;
  private final Clock clock;

  Sessions(Members members, CsrfTokenRepository tokens, Clock clock) {
    this.members = members;
    this.tokens = tokens;
    this.clock = clock;
  }

  CsrfTokenRepository tokens() {
    return tokens;
  }

  private record Entry(long member, int epoch, Instant since) implements Serializable {
    @Serial private static final long serialVersionUID = 1;
  }

  /** Signs in: the session gets a new number and its forms new tokens. */
  public void begin(ServerRequest request, Member member) {
    HttpServletRequest servlet = request.servletRequest();
    Authentication authentication = authentication(member);
    servlet.getSession(true);
    new ChangeSessionIdAuthenticationStrategy()
        .onAuthentication(authentication, servlet, response());
    new CsrfAuthenticationStrategy(tokens).onAuthentication(authentication, servlet, response());
    servlet
        .getSession()
        .setAttribute(ATTRIBUTE, new Entry(member.id(), member.epoch(), clock.instant()));
    SecurityContextHolder.getContext().setAuthentication(authentication);
  }

  /** Signs out: the session is gone, its cookie worth nothing. */
  public void end(ServerRequest request) {
    HttpSession session = request.servletRequest().getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
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
    return member(request)
        .map(m -> new SecurityContextImpl(authentication(m)))
        .orElseGet(SecurityContextImpl::new);
  }

  private Optional<Member> member(HttpServletRequest request) {
    Entry entry = entry(request);
    return entry == null || entry.since().plus(LONGEST).isBefore(clock.instant())
        ? Optional.empty()
        : members.byId(entry.member()).filter(m -> m.epoch() == entry.epoch());
  }

  private static @Nullable Entry entry(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null ? null : (Entry) session.getAttribute(ATTRIBUTE);
  }

  private static Authentication authentication(Member member) {
    List<SimpleGrantedAuthority> may =
        Arrays.stream(Role.values())
            .filter(member::may)
            .map(r -> new SimpleGrantedAuthority("ROLE_" + r.name()))
            .toList();
    return UsernamePasswordAuthenticationToken.authenticated(new SignedIn(member), "", may);
  }

  /** Only {@link #begin} writes into a session. */
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
    return entry(request) != null;
  }
}
