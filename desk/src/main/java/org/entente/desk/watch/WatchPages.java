package org.entente.desk.watch;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.entente.desk.Access;
import org.entente.desk.Asked;
import org.entente.desk.Fault;
import org.entente.desk.Outside;
import org.entente.desk.Page;
import org.entente.desk.Pages;
import org.entente.desk.Room;
import org.entente.desk.Site;
import org.entente.relation.ActorKey;
import org.entente.store.Query;
import org.entente.store.StoredWatch;
import org.entente.store.Watches;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Saved views: made, looked at, taken out, and read as feeds. */
public final class WatchPages {
  private static final int RECENT = 50;
  private static final MediaType ATOM =
      new MediaType("application", "atom+xml", StandardCharsets.UTF_8);
  private static final MediaType JSON_FEED =
      new MediaType("application", "feed+json", StandardCharsets.UTF_8);

  private final Room room;
  private final Watches watches;
  private final Outside outside;
  private final Site site;
  private final SecureRandom random = new SecureRandom();

  public WatchPages(Room room, Outside outside, Site site) {
    this.room = room;
    this.watches = new Watches(room.store());
    this.outside = outside;
    this.site = site;
  }

  /** The reader's watches, and a form, which an address may fill: every view can be watched. */
  public ServerResponse list(ServerRequest request) {
    WatchesView.Form form =
        new WatchesView.Form(
            Asked.words(request, "name"),
            Asked.words(request, "words"),
            Asked.words(request, "a"),
            Asked.words(request, "b"),
            Asked.words(request, "code"));
    List<WatchesView.Line> lines =
        watches.all().stream()
            .filter(w -> isOf(w, request))
            .map(w -> new WatchesView.Line(w, looksFor(w)))
            .toList();
    WatchesView view = new WatchesView(lines, form, mails());
    return room.pages().page(request, new Page("Watches", "watch/watches.jte", view));
  }

  private static boolean isOf(StoredWatch watch, ServerRequest request) {
    return watch.owner().equals(who(request))
        || request.servletRequest().isUserInRole(Access.ADMINISTRATOR.role());
  }

  private static String who(ServerRequest request) {
    return request.principal().map(Principal::getName).orElse("");
  }

  private String mails() {
    return outside.mail().sends()
        ? "Mails are sent by " + outside.mail() + "."
        : "No mail server is set: mails are written to the folder " + outside.folder() + ".";
  }

  private String looksFor(StoredWatch watch) {
    List<String> parts = new ArrayList<>();
    watch.actors().forEach(a -> parts.add(room.names().name(a)));
    watch.view().codes().forEach(c -> parts.add("code " + c));
    if (!watch.view().words().isBlank()) {
      parts.add("the words " + watch.view().words());
    }
    if (watch.rare()) {
      parts.add("rare weeks");
    }
    return String.join(", ", parts);
  }

  /** Makes a watch of the form. */
  public ServerResponse add(ServerRequest request) {
    Query view = view(request);
    boolean rare = request.param("rare").isPresent();
    if (rare && view.actors().size() != 2) {
      throw Fault.badRequest("Rarity is told of two actors; name both.");
    }
    if (view.words().isBlank() && !view.asksForEvents()) {
      throw Fault.badRequest("A watch looks for words, an actor, a pair or a code; give one.");
    }
    String mail = Asked.words(request, "mail");
    if (!mail.isEmpty() && !Mail.isAddress(mail)) {
      throw Fault.badRequest("'" + mail + "' is no e-mail address.");
    }
    String hook = Asked.words(request, "hook");
    if (!hook.isEmpty() && !hook.matches("(?i)https?://[^\\s/?#]+.*")) {
      throw Fault.badRequest("'" + hook + "' is no address of a webhook; it begins with https://.");
    }
    String name = Asked.words(request, "name");
    Watches.Wanted wanted =
        new Watches.Wanted(name.isEmpty() ? "Watch" : name, view, rare, who(request), mail, hook);
    StoredWatch made =
        watches.add(
            wanted,
            HexFormat.of().formatHex(bytes(16)),
            Base64.getEncoder().encodeToString(bytes(32)));
    return Pages.seeOther("/watches/" + made.id());
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private Query view(ServerRequest request) {
    List<ActorKey> actors =
        Stream.of(Asked.words(request, "a"), Asked.words(request, "b"))
            .filter(w -> !w.isEmpty())
            .map(room::actor)
            .toList();
    List<String> codes =
        Stream.of(Asked.words(request, "code").split("[\\s,]+")).filter(c -> !c.isEmpty()).toList();
    for (String code : codes) {
      if (!code.matches("[0-9]{1,4}")) {
        throw Fault.badRequest("'" + code + "' is no CAMEO code, nor the beginning of one.");
      }
    }
    return Query.ALL.withWords(Asked.words(request, "words")).withActors(actors).withCodes(codes);
  }

  public ServerResponse show(ServerRequest request) {
    StoredWatch watch = own(request);
    WatchView view =
        new WatchView(
            watch,
            looksFor(watch),
            watches.items(watch.id(), RECENT),
            watches.sendings(watch.id(), RECENT),
            mails());
    return room.pages().page(request, new Page(watch.name(), "watch/watch.jte", view));
  }

  /** Takes a watch out. */
  public ServerResponse remove(ServerRequest request) {
    watches.remove(own(request).id());
    return Pages.seeOther("/watches");
  }

  private StoredWatch own(ServerRequest request) {
    long id = Asked.id(request);
    return watches
        .watch(id)
        .filter(w -> isOf(w, request))
        .orElseThrow(() -> Fault.missing("You have no watch with the number " + id + "."));
  }

  public ServerResponse atom(ServerRequest request) {
    StoredWatch watch = byToken(request);
    String feed = WatchFeeds.atom(watch, found(watch), site.link(request.path()).toString());
    return ServerResponse.ok().contentType(ATOM).body(feed.getBytes(StandardCharsets.UTF_8));
  }

  public ServerResponse json(ServerRequest request) {
    StoredWatch watch = byToken(request);
    String feed = WatchFeeds.json(watch, found(watch), site.link(request.path()).toString());
    return ServerResponse.ok().contentType(JSON_FEED).body(feed.getBytes(StandardCharsets.UTF_8));
  }

  private List<StoredWatch.Item> found(StoredWatch watch) {
    return Sender.addressed(watches.items(watch.id(), RECENT), site);
  }

  private StoredWatch byToken(ServerRequest request) {
    return watches
        .byToken(request.pathVariable("token"))
        .orElseThrow(() -> Fault.missing("There is no such watch; it was taken out."));
  }
}
