package org.entente.desk.review;

import java.security.Principal;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.actor.Actor;
import org.entente.codebook.EventType;
import org.entente.desk.Asked;
import org.entente.desk.Fault;
import org.entente.desk.Links;
import org.entente.desk.Page;
import org.entente.desk.Pages;
import org.entente.desk.Room;
import org.entente.statement.Status;
import org.entente.store.Checked;
import org.entente.store.Correction;
import org.entente.store.Reviews;
import org.entente.store.Store;
import org.entente.store.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The queue of codings to check, the check itself, and all checks so far. */
public final class ReviewPages {
  private static final int AHEAD = 8;
  private static final int ACTORS = 300;
  private static final int RECENT = 100;

  private final Store store;
  private final Reviews reviews;
  private final Pages pages;
  private final Clock clock = Clock.systemUTC();
  private final List<EventType> types;

  public ReviewPages(Room room) {
    this.store = room.store();
    this.reviews = new Reviews(store);
    this.pages = room.pages();
    this.types = room.codebook().types();
  }

  /** The first event of a queue. */
  public ServerResponse queue(ServerRequest request) {
    Reviews.Order order = order(request);
    List<StoredEvent> queue = reviews.queue(order, AHEAD + 1);
    ReviewItem first = queue.isEmpty() ? null : item(queue.getFirst());
    List<ReviewItem> next = queue.stream().skip(1).map(this::item).toList();
    return page(request, order, first, next);
  }

  /** One event, checked or not. */
  public ServerResponse event(ServerRequest request) {
    StoredEvent event = event(Asked.id(request));
    return page(request, order(request), item(event), List.of());
  }

  private ServerResponse page(
      ServerRequest request,
      Reviews.Order order,
      @Nullable ReviewItem item,
      List<ReviewItem> next) {
    ReviewView view =
        new ReviewView(
            order,
            reviews.waiting(),
            item,
            next,
            item == null ? List.of() : reviews.history(item.id()),
            done(request),
            reviews.errorRate(),
            choices());
    return pages.page(request, new Page("Check codings", "review/review.jte", view));
  }

  private @Nullable Checked done(ServerRequest request) {
    String id = Asked.words(request, "done");
    return id.matches("[0-9]{1,18}")
        ? reviews.history(Long.parseLong(id)).stream().findFirst().orElse(null)
        : null;
  }

  private ReviewView.Choices choices() {
    return new ReviewView.Choices(
        types,
        Arrays.stream(Status.values()).map(Status::word).toList(),
        reviews.actorNames(ACTORS));
  }

  private ReviewItem item(StoredEvent event) {
    return ReviewItem.of(event, reviews.passage(event), store.content(event.article().document()));
  }

  /** Keeps what the reader says of an event, and goes on to the next. */
  public ServerResponse check(ServerRequest request) {
    StoredEvent event = event(Asked.id(request));
    Correction.Verdict verdict =
        Asked.one(request, "verdict", Correction.Verdict.class)
            .orElseThrow(
                () -> Fault.badRequest("Say whether the coding is accepted, rejected or changed."));
    String by = request.principal().map(Principal::getName).orElseThrow();
    String reason = Asked.words(request, "reason");
    Correction correction =
        verdict == Correction.Verdict.CHANGED
            ? changed(request, event, by)
            : Correction.of(verdict, by, Reviews.now(clock), reason);
    reviews.check(event.id(), correction, order(request));
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("order", ReviewView.part(order(request)));
    parts.put("done", String.valueOf(event.id()));
    return Pages.seeOther(Links.with("/review", parts));
  }

  private Correction changed(ServerRequest request, StoredEvent event, String by) {
    String code = code(Asked.words(request, "code"));
    Status status = Asked.one(request, "status", Status.class).orElse(event.status());
    Actor source = actor(Asked.words(request, "source"), event.source());
    Actor target = actor(Asked.words(request, "target"), event.target());
    if (code.equals(event.type().code())) {
      code = "";
    }
    if (code.isEmpty() && status == event.status() && source == null && target == null) {
      throw Fault.badRequest(
          "Nothing is changed by this correction; accept the coding if it is right.");
    }
    return new Correction(
        Correction.Verdict.CHANGED,
        code.isEmpty() ? null : code,
        status == event.status() ? null : status,
        source,
        target,
        by,
        Reviews.now(clock),
        Asked.words(request, "reason"));
  }

  /** A code as typed, with or without its name. */
  private String code(String words) {
    String code = words.replaceFirst("\\s.*", "");
    if (!code.isEmpty() && types.stream().noneMatch(t -> t.code().equals(code))) {
      throw Fault.badRequest("'" + code + "' is no CAMEO code; choose one of the list.");
    }
    return code;
  }

  /** Null where it stays as it is. */
  private @Nullable Actor actor(String words, @Nullable Actor now) {
    String known = now == null ? "" : now.name();
    if (words.equals(known)) {
      return null;
    }
    if (words.isEmpty()) {
      throw Fault.badRequest(
          "An actor cannot be taken away from an event; name another, or reject the event.");
    }
    return reviews
        .actor(words)
        .orElseThrow(() ->
            Fault.badRequest(
                "The store knows nobody called '"
                    + words
                    + "'; choose a name of the list, or write it as an article does."));
  }

  /** All checks, and what share was wrong. */
  public ServerResponse checks(ServerRequest request) {
    ChecksView view = new ChecksView(reviews.errorRate(), reviews.recent(RECENT));
    return pages.page(request, new Page("Checks", "review/checks.jte", view));
  }

  private StoredEvent event(long id) {
    return reviews
        .event(id)
        .orElseThrow(() -> Fault.missing("There is no event with the number " + id + "."));
  }

  private static Reviews.Order order(ServerRequest request) {
    return Asked.one(request, "order", Reviews.Order.class).orElse(Reviews.Order.DOUBT);
  }
}
