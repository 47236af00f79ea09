package org.entente.desk.speaker;

import java.util.List;
import org.entente.store.Overview;

/**
 * Who acts and who speaks.
 *
 * @param actors busiest first
 * @param speakers most often heard first
 */
public record ActorListView(List<Line> actors, List<Overview.Count> speakers) {
  public ActorListView {
    actors = List.copyOf(actors);
    speakers = List.copyOf(speakers);
  }

  /** An actor with the events that it is in. */
  public record Line(String key, String name, int events) {}
}
