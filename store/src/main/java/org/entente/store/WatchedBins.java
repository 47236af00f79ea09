package org.entente.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.relation.ActorKey;
import org.entente.relation.Answer;
import org.entente.relation.Grain;
import org.entente.relation.Pair;
import org.entente.relation.Part;
import org.entente.relation.Series;
import org.entente.relation.Settings;
import org.entente.relation.Side;
import org.entente.relation.Watch;
import org.entente.time.DateRange;

/**
 * Tests all pairs of one bin after the other. What counts between two is read once for all bins
 * that may be asked, when the first of them needs it. For one thread, and for as long as the store
 * does not change.
 */
public final class WatchedBins {
  private final Store store;
  private final Settings settings;
  private final DateRange days;
  private final Map<Pair, Series> known = new HashMap<>();

  /**
   * @param settings of the test; its grain is that of all bins
   * @param days from the first bin of the window of the first bin that may be asked, to the last
   */
  public WatchedBins(Store store, Settings settings, DateRange days) {
    this.store = store;
    this.settings = settings;
    this.days = days;
  }

  /** Bins before the window of the test decide nothing, so that they need not be read. */
  static Answer.Asked window(Answer.Asked asked, Settings settings) {
    LocalDate first = asked.grain().plus(asked.grain().start(asked.on()), -settings.window());
    LocalDate since = first.isAfter(asked.since()) ? first : asked.since();
    return new Answer.Asked(asked.grain(), since, asked.on(), asked.exposure());
  }

  /**
   * The pairs of which a bin is rare although many were looked at. Tested are both sides of all
   * pairs with anything counted up to that bin.
   *
   * @param falseDiscovery share of the lines that may be false alarms in the long run
   * @throws StoreException when something counts and yet the day lies outside of what was read
   */
  public Watch watch(Answer.Asked asked, double falseDiscovery) {
    DateRange bin = Store.bin(asked);
    List<Pair> pairs = store.pairs(bin.from(), bin.to());
    if (!pairs.isEmpty()) {
      store.requireCovered(asked);
    }
    Answer.Asked window = window(asked, settings);
    List<Watch.Entry> entries = new ArrayList<>();
    for (Pair pair : pairs) {
      Answer answer = Answer.of(series(pair, window), settings, window);
      for (Side side : Side.values()) {
        if (answer.bin().tally(side, Part.ALL).events() > 0) {
          entries.add(new Watch.Entry(pair, side, answer.rarity(side)));
        }
      }
    }
    int sides = Side.values().length * store.countPairs(Store.within(asked));
    return Watch.of(entries, sides - entries.size(), falseDiscovery);
  }

  /** The bins of the window alone, so that the test is the same as if only they had been read. */
  private Series series(Pair pair, Answer.Asked window) {
    Grain grain = window.grain();
    Series whole =
        known.computeIfAbsent(
            pair,
            p ->
                store.series(
                    new ActorKey(p.first(), ""), new ActorKey(p.second(), ""), grain, bins(grain)));
    LocalDate first = grain.start(window.since());
    return new Series(
        pair, grain, whole.bins().stream().filter(b -> !b.start().isBefore(first)).toList());
  }

  private DateRange bins(Grain grain) {
    return new DateRange(grain.start(days.from()), days.to());
  }
}
