package org.entente.desk.member;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.entente.desk.Entrance;
import org.entente.desk.Fault;
import org.entente.desk.Form;
import org.entente.desk.Page;
import org.entente.desk.Pages;
import org.entente.desk.RateLimits;
import org.entente.desk.RateLimits.Limit;
import org.entente.desk.SignedIn;
import org.entente.store.Mails;
import org.entente.store.Member;
import org.entente.store.Members;
import org.entente.store.Role;
import org.entente.store.Store;
import org.entente.store.StoredWatch;
import org.entente.store.Tickets;
import org.entente.store.Tickets.Purpose;
import org.entente.store.Watches;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Links in mails: to sign in, to prove an address, to get no more mails. Opening one shows a button
 * and does nothing, because programs that check mails open links too.
 */
public final class LinkPages {
  private static final Duration SIGN_IN = Duration.ofMinutes(15);
  private static final Duration CONFIRM = Duration.ofDays(3);

  private final Members members;
  private final Tickets tickets;
  private final Mails mails;
  private final Watches watches;
  private final Pages pages;
  private final Entrance entrance;
  private final Post post;

  /** What is needed to write and hand over a mail. */
  record Post(LetterWords words, Postman postman) {}

  LinkPages(Store store, Pages pages, Entrance entrance, Post post) {
    this.members = new Members(store);
    this.tickets = new Tickets(store);
    this.mails = new Mails(store);
    this.watches = new Watches(store);
    this.pages = pages;
    this.entrance = entrance;
    this.post = post;
  }

  /** The form that asks for a link. */
  public ServerResponse asking(ServerRequest request) {
    return page(request, "Sign in by mail", new NoteView("ask", new Form(request).next(), null));
  }

  /**
   * Sends a link to the address of a member. The answer is the same for every address, and the work
   * is done after it, so that the time tells nothing either.
   */
  public ServerResponse ask(ServerRequest request) {
    Form form = new Form(request);
    String mail = form.line("mail", 254);
    String next = form.next();
    entrance.limits().count(Limit.MAIL_MACHINE, RateLimits.machine(request));
    entrance.limits().count(Limit.MAIL, mail.toLowerCase(Locale.ROOT));
    Thread.ofVirtual().name("sign-in link").start(() -> send(mail, next));
    String said =
        "If a member has confirmed this address, a link is on its way to it. It holds for a quarter of"
            + " an hour. "
            + post.postman().carrier().instead();
    return page(request, "Sign in by mail", new NoteView("sent", said.strip(), null));
  }

  private void send(String mail, String next) {
    Optional<Member> member = members.byMail(mail);
    if (member.isPresent()) {
      String ticket = ticket(member.get(), Purpose.SIGN_IN, next, SIGN_IN);
      mails.send(member.get().mail(), "Sign in", post.words().signIn(ticket));
      post.postman().poke();
    }
  }

  private String ticket(Member member, Purpose purpose, String note, Duration lasts) {
    return tickets.make(new Tickets.Asked(purpose, member, Role.MEMBER, note, lasts, 1));
  }

  /** Sends the proof of an address. */
  void prove(Member member) {
    String ticket = ticket(member, Purpose.CONFIRM, "", CONFIRM);
    mails.send(member.mail(), "Confirm your address", post.words().confirm(ticket));
    post.postman().poke();
  }

  /** A link from a mail: a button. */
  public ServerResponse signingIn(ServerRequest request) {
    look(request, Purpose.SIGN_IN);
    return page(request, "Sign in", new NoteView("sign-in", secret(request), null));
  }

  /** The button of a link; leads to the page from which the link was asked for. */
  public ServerResponse signIn(ServerRequest request) {
    String next = look(request, Purpose.SIGN_IN).note();
    Member member = tickets.signIn(secret(request)).orElseThrow(LinkPages::worthless);
    entrance.sessions().begin(request, member);
    return Pages.seeOther(Form.path(next).filter(n -> !n.equals("/")).orElse("/account"));
  }

  /** A link that proves an address: a button. */
  public ServerResponse confirming(ServerRequest request) {
    look(request, Purpose.CONFIRM);
    return page(request, "Confirm your address", new NoteView("confirm", secret(request), null));
  }

  /** The button. */
  public ServerResponse confirm(ServerRequest request) {
    look(request, Purpose.CONFIRM);
    Member member = tickets.confirm(secret(request)).orElseThrow(LinkPages::worthless);
    String said = "The address of " + member.name() + " is confirmed.";
    NoteView view = new NoteView("sent", said, null);
    return page(request, "Confirm your address", view);
  }

  /** Sends the proof of one's own address once more. */
  public ServerResponse proveAgain(ServerRequest request) {
    Member member = SignedIn.required(request);
    entrance.limits().count(Limit.MAIL, "member " + member.id());
    if (!member.confirmed()) {
      prove(member);
    }
    return Pages.seeOther("/account?said=mail");
  }

  /** A link that ends mails: a button. */
  public ServerResponse unsubscribing(ServerRequest request) {
    String token = request.pathVariable("token");
    String kind =
        isOfWatch(token)
            ? "no-watch"
            : Mails.kind(token) == Mails.Kind.REVIEWS ? "no-reviews" : "unsubscribe";
    return page(request, "No more mails", new NoteView(kind, token, null));
  }

  /**
   * Ends mails. It needs no session: the address itself is the proof, so that a mail program can do
   * it in one click (RFC 8058).
   */
  public ServerResponse unsubscribe(ServerRequest request) {
    String token = request.pathVariable("token");
    String said = isOfWatch(token) ? endWatch(token) : endMails(token);
    return page(request, "No more mails", new NoteView("sent", said, null));
  }

  private static boolean isOfWatch(String token) {
    return token.startsWith("w");
  }

  private String endWatch(String token) {
    StoredWatch watch = watches.byMailToken(token).orElseThrow(LinkPages::worthless);
    watches.endMails(watch.id());
    return "No more mails of the watch “" + watch.name() + "” are sent.";
  }

  private String endMails(String token) {
    Mails.Ended ended = mails.unsubscribe(token).orElseThrow(LinkPages::worthless);
    return ended.member().name()
        + (ended.kind() == Mails.Kind.REVIEWS
            ? " gets no more reviews by mail."
            : " gets no more mails about comments.");
  }

  private Tickets.Ticket look(ServerRequest request, Purpose purpose) {
    String machine = RateLimits.machine(request);
    entrance.limits().check(Limit.JOIN, machine);
    return tickets
        .look(secret(request), purpose)
        .orElseThrow(() -> {
          entrance.limits().count(Limit.JOIN, machine);
          return worthless();
        });
  }

  private static String secret(ServerRequest request) {
    return request.pathVariable("ticket");
  }

  private static Fault worthless() {
    return Fault.missing("This link was used or has ended; ask for another.");
  }

  private ServerResponse page(ServerRequest request, String title, NoteView view) {
    return pages.page(request, new Page(title, "member/note.jte", view));
  }
}
