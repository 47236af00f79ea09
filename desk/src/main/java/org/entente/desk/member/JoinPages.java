package org.entente.desk.member;

import java.util.Optional;
import org.entente.desk.Entrance;
import org.entente.desk.Fault;
import org.entente.desk.Form;
import org.entente.desk.Page;
import org.entente.desk.Pages;
import org.entente.desk.RateLimits;
import org.entente.desk.RateLimits.Limit;
import org.entente.store.Member;
import org.entente.store.Members;
import org.entente.store.Store;
import org.entente.store.Tickets;
import org.entente.store.Tickets.Purpose;
import org.entente.store.Tickets.Ticket;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Becoming a member. */
public final class JoinPages {
  private final Tickets tickets;
  private final Pages pages;
  private final Entrance entrance;
  private final LinkPages links;

  public JoinPages(Store store, Pages pages, Entrance entrance, LinkPages links) {
    this.links = links;
    this.tickets = new Tickets(store);
    this.pages = pages;
    this.entrance = entrance;
  }

  /** The form of an invitation. */
  public ServerResponse show(ServerRequest request) {
    String secret = request.pathVariable("ticket");
    Ticket ticket = ticket(request, secret);
    JoinView view = new JoinView(secret, ticket.role().word(), "", "", null);
    return form(request, view, HttpStatus.OK);
  }

  /** Joins, and is signed in. */
  public ServerResponse join(ServerRequest request) {
    String secret = request.pathVariable("ticket");
    Ticket ticket = ticket(request, secret);
    Form form = new Form(request);
    String name = form.line("name", 200);
    String mail = form.line("mail", 254);
    String password = form.raw("password", 512);
    boolean passkey = password.isEmpty() && form.line("way", 20).equals("passkey");
    JoinView view = new JoinView(secret, ticket.role().word(), name, mail, null);
    Optional<String> fault =
        Names.fault(name)
            .or(() -> Names.mailFault(mail))
            .or(() ->
                passkey ? Optional.empty() : entrance.passwords().fault(password, name, mail));
    if (fault.isPresent()) {
      return again(request, view, fault.get());
    }
    String hash = passkey ? null : entrance.passwords().encode(password);
    Optional<Member> joined =
        tickets.join(secret, ticket.purpose(), new Members.Joining(name, mail, hash));
    if (joined.isEmpty()) {
      return again(request, view, "Somebody has this name already; choose another.");
    }
    links.prove(joined.get());
    entrance.sessions().begin(request, joined.get());
    return Pages.seeOther("/account");
  }

  private Ticket ticket(ServerRequest request, String secret) {
    String machine = RateLimits.machine(request);
    entrance.limits().check(Limit.JOIN, machine);
    return tickets
        .look(secret, Purpose.INVITATION)
        .or(() -> tickets.look(secret, Purpose.FIRST))
        .orElseThrow(() -> {
          entrance.limits().count(Limit.JOIN, machine);
          return Fault.missing("This invitation was used or has ended; ask for another.");
        });
  }

  private ServerResponse again(ServerRequest request, JoinView view, String fault) {
    JoinView with = new JoinView(view.ticket(), view.role(), view.name(), view.mail(), fault);
    return form(request, with, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private ServerResponse form(ServerRequest request, JoinView view, HttpStatus status) {
    return pages.page(request, new Page("Join", "member/join.jte", view).withStatus(status));
  }
}
