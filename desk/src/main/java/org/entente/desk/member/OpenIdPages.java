package org.entente.desk.member;

import jakarta.servlet.http.HttpSession;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.entente.desk.Entrance;
import org.entente.desk.Fault;
import org.entente.desk.Form;
import org.entente.desk.OpenIdSettings;
import org.entente.desk.Page;
import org.entente.desk.Pages;
import org.entente.desk.RateLimits;
import org.entente.desk.RateLimits.Limit;
import org.entente.desk.SignedIn;
import org.entente.desk.Site;
import org.entente.store.Identities;
import org.entente.store.Identities.Identity;
import org.entente.store.Member;
import org.entente.store.Members;
import org.entente.store.Store;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Signing in by the word of an issuer of OpenID Connect. It lets in who is a member already, by a
 * subject that the member linked or by an address that both the issuer and the desk have proved,
 * and who was invited; all others are led to the form for asking to join. Where no issuer is named,
 * there is nothing at these addresses.
 */
public final class OpenIdPages {
  /** Where the issuer leads back to. */
  public static final String BACK = "/sign-in/openid/back";

  private static final Logger LOG = System.getLogger(OpenIdPages.class.getName());
  private static final String WAY = OpenIdPages.class.getName() + ".way";
  private static final String PROVED = OpenIdPages.class.getName() + ".proved";

  private final Members members;
  private final Identities identities;
  private final Pages pages;
  private final Entrance entrance;
  private final @Nullable OpenIdSettings settings;
  private final @Nullable OpenIdClient client;

  /**
   * @param settings the issuer; null for none
   */
  public OpenIdPages(
      Store store, Pages pages, Entrance entrance, Site site, @Nullable OpenIdSettings settings) {
    this.members = new Members(store);
    this.identities = new Identities(store);
    this.pages = pages;
    this.entrance = entrance;
    this.settings = settings;
    this.client = settings == null ? null : new OpenIdClient(settings, site);
  }

  /**
   * What somebody is on the way for, kept while the browser is at the issuer.
   *
   * @param asked what the answer must fit
   * @param next where it goes on after signing in
   * @param member the key of the member who wants to link it, or null
   * @param ticket the secret of an invitation, or ""
   */
  private record Way(OpenIdClient.Asked asked, String next, @Nullable Long member, String ticket) {}

  /** How readers know the issuer; null where there is none. */
  @Nullable String issuer() {
    return settings == null ? null : settings.name();
  }

  /** Whether a member has linked somebody at the issuer. */
  boolean linked(Member member) {
    return settings != null
        && identities.of(member).stream()
            .anyMatch(l -> l.issuer().equals(settings.issuer().toString()));
  }

  private OpenIdClient client() {
    if (client == null) {
      throw Fault.missing("This desk signs nobody in by the word of another.");
    }
    return client;
  }

  private Identity identity(String subject) {
    String issuer = settings == null ? "" : settings.issuer().toString();
    return new Identity(issuer, subject);
  }

  /** Leads to the issuer. */
  public ServerResponse go(ServerRequest request) {
    Way way = new Way(ask(request), new Form(request).next(), null, "");
    return Pages.seeOther(kept(request, way));
  }

  /** The same with an invitation. */
  public ServerResponse goJoining(ServerRequest request) {
    String ticket = request.pathVariable("ticket");
    if (!ticket.matches("[A-Za-z0-9_-]{1,100}")) {
      throw Fault.missing("This invitation was used or has ended; ask for another.");
    }
    Way way = new Way(ask(request), "/", null, ticket);
    return Pages.seeOther(kept(request, way));
  }

  /**
   * The same for a member who wants to link it; a link on a page, since a browser sends no form on
   * to another address.
   */
  public ServerResponse linking(ServerRequest request) {
    Member member = SignedIn.required(request);
    String there = kept(request, new Way(ask(request), "/", member.id(), ""));
    NoteView view = new NoteView("away", there, null);
    return pages.page(request, new Page("Link an account elsewhere", "member/note.jte", view));
  }

  private OpenIdClient.Asked ask(ServerRequest request) {
    OpenIdClient asking = client();
    String machine = RateLimits.machine(request);
    entrance.limits().check(Limit.SIGN_IN_MACHINE, machine);
    try {
      return asking.ask(request);
    } catch (RuntimeException e) {
      entrance.limits().count(Limit.SIGN_IN_MACHINE, machine);
      throw silent(e);
    }
  }

  private static String kept(ServerRequest request, Way way) {
    request.servletRequest().getSession().setAttribute(WAY, way);
    return way.asked().address().toString();
  }

  /** What is wrong is nothing that a stranger needs to know; who runs the desk does. */
  private Fault silent(RuntimeException e) {
    String why = e.toString().replaceAll("\\p{Cntrl}", " ");
    LOG.log(Level.WARNING, settings + " did not say who somebody is: " + why);
    return new Fault(
        HttpStatus.FORBIDDEN,
        issuer() + " did not say who you are. Try again, or sign in another way.");
  }

  /** Comes back with the issuer's word. */
  public ServerResponse back(ServerRequest request) {
    OpenIdClient asked = client();
    String machine = RateLimits.machine(request);
    entrance.limits().check(Limit.SIGN_IN_MACHINE, machine);
    Way way = way(request);
    OpenIdClient.Proved proved;
    try {
      proved = asked.proved(way.asked(), request);
    } catch (RuntimeException e) {
      entrance.limits().count(Limit.SIGN_IN_MACHINE, machine);
      throw silent(e);
    }
    return way.member() == null
        ? signIn(request, way, proved)
        : link(SignedIn.required(request), way, proved);
  }

  /** Once. */
  private static Way way(ServerRequest request) {
    HttpSession session = request.servletRequest().getSession(false);
    Object way = session == null ? null : session.getAttribute(WAY);
    if (session == null || !(way instanceof Way known)) {
      throw Fault.badRequest("This was answered already, or too late; sign in again.");
    }
    session.removeAttribute(WAY);
    return known;
  }

  private ServerResponse signIn(ServerRequest request, Way way, OpenIdClient.Proved proved) {
    Optional<Member> known =
        identities
            .member(identity(proved.subject()))
            .or(() -> proved.confirmed() ? members.byMail(proved.mail()) : Optional.empty());
    if (known.isPresent()) {
      entrance.sessions().begin(request, known.get());
      return Pages.seeOther(way.next());
    }
    if (way.ticket().isEmpty()) {
      return Pages.seeOther("/join?from=elsewhere");
    }
    request.servletRequest().getSession().setAttribute(PROVED, proved);
    return Pages.seeOther("/join/" + way.ticket());
  }

  private ServerResponse link(Member member, Way way, OpenIdClient.Proved proved) {
    if (way.member() == null || way.member() != member.id()) {
      throw Fault.badRequest("Somebody else began this; begin again.");
    }
    boolean linked = identities.link(member, identity(proved.subject()));
    return Pages.seeOther("/account?said=" + (linked ? "linked" : "taken"));
  }

  /** Ends what was linked. */
  public ServerResponse unlink(ServerRequest request) {
    client();
    identities.unlink(SignedIn.required(request), identity("").issuer());
    return Pages.seeOther("/account?said=unlinked");
  }

  /** Who is about to join, by the word of the issuer. */
  Optional<OpenIdClient.Proved> joining(ServerRequest request) {
    HttpSession session = client == null ? null : request.servletRequest().getSession(false);
    return session != null && session.getAttribute(PROVED) instanceof OpenIdClient.Proved proved
        ? Optional.of(proved)
        : Optional.empty();
  }

  /** Links who has just joined. */
  void joined(Member member, OpenIdClient.Proved proved) {
    identities.link(member, identity(proved.subject()));
  }
}
