package org.entente.desk.publish;

import java.util.List;
import org.entente.store.Schedules;
import org.entente.store.SecondLooks;
import org.jspecify.annotations.Nullable;

/**
 * How far a review is on its way to readers.
 *
 * @param needed whether the house asks for a second person
 * @param approved whether one approved the newest version
 * @param looks all second looks, newest first
 * @param due when it is to be published by itself, or null
 * @param dueHolds whether who decided so may still publish the review
 * @param dueHere that moment in the desk's time zone; empty where there is none
 * @param zone the desk's time zone, in words
 */
public record StandingView(
    boolean needed,
    boolean approved,
    List<SecondLooks.Look> looks,
    Schedules.@Nullable Due due,
    boolean dueHolds,
    String dueHere,
    String zone) {
  public StandingView {
    looks = List.copyOf(looks);
  }

  /** Whether a look is waited for. */
  public boolean isAsked() {
    return looks.stream().anyMatch(SecondLooks.Look::isOpen);
  }

  /** Whether nothing of the house stands in the way of publishing. */
  public boolean isFree() {
    return !needed || approved;
  }
}
