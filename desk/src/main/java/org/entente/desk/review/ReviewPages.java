package org.entente.desk.review;

import java.security.Principal;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.springframework.http.HttpStatus;
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
    return pages.page(request, page(view(request, order, first, next)));
  }

  /** One event, checked or not. */
  public ServerResponse event(ServerRequest request) {
    ReviewItem item = item(event(Asked.id(request)));
    return pages.page(request, page(view(request, order(request), item, List.of())));
  }

  private static Page page(ReviewView view) {
    return new Page("Check codings", "review/review.jte", view);
  }

  private ReviewView view(
      ServerRequest request,
      Reviews.Order order,
      @Nullable ReviewItem item,
      List<ReviewItem> next) {
    return new ReviewView(
        order,
        reviews.waiting(),
        item,
        next,
        item == null ? List.of() : reviews.history(item.id()),
        done(request),
        reviews.errorRate(),
        choices(),
        null);
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
    return ReviewItem.of(
        event,
        reviews.machine(event.id()),
        reviews.passage(event),
        store.content(event.article().document()));
  }

  /** Keeps what the reader says of an event, and goes on to the next. */
  public ServerResponse check(ServerRequest request) {
    StoredEvent event = event(Asked.id(request));
    String by = request.principal().map(Principal::getName).orElseThrow();
    Correction correction =
        new Judgement(reviews, types, event, by, Reviews.now(clock)).of(request);
    if (!reviews.check(event.id(), correction, order(request), seen(request, event))) {
      return overtaken(request, event);
    }
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("order", ReviewView.part(order(request)));
    parts.put("done", String.valueOf(event.id()));
    return Pages.seeOther(Links.with("/review", parts));
  }

  /** How many checks of the event its page showed; a form that does not say has seen all. */
  private int seen(ServerRequest request, StoredEvent event) {
    String seen = Asked.words(request, "seen");
    return seen.matches("[0-9]{1,6}") ? Integer.parseInt(seen) : reviews.history(event.id()).size();
  }

  /** The event as it is now, to one whose check was not kept since somebody else was first. */
  private ServerResponse overtaken(ServerRequest request, StoredEvent event) {
    ReviewView view = view(request, order(request), item(event), List.of());
    return pages.page(
        request,
        page(view.overtaken(Asked.words(request, "reason"))).withStatus(HttpStatus.CONFLICT));
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
