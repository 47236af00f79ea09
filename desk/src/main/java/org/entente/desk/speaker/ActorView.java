package org.entente.desk.speaker;

import java.util.List;
import org.entente.desk.EventLine;
import org.entente.store.ErrorRate;
import org.entente.store.Overview;
import org.entente.store.StoredPosition;

/**
 * One actor.
 *
 * @param key its key
 * @param name what it is called
 * @param said how many statements are of it, or of who speaks for it
 * @param pairs with whom it has most to do
 * @param people who speaks for it, with statements
 * @param events the newest that it is in
 * @param positions the newest sides that it took
 * @param rate how often codings are wrong, as far as people checked them
 */
public record ActorView(
    String key,
    String name,
    int said,
    List<Partner> pairs,
    List<Overview.Count> people,
    List<EventLine> events,
    List<StoredPosition> positions,
    ErrorRate rate) {
  public ActorView {
    pairs = List.copyOf(pairs);
    people = List.copyOf(people);
    events = List.copyOf(events);
    positions = List.copyOf(positions);
  }

  /** The other side of a pair, with what counts between the two. */
  public record Partner(String href, String name, int agreement, int tension) {}
}
