package org.entente.relation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The pairs whose last bin is rare although many pairs were looked at: tail probabilities adjusted
 * by Benjamini and Hochberg (JRSS B 57, 1995, 289–300), which holds for independent and for
 * positively dependent pairs. Immutable and safe for threads.
 *
 * @param lines rare ones, rarest first
 * @param entries all that were worked out, in the order in which they were given
 * @param tested how many were tested; those that cannot be told for want of coverage were not
 * @param falseDiscovery share of the lines that may be false alarms in the long run
 */
public record Watch(List<Line> lines, List<Entry> entries, int tested, double falseDiscovery) {
  public Watch {
    lines = List.copyOf(lines);
    entries = List.copyOf(entries);
    if (!(falseDiscovery > 0 && falseDiscovery < 1)) {
      throw new IllegalArgumentException(
          "false discovery share " + falseDiscovery + " is not within 0..1");
    }
  }

  /** One side of a pair with the rarity of its last bin. */
  public record Entry(Pair pair, Side side, Rarity rarity) {
    double tail() {
      Forecast forecast = rarity.forecast();
      return forecast == null ? 1 : forecast.tail(rarity.model());
    }

    boolean isTested() {
      return rarity.doubt() == null || rarity.doubt() == Doubt.FEW_EVENTS;
    }
  }

  /**
   * An entry that is still rare among all.
   *
   * @param adjusted the smallest false discovery share at which it would be listed
   */
  public record Line(Entry entry, double adjusted) {}

  /**
   * Lists what is rare.
   *
   * @param falseDiscovery 0.05: one line in twenty may be a false alarm
   */
  public static Watch of(Collection<Entry> entries, double falseDiscovery) {
    return of(entries, 0, falseDiscovery);
  }

  /**
   * The same, when sides that counted nothing were not worked out: their tail probability is near
   * one, and they are tests all the same.
   *
   * @param quiet how many sides of pairs counted nothing
   */
  public static Watch of(Collection<Entry> entries, int quiet, double falseDiscovery) {
    List<Entry> tested =
        entries.stream()
            .filter(Entry::isTested)
            .sorted(
                Comparator.comparingDouble(Entry::tail)
                    .thenComparing(Entry::pair)
                    .thenComparing(Entry::side))
            .toList();
    List<Line> lines = new ArrayList<>();
    int tests = tested.size() + quiet;
    double adjusted = 1;
    for (int rank = tested.size(); rank >= 1; rank--) {
      Entry entry = tested.get(rank - 1);
      adjusted = Math.min(adjusted, entry.tail() * tests / rank);
      if (adjusted <= falseDiscovery && entry.rarity().doubt() == null) {
        lines.addFirst(new Line(entry, adjusted));
      }
    }
    return new Watch(lines, List.copyOf(entries), tests, falseDiscovery);
  }

  /** Those that are rare for their pair alone, and among all no longer. */
  public List<Entry> alone() {
    List<Entry> listed = lines.stream().map(Line::entry).toList();
    return entries.stream()
        .filter(e -> e.rarity().verdict() == Verdict.RARE && !listed.contains(e))
        .toList();
  }
}
