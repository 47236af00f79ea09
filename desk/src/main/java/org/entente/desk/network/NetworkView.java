package org.entente.desk.network;

import java.util.List;
import org.entente.store.ErrorRate;
import org.entente.time.DateRange;

/**
 * Who acts on whom within some days.
 *
 * @param days the days
 * @param picture SVG of our own making; empty when there is nothing to draw
 * @param drawn how many actors the picture shows
 * @param lines every direction of every pair, busiest first
 * @param rate how often codings are wrong, as far as people checked them
 */
public record NetworkView(
    DateRange days, String picture, int drawn, List<Line> lines, ErrorRate rate) {
  public NetworkView {
    lines = List.copyOf(lines);
  }

  /** One direction of a pair. */
  public record Line(
      String sourceKey,
      String source,
      String targetKey,
      String target,
      int agreement,
      int tension) {}
}
