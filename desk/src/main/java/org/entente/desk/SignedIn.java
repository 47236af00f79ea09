package org.entente.desk;

import java.security.Principal;
import java.util.Optional;
import org.entente.store.Member;
import org.entente.store.Role;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Who sends a request, as the store knows them at this moment.
 *
 * <pre>{@code
 * Member author = SignedIn.required(request);
 * }</pre>
 *
 * @param member the account
 */
public record SignedIn(Member member) implements Principal {
  @Override
  public String getName() {
    return member.name();
  }

  /** The member who sends a request; empty for a reader. */
  public static Optional<Member> in(ServerRequest request) {
    return request
        .principal()
        .filter(p -> p instanceof Authentication a && a.getPrincipal() instanceof SignedIn)
        .map(p ->
            ((SignedIn) java.util.Objects.requireNonNull(((Authentication) p).getPrincipal()))
                .member());
  }

  /** The member who sends a request. */
  public static Member required(ServerRequest request) {
    return in(request)
        .orElseThrow(
            () -> new Fault(HttpStatus.FORBIDDEN, "Only members may do this; sign in first."));
  }

  /** The member who sends a request, if it may do what a role may. */
  public static Member required(ServerRequest request, Role role) {
    Member member = required(request);
    if (!member.may(role)) {
      throw new Fault(HttpStatus.FORBIDDEN, "Your account may not do this.");
    }
    return member;
  }
}
