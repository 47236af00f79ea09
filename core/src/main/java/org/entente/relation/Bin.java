package org.entente.relation;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/**
 * One day, week or month of a pair.
 *
 * @param start its first day
 * @param articles articles read
 * @param sentences sentences in them that name both
 * @param agreement tallies by part; a part without event may be missing
 * @param tension tallies by part; a part without event may be missing
 */
public record Bin(
    LocalDate start,
    int articles,
    int sentences,
    Map<Part, Tally> agreement,
    Map<Part, Tally> tension) {
  public Bin {
    agreement = Map.copyOf(agreement);
    tension = Map.copyOf(tension);
  }

  /** Whether nothing was read: then no event means nothing. */
  public boolean isGap() {
    return articles == 0;
  }

  /** The tally of one side and part. */
  public Tally tally(Side side, Part part) {
    Tally found = (side == Side.AGREEMENT ? agreement : tension).get(part);
    return found == null ? Tally.NONE : found;
  }

  double exposure(Exposure exposure) {
    return exposure == Exposure.ARTICLES ? articles : sentences;
  }

  /** Adds up a bin while it is built; not shared. */
  static final class Sum {
    private int articles;
    private int sentences;
    private final Map<Part, Tally> agreement = new EnumMap<>(Part.class);
    private final Map<Part, Tally> tension = new EnumMap<>(Part.class);

    void add(Coverage coverage) {
      articles += coverage.articles();
      sentences += coverage.sentences();
    }

    void add(Part part, RelationEvent event) {
      Map<Part, Tally> side = Side.AGREEMENT.has(event) ? agreement : tension;
      side.put(part, side.getOrDefault(part, Tally.NONE).plus(event));
    }

    Bin bin(LocalDate start) {
      return new Bin(start, articles, sentences, agreement, tension);
    }
  }
}
