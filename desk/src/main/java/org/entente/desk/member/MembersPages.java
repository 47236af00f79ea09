package org.entente.desk.member;

import java.time.Duration;
import java.time.Instant;
import org.entente.desk.Fault;
import org.entente.desk.Form;
import org.entente.desk.Page;
import org.entente.desk.Pages;
import org.entente.desk.SignedIn;
import org.entente.desk.Site;
import org.entente.store.JoinRequests;
import org.entente.store.Member;
import org.entente.store.Members;
import org.entente.store.Role;
import org.entente.store.Store;
import org.entente.store.Tickets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Who is a member: invitations and roles. */
public final class MembersPages {
  private static final Duration INVITATION = Duration.ofDays(14);

  private final Members members;
  private final Tickets tickets;
  private final JoinRequests requests;
  private final Pages pages;
  private final Site site;

  public MembersPages(Store store, Pages pages, Site site) {
    this.members = new Members(store);
    this.tickets = new Tickets(store);
    this.requests = new JoinRequests(store);
    this.pages = pages;
    this.site = site;
  }

  public ServerResponse show(ServerRequest request) {
    return page(request, null);
  }

  /** Makes an invitation and shows its address this once. Moderators invite members only. */
  public ServerResponse invite(ServerRequest request) {
    Member by = SignedIn.required(request, Role.MODERATOR);
    Form form = new Form(request);
    Role role = form.choice("role", Role.class);
    if (role != Role.MEMBER) {
      SignedIn.required(request, Role.ADMINISTRATOR);
    }
    int uses = (int) Math.clamp(form.number("uses").orElse(1L), 1, 1000);
    String secret =
        tickets.invite(
            by,
            new Tickets.Asked(
                Tickets.Purpose.INVITATION, null, role, form.line("note", 200), INVITATION, uses));
    return page(request, site.link("/join/" + secret).toString());
  }

  /** Ends an invitation that went astray. */
  public ServerResponse takeBack(ServerRequest request) {
    Member by = SignedIn.required(request, Role.MODERATOR);
    tickets.takeBack(by, request.pathVariable("invitation"));
    return Pages.seeOther("/members");
  }

  /** Gives a member another role. */
  public ServerResponse role(ServerRequest request) {
    Member by = SignedIn.required(request, Role.ADMINISTRATOR);
    Form form = new Form(request);
    members.setRole(by, member(form), form.choice("role", Role.class));
    return Pages.seeOther("/members");
  }

  private Member member(Form form) {
    return members
        .byId(form.inPath("id"))
        .orElseThrow(() -> Fault.missing("There is no such member."));
  }

  private ServerResponse page(ServerRequest request, @Nullable String invitation) {
    MembersView view =
        new MembersView(
            members.all(),
            requests.waiting(),
            tickets.invitations(),
            SignedIn.required(request, Role.MODERATOR),
            Instant.now(),
            invitation);
    return pages.page(request, new Page("Members", "member/members.jte", view));
  }
}
