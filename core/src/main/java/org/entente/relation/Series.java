package org.entente.relation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.entente.time.DateRange;

/**
 * Agreement and tension of two actors, bin by bin without a hole, with what was read beside.
 *
 * <pre>{@code
 * Series weeks = Series.of(Pair.of("RUS", "USA"), Grain.WEEK, range, events, coverage);
 * Rarity last = Rarity.ofLast(weeks.panel(Side.AGREEMENT, Part.ALL, Exposure.ARTICLES),
 *     Settings.of(Grain.WEEK));
 * }</pre>
 *
 * Immutable and safe for threads.
 *
 * @param pair the two
 * @param grain length of a bin
 * @param bins in order of time, each beginning where the one before ends
 */
public record Series(Pair pair, Grain grain, List<Bin> bins) {
  private static final Comparator<RelationEvent> FIRST_THEN_LARGEST =
      Comparator.comparing(RelationEvent::date)
          .thenComparing(Comparator.comparingDouble(RelationEvent::size).reversed())
          .thenComparing(RelationEvent::quad)
          .thenComparing(RelationEvent::goldstein)
          .thenComparing(RelationEvent::source);

  public Series {
    bins = List.copyOf(bins);
    for (int i = 1; i < bins.size(); i++) {
      if (!bins.get(i).start().equals(grain.plus(bins.get(i - 1).start(), 1))) {
        throw new IllegalArgumentException(
            "bin " + bins.get(i).start() + " does not follow " + bins.get(i - 1).start());
      }
    }
  }

  /**
   * Counts the pair's events. Of several reports with one key the earliest counts, among those of
   * its day the one with the largest score, whatever the order of the input. An event with score
   * zero is on neither side.
   *
   * @param range first and last day; bins are whole, so days of the outer bins count too
   * @param events events of any actors; those of others are passed over
   * @param coverage what was read, at most one entry a day; a day without entry was not read
   */
  public static Series of(
      Pair pair,
      Grain grain,
      DateRange range,
      Collection<RelationEvent> events,
      Collection<Coverage> coverage) {
    Map<LocalDate, Bin.Sum> sums = empty(grain, range);
    for (Coverage day : coverage) {
      Bin.Sum sum = sums.get(grain.start(day.date()));
      if (sum != null) {
        sum.add(day);
      }
    }
    count(pair, grain, events, sums);
    List<Bin> bins = new ArrayList<>();
    sums.forEach((start, sum) -> bins.add(sum.bin(start)));
    return new Series(pair, grain, bins);
  }

  private static Map<LocalDate, Bin.Sum> empty(Grain grain, DateRange range) {
    Map<LocalDate, Bin.Sum> sums = new TreeMap<>();
    LocalDate start = grain.start(range.from());
    while (!start.isAfter(range.to())) {
      sums.put(start, new Bin.Sum());
      start = grain.plus(start, 1);
    }
    return sums;
  }

  private static void count(
      Pair pair, Grain grain, Collection<RelationEvent> events, Map<LocalDate, Bin.Sum> sums) {
    Set<String> seen = new HashSet<>();
    Set<String> forth = new HashSet<>();
    Set<String> back = new HashSet<>();
    for (RelationEvent event :
        events.stream()
            .filter(e -> pair.has(e) && e.goldstein() != 0)
            .sorted(FIRST_THEN_LARGEST)
            .toList()) {
      Bin.Sum sum = sums.getOrDefault(grain.start(event.date()), new Bin.Sum());
      if (seen.add(event.key())) {
        sum.add(Part.ALL, event);
        sum.add(event.isVerbal() ? Part.VERBAL : Part.MATERIAL, event);
      }
      boolean isForth = pair.isForth(event);
      if ((isForth ? forth : back).add(event.key())) {
        sum.add(isForth ? Part.FORTH : Part.BACK, event);
      }
    }
  }

  /** The same without the bins after that of a day. */
  public Series upTo(LocalDate day) {
    List<Bin> first = bins.stream().filter(b -> !b.start().isAfter(day)).toList();
    return first.size() == bins.size() ? this : new Series(pair, grain, first);
  }

  /** The counts of one side and part, with the exposure that they are to be measured by. */
  public Panel panel(Side side, Part part, Exposure exposure) {
    List<Panel.Row> rows = new ArrayList<>();
    for (Bin bin : bins) {
      Tally tally = bin.tally(side, part);
      rows.add(
          new Panel.Row(bin.start(), tally.events(), tally.weighted(), bin.exposure(exposure)));
    }
    return new Panel(grain, rows);
  }
}
