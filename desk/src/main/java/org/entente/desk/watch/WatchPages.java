package org.entente.desk.watch;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.desk.Access;
import org.entente.desk.Asked;
import org.entente.desk.Fault;
import org.entente.desk.Outside;
import org.entente.desk.Page;
import org.entente.desk.Pages;
import org.entente.desk.Room;
import org.entente.desk.Site;
import org.entente.store.Overview;
import org.entente.store.StoredWatch;
import org.entente.store.Watches;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Saved views: made, looked at, changed, taken out, and read as feeds. */
public final class WatchPages {
  private static final int RECENT = 50;
  private static final MediaType ATOM =
      new MediaType("application", "atom+xml", StandardCharsets.UTF_8);
  private static final MediaType JSON_FEED =
      new MediaType("application", "feed+json", StandardCharsets.UTF_8);

  private final Room room;
  private final Watches watches;
  private final WatchWords words;
  private final WatchForm form;
  private final Consent consent;
  private final Outside outside;
  private final Site site;
  private final SecureRandom random = new SecureRandom();

  public WatchPages(Room room, Outside outside, Site site, Consent consent) {
    this.room = room;
    this.watches = new Watches(room.store());
    this.words = new WatchWords(room);
    this.form = new WatchForm(room, words);
    this.consent = consent;
    this.outside = outside;
    this.site = site;
  }

  /** The reader's watches, and a form, which an address may fill: every view can be watched. */
  public ServerResponse list(ServerRequest request) {
    List<WatchesView.Line> lines =
        watches.all().stream()
            .filter(w -> isSeenBy(w, request))
            .map(w -> new WatchesView.Line(w, words.of(w), consent.waiting(w).isPresent()))
            .toList();
    WatchFields fields = WatchFields.of(request);
    WatchesView view = new WatchesView(lines, fields, outlets(fields), mails());
    return room.pages().page(request, new Page("Watches", "watch/watches.jte", view));
  }

  private static boolean isMine(StoredWatch watch, ServerRequest request) {
    return watch.owner().equals(who(request));
  }

  private static boolean isSeenBy(StoredWatch watch, ServerRequest request) {
    return isMine(watch, request)
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

  /** Those of the store, and the one that the form holds. */
  private List<String> outlets(WatchFields fields) {
    return Stream.concat(
            room.overview().outlets().stream().map(Overview.Count::name),
            Stream.of(fields.outlet()).filter(o -> !o.isEmpty()))
        .distinct()
        .toList();
  }

  /**
   * Makes a watch of the form, or of the wire's view; a view that is watched already leads there.
   */
  public ServerResponse add(ServerRequest request) {
    Watches.Wanted wanted = form.wanted(request, who(request));
    Optional<StoredWatch> known = same(request, wanted);
    if (known.isPresent()) {
      return Pages.seeOther("/watches/" + known.get().id());
    }
    boolean asks = consent.isNeeded(wanted.owner(), wanted.mail());
    if (asks) {
      consent.count(wanted.owner(), wanted.mail());
    }
    StoredWatch made =
        watches.add(
            wanted,
            HexFormat.of().formatHex(bytes(16)),
            Base64.getEncoder().encodeToString(bytes(32)));
    if (asks) {
      consent.ask(made);
    }
    return Pages.seeOther("/watches/" + made.id());
  }

  /** A watch of the same view, where nothing but the view is asked for. */
  private Optional<StoredWatch> same(ServerRequest request, Watches.Wanted wanted) {
    boolean viewAlone =
        Asked.words(request, "name").isEmpty()
            && wanted.mail().isEmpty()
            && wanted.hook().isEmpty();
    return watches.all().stream()
        .filter(w -> viewAlone && isMine(w, request))
        .filter(w -> w.view().equals(wanted.view()) && w.rare() == wanted.rare())
        .findFirst();
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  public ServerResponse show(ServerRequest request) {
    StoredWatch watch = seen(request);
    WatchView view =
        new WatchView(
            watch,
            words.of(watch),
            watches.items(watch.id(), RECENT),
            watches.sendings(watch.id(), RECENT),
            mails(),
            consent.waiting(watch).orElse(null),
            isMine(watch, request));
    return room.pages().page(request, new Page(watch.name(), "watch/watch.jte", view));
  }

  /** The form that changes a watch. */
  public ServerResponse editing(ServerRequest request) {
    StoredWatch watch = mine(request);
    WatchFields fields = WatchFields.of(watch);
    EditView view = new EditView(watch.id(), fields, outlets(fields), mails());
    return room.pages().page(request, new Page("Change a watch", "watch/edit.jte", view));
  }

  /** Changes a watch. Its feeds keep their addresses; what was found is not sent again. */
  public ServerResponse edit(ServerRequest request) {
    StoredWatch watch = mine(request);
    Watches.Wanted wanted = form.wanted(request, watch.owner());
    boolean asks =
        !watch.to().mail().equalsIgnoreCase(wanted.mail())
            && consent.isNeeded(wanted.owner(), wanted.mail());
    if (asks) {
      consent.count(wanted.owner(), wanted.mail());
    }
    watches.change(watch.id(), wanted);
    if (asks) {
      watches.watch(watch.id()).ifPresent(consent::ask);
    }
    return Pages.seeOther("/watches/" + watch.id());
  }

  /** Sends the link once more by which the reader of its address agrees. */
  public ServerResponse askAgain(ServerRequest request) {
    StoredWatch watch = mine(request);
    if (consent.waiting(watch).isPresent()) {
      consent.count(watch.owner(), watch.to().mail());
      consent.ask(watch);
    }
    return Pages.seeOther("/watches/" + watch.id());
  }

  /** Takes a watch out. */
  public ServerResponse remove(ServerRequest request) {
    watches.remove(seen(request).id());
    return Pages.seeOther("/watches");
  }

  private StoredWatch seen(ServerRequest request) {
    long id = Asked.id(request);
    return watches
        .watch(id)
        .filter(w -> isSeenBy(w, request))
        .orElseThrow(() -> Fault.missing("You have no watch with the number " + id + "."));
  }

  /** An administrator sees the watches of others, and takes them out, but changes none. */
  private StoredWatch mine(ServerRequest request) {
    StoredWatch watch = seen(request);
    if (!isMine(watch, request)) {
      throw new Fault(HttpStatus.FORBIDDEN, "Only who made a watch may change it.");
    }
    return watch;
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
