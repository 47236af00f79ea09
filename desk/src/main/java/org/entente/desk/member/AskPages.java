package org.entente.desk.member;

import java.util.Optional;
import org.entente.desk.Entrance;
import org.entente.desk.Form;
import org.entente.desk.Page;
import org.entente.desk.Pages;
import org.entente.desk.RateLimits;
import org.entente.desk.RateLimits.Limit;
import org.entente.desk.SignedIn;
import org.entente.desk.Site;
import org.entente.store.JoinRequests;
import org.entente.store.Mails;
import org.entente.store.Member;
import org.entente.store.Role;
import org.entente.store.Store;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Asking to join, and what moderators answer. */
public final class AskPages {
  private static final String UNKNOWN =
      "Nobody here is known by that account, or its address is not confirmed there and here. Ask to"
          + " join; who is a member signs in another way and links the account on the page of its own.";

  private final JoinRequests requests;
  private final Mails mails;
  private final Pages pages;
  private final Entrance entrance;
  private final LinkPages.Post post;
  private final Site site;

  AskPages(Store store, Pages pages, Entrance entrance, LinkPages.Post post, Site site) {
    this.requests = new JoinRequests(store);
    this.mails = new Mails(store);
    this.pages = pages;
    this.entrance = entrance;
    this.post = post;
    this.site = site;
  }

  /** The form. */
  public ServerResponse show(ServerRequest request) {
    String unknown = new Form(request).line("from", 20).equals("elsewhere") ? UNKNOWN : null;
    return form(request, new AskView("", "", "", unknown, false), HttpStatus.OK);
  }

  /** Keeps the request. The answer is the same whoever has the name or the address. */
  public ServerResponse ask(ServerRequest request) {
    Form form = new Form(request);
    String name = form.line("name", 200);
    String mail = form.line("mail", 254);
    String words = form.text("words", 1000);
    Optional<String> fault = Names.fault(name).or(() -> Names.mailFault(mail));
    if (fault.isPresent()) {
      AskView again = new AskView(name, mail, words, fault.get(), false);
      return form(request, again, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    entrance.limits().count(Limit.JOIN, RateLimits.machine(request));
    requests.ask(name, mail, words);
    return form(request, new AskView(name, mail, words, null, true), HttpStatus.OK);
  }

  private ServerResponse form(ServerRequest request, AskView view, HttpStatus status) {
    return pages.page(request, new Page("Ask to join", "member/ask.jte", view).withStatus(status));
  }

  /** Makes a member of who asked and sends the first link; shows it where no server sends mails. */
  public ServerResponse accept(ServerRequest request) {
    Member by = SignedIn.required(request, Role.MODERATOR);
    JoinRequests.Accepted accepted = requests.accept(by, new Form(request).inPath("id"));
    mails.send(
        accepted.member().mail(), "You are a member", post.words().welcome(accepted.ticket()));
    post.postman().poke();
    String instead = post.postman().carrier().instead();
    String said =
        instead.isEmpty()
            ? accepted.member().name() + " is a member; a first link is on its way."
            : accepted.member().name()
                + " is a member. "
                + instead
                + " Or hand on this link, which holds for a week: "
                + site.link("/sign-in/" + accepted.ticket());
    return pages.page(
        request, new Page("Ask to join", "member/note.jte", new NoteView("sent", said, null)));
  }

  /** Forgets who asked. */
  public ServerResponse refuse(ServerRequest request) {
    Member by = SignedIn.required(request, Role.MODERATOR);
    requests.refuse(by, new Form(request).inPath("id"));
    return Pages.seeOther("/members");
  }
}
