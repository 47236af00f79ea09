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
  private final OpenIdPages openId;

  JoinPages(Store store, Pages pages, Entrance entrance, LinkPages links, OpenIdPages openId) {
    this.openId = openId;
    this.links = links;
    this.tickets = new Tickets(store);
    this.pages = pages;
    this.entrance = entrance;
  }

  /** The form of an invitation. */
  public ServerResponse show(ServerRequest request) {
    String secret = request.pathVariable("ticket");
    Ticket ticket = ticket(request, secret);
    Optional<OpenIdClient.Proved> proved = openId.joining(request);
    String name = proved.map(OpenIdClient.Proved::name).orElse("");
    String mail = proved.map(OpenIdClient.Proved::mail).orElse("");
    return form(request, view(request, ticket, name, mail), HttpStatus.OK);
  }

  private JoinView view(ServerRequest request, Ticket ticket, String name, String mail) {
    return new JoinView(
        request.pathVariable("ticket"),
        ticket.role().word(),
        name,
        mail,
        openId.issuer(),
        openId.joining(request).isPresent(),
        null);
  }

  /** Joins, and is signed in. */
  public ServerResponse join(ServerRequest request) {
    String secret = request.pathVariable("ticket");
    Ticket ticket = ticket(request, secret);
    Form form = new Form(request);
    String name = form.line("name", 200);
    String mail = form.line("mail", 254);
    String password = form.raw("password", 512);
    Optional<OpenIdClient.Proved> proved = openId.joining(request);
    boolean without =
        password.isEmpty() && (proved.isPresent() || form.line("way", 20).equals("passkey"));
    JoinView view = view(request, ticket, name, mail);
    Optional<String> fault =
        Names.fault(name)
            .or(() -> Names.mailFault(mail))
            .or(() ->
                without ? Optional.empty() : entrance.passwords().fault(password, name, mail));
    if (fault.isPresent()) {
      return again(request, view, fault.get());
    }
    String hash = without ? null : entrance.passwords().encode(password);
    Optional<Member> joined =
        tickets.join(secret, ticket.purpose(), new Members.Joining(name, mail, hash));
    if (joined.isEmpty()) {
      return again(
          request, view, "Somebody has this name, or one that looks like it; choose another.");
    }
    proved.ifPresent(who -> openId.joined(joined.get(), who));
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
    return form(request, view.wrong(fault), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private ServerResponse form(ServerRequest request, JoinView view, HttpStatus status) {
    return pages.page(request, new Page("Join", "member/join.jte", view).withStatus(status));
  }
}
