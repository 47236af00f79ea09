package org.entente.desk.member;

import java.util.Optional;
import org.entente.desk.Entrance;
import org.entente.desk.Form;
import org.entente.desk.Page;
import org.entente.desk.Pages;
import org.entente.desk.RateLimits;
import org.entente.desk.RateLimits.Limit;
import org.entente.desk.SignedIn;
import org.entente.store.Member;
import org.entente.store.Members;
import org.entente.store.Store;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Signing in and out. */
public final class SignInPages {
  private final Members members;
  private final Pages pages;
  private final Entrance entrance;
  private final @Nullable String issuer;

  /**
   * @param issuer by whose word members may sign in, as readers know it; null for nobody's
   */
  public SignInPages(Store store, Pages pages, Entrance entrance, @Nullable String issuer) {
    this.issuer = issuer;
    this.members = new Members(store);
    this.pages = pages;
    this.entrance = entrance;
  }

  /** The form. */
  public ServerResponse show(ServerRequest request) {
    String next = new Form(request).next();
    return SignedIn.in(request).isPresent()
        ? Pages.seeOther(next)
        : form(request, new SignInView("", next, issuer, null), HttpStatus.OK);
  }

  /** Signs in with name or address and password. */
  public ServerResponse signIn(ServerRequest request) {
    Form form = new Form(request);
    String who = form.line("who", 254);
    Tries tries = new Tries(entrance.limits(), RateLimits.machine(request), who);
    tries.check();
    Optional<Member> member = members.bySignIn(who);
    boolean right =
        entrance.passwords().matches(form.raw("password", 512), member.flatMap(members::password));
    if (!right) {
      tries.failed();
      String fault = "No account has this name or address with this password.";
      return form(
          request,
          new SignInView(who, form.next(), issuer, fault),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    entrance.sessions().begin(request, member.orElseThrow());
    return Pages.seeOther(form.next());
  }

  /** Failed tries are counted, also for names that nobody has. */
  private record Tries(RateLimits limits, String machine, String who) {
    private String account() {
      return who.toLowerCase(java.util.Locale.ROOT);
    }

    void check() {
      limits.check(Limit.SIGN_IN, machine + " " + account());
      limits.check(Limit.SIGN_IN_MACHINE, machine);
      limits.check(Limit.SIGN_IN_ACCOUNT, account());
    }

    void failed() {
      limits.count(Limit.SIGN_IN, machine + " " + account());
      limits.count(Limit.SIGN_IN_MACHINE, machine);
      limits.count(Limit.SIGN_IN_ACCOUNT, account());
    }
  }

  /** Signs out. */
  public ServerResponse signOut(ServerRequest request) {
    entrance.sessions().end(request);
    return Pages.seeOther("/");
  }

  private ServerResponse form(ServerRequest request, SignInView view, HttpStatus status) {
    return pages.page(request, new Page("Sign in", "member/sign-in.jte", view).withStatus(status));
  }
}
