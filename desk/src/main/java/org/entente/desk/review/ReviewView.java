package org.entente.desk.review;

import java.util.List;
import org.entente.codebook.EventType;
import org.entente.store.Checked;
import org.entente.store.ErrorRate;
import org.entente.store.Reviews;
import org.jspecify.annotations.Nullable;

/**
 * What the review page shows.
 *
 * @param order the queue
 * @param waiting events that nobody checked
 * @param item the event to check, or null when all are
 * @param next the events after it
 * @param history earlier checks of the event
 * @param done what was checked just now, or null
 * @param rate the published error rate
 * @param choices what a correction may say
 * @param unkept the reason of a check that was not kept, since somebody else checked the event
 *     while its page stood open; null where nothing was lost
 */
public record ReviewView(
    Reviews.Order order,
    long waiting,
    @Nullable ReviewItem item,
    List<ReviewItem> next,
    List<Checked> history,
    @Nullable Checked done,
    ErrorRate rate,
    Choices choices,
    @Nullable String unkept) {
  /**
   * What a correction may say.
   *
   * @param types all codes
   * @param statuses all statuses
   * @param actors the names that occur most
   */
  public record Choices(List<EventType> types, List<String> statuses, List<String> actors) {}

  public ReviewView {
    next = List.copyOf(next);
    history = List.copyOf(history);
  }

  ReviewView overtaken(String reason) {
    return new ReviewView(order, waiting, item, next, history, done, rate, choices, reason);
  }

  /** What stands in the fields for the reason. */
  public String reason() {
    return unkept == null ? "" : unkept;
  }

  public List<Reviews.Order> orders() {
    return List.of(Reviews.Order.values());
  }

  /** What a queue is called. */
  public static String words(Reviews.Order order) {
    return switch (order) {
      case DOUBT -> "Least sure first";
      case RARE -> "Rare codes first";
      case UNSEEN -> "Rules never checked first";
      case CHANCE -> "Drawn by chance";
    };
  }

  /** The order as it stands in an address. */
  public static String part(Reviews.Order order) {
    return order.name().toLowerCase(java.util.Locale.ROOT);
  }
}
