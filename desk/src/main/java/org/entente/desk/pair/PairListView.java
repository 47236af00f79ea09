package org.entente.desk.pair;

import java.util.List;
import org.entente.store.ErrorRate;
import org.entente.store.Overview;

/**
 * The list of pairs.
 *
 * @param lines the busiest
 * @param all how many there are
 * @param actors who can be chosen
 * @param rate how often codings are wrong, as far as people checked them
 */
public record PairListView(List<Line> lines, int all, List<Overview.Count> actors, ErrorRate rate) {
  public PairListView {
    lines = List.copyOf(lines);
    actors = List.copyOf(actors);
  }

  /** A pair with all that was counted. */
  public record Line(String href, String one, String other, int agreement, int tension) {}
}
