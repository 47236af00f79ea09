package org.entente.relation;

import java.time.LocalDate;
import java.util.Collection;
import org.entente.time.DateRange;

/**
 * The answer to "was this a rare level of agreement, or of tension, between these two?": their
 * series, the bin that is asked for, and its rarity on each side. Immutable and safe for threads.
 *
 * @param series from the first to the asked bin
 * @param agreement rarity of the bin's agreement
 * @param tension rarity of the bin's tension
 */
public record Answer(Series series, Rarity agreement, Rarity tension) {
  /**
   * Counts and tests.
   *
   * @param settings window, level and model of the test
   * @param asked bins, days and exposure
   * @param events events of any actors
   * @param coverage what was read, at most one entry a day
   */
  public static Answer of(
      Pair pair,
      Settings settings,
      Asked asked,
      Collection<RelationEvent> events,
      Collection<Coverage> coverage) {
    DateRange range = new DateRange(asked.since(), asked.on());
    return of(Series.of(pair, asked.grain(), range, events, coverage), settings, asked);
  }

  /**
   * Tests a bin of what was counted already; the bins after it are left out.
   *
   * @param whole by the same grain; must hold the asked bin
   */
  public static Answer of(Series whole, Settings settings, Asked asked) {
    Series series = whole.upTo(asked.on());
    return new Answer(
        series,
        Rarity.ofLast(series.panel(Side.AGREEMENT, Part.ALL, asked.exposure()), settings),
        Rarity.ofLast(series.panel(Side.TENSION, Part.ALL, asked.exposure()), settings));
  }

  /**
   * What is asked.
   *
   * @param grain day, week or month
   * @param since the first day that is counted
   * @param on a day of the bin that is asked for; what lies after that bin is not looked at
   * @param exposure what expected counts are proportional to
   */
  public record Asked(Grain grain, LocalDate since, LocalDate on, Exposure exposure) {
    public Asked {
      if (on.isBefore(since)) {
        throw new IllegalArgumentException("the day " + on + " lies before the first, " + since);
      }
    }
  }

  /** The bin that is asked for. */
  public Bin bin() {
    return series.bins().getLast();
  }

  /** The rarity of one side. */
  public Rarity rarity(Side side) {
    return side == Side.AGREEMENT ? agreement : tension;
  }
}
