package org.entente.desk.member;

import java.util.Optional;
import org.entente.desk.Entrance;
import org.entente.desk.Form;
import org.entente.desk.Page;
import org.entente.desk.Pages;
import org.entente.desk.RateLimits.Limit;
import org.entente.desk.SignedIn;
import org.entente.store.Comment;
import org.entente.store.Comments;
import org.entente.store.Member;
import org.entente.store.Members;
import org.entente.store.Passkeys;
import org.entente.store.Store;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** One's own account. */
public final class AccountPages {
  private final Members members;
  private final Passkeys passkeys;
  private final Comments comments;
  private final Pages pages;
  private final Entrance entrance;
  private final LinkPages links;
  private final NewsletterPages newsletter;
  private final OpenIdPages openId;

  AccountPages(
      Store store,
      Pages pages,
      Entrance entrance,
      LinkPages links,
      NewsletterPages newsletter,
      OpenIdPages openId) {
    this.openId = openId;
    this.links = links;
    this.newsletter = newsletter;
    this.members = new Members(store);
    this.passkeys = new Passkeys(store);
    this.comments = new Comments(store);
    this.pages = pages;
    this.entrance = entrance;
  }

  public ServerResponse show(ServerRequest request) {
    String word = request.param("said").orElse("");
    return page(request, new Said(SignedIn.required(request), said(word), word.equals("taken")));
  }

  private static @Nullable String said(String word) {
    return switch (word) {
      case "mail" -> "A mail is on its way.";
      case "linked" -> "The account elsewhere is linked: it signs you in.";
      case "unlinked" -> "The account elsewhere is no longer linked.";
      case "taken" -> "Another member has linked that account.";
      case "reviews" -> "Your choice of reviews by mail is kept.";
      default -> null;
    };
  }

  /** Another address, which has to be proved. */
  public ServerResponse mail(ServerRequest request) {
    Member member = SignedIn.required(request);
    String mail = new Form(request).line("mail", 254);
    Optional<String> fault = Names.mailFault(mail);
    if (fault.isPresent()) {
      return page(request, new Said(member, fault.get(), true));
    }
    entrance.limits().count(Limit.MAIL, "member " + member.id());
    links.prove(members.setMail(member, mail));
    return Pages.seeOther("/account?said=mail");
  }

  /** Which mails it wants. */
  public ServerResponse notices(ServerRequest request) {
    Member.Notices notices = new Form(request).choice("notices", Member.Notices.class);
    Member changed = members.setNotices(SignedIn.required(request), notices);
    return page(request, new Said(changed, "Your choice of mails is kept.", false));
  }

  /** Ends all sessions, this one too. */
  public ServerResponse endSessions(ServerRequest request) {
    members.endSessions(SignedIn.required(request));
    entrance.sessions().end(request);
    return Pages.seeOther("/sign-in");
  }

  /** Another password; who has one must know it. All other sessions end. */
  public ServerResponse password(ServerRequest request) {
    Member member = SignedIn.required(request);
    Form form = new Form(request);
    String key = "password " + member.id();
    entrance.limits().check(Limit.SIGN_IN, key);
    Optional<String> known = members.password(member);
    if (known.isPresent() && !entrance.passwords().matches(form.raw("known", 512), known)) {
      entrance.limits().count(Limit.SIGN_IN, key);
      return page(request, new Said(member, "The old password is another.", true));
    }
    String password = form.raw("password", 512);
    Optional<String> fault = entrance.passwords().fault(password, member.name(), member.mail());
    if (fault.isPresent()) {
      return page(request, new Said(member, fault.get(), true));
    }
    Member changed = members.setPassword(member, entrance.passwords().encode(password));
    entrance.sessions().begin(request, changed);
    return page(
        request, new Said(changed, "The password is changed; other sessions have ended.", false));
  }

  private AccountView.@Nullable Elsewhere elsewhere(Member member) {
    String issuer = openId.issuer();
    return issuer == null ? null : new AccountView.Elsewhere(issuer, openId.linked(member));
  }

  /** What the page says beside the account. */
  private record Said(Member member, @Nullable String words, boolean wrong) {}

  private ServerResponse page(ServerRequest request, Said said) {
    AccountView view =
        new AccountView(
            said.member(),
            passkeys.of(said.member()),
            members.password(said.member()).isPresent(),
            comments.by(said.member()).stream()
                .filter(c -> c.standing().state() == Comment.State.HELD)
                .toList(),
            newsletter.of(said.member()),
            elsewhere(said.member()),
            said.words(),
            said.wrong());
    HttpStatus status = view.wrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
    return pages.page(request, new Page("Account", "member/account.jte", view).withStatus(status));
  }
}
