package org.entente.relation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How rare one bin is for a pair, against the pair's own past. Methods, assumptions and worked
 * numbers stand in docs/rarity.md. Immutable and safe for threads.
 *
 * @param grain length of a bin
 * @param bin the tested bin: its count is tested, its weighted value only reported
 * @param past bins of the window before it, at most the settings' window
 * @param covered those of them of which something was read
 * @param rank 1 when no covered bin of the past has more events; ties share a rank; 0 for a gap
 * @param asHigh the nearest earlier covered bins with at least as many events, latest first, at
 *     most three
 * @param forecast what was to be expected; null where the past is too short or the bin a gap
 * @param verdict the answer
 * @param doubt why it cannot be told; null otherwise
 * @param model whose tail probability decided
 */
public record Rarity(
    Grain grain,
    Panel.Row bin,
    int past,
    int covered,
    int rank,
    List<Panel.Row> asHigh,
    @Nullable Forecast forecast,
    Verdict verdict,
    @Nullable Doubt doubt,
    Model model) {
  private static final int NEAREST = 3;

  public Rarity {
    asHigh = List.copyOf(asHigh);
  }

  /**
   * The rarity of the bin at an index.
   *
   * @throws IndexOutOfBoundsException when the panel has no such row
   */
  public static Rarity of(Panel panel, int index, Settings settings) {
    Panel.Row bin = panel.rows().get(index);
    int from = Math.max(0, index - settings.window());
    List<Panel.Row> covered =
        panel.rows().subList(from, index).stream().filter(r -> !r.isGap()).toList();
    boolean testable = !bin.isGap() && covered.size() >= settings.leastPast();
    Forecast forecast =
        testable
            ? Forecast.of(Past.of(panel.rows(), index, settings.window()), bin.events(), settings)
            : null;
    boolean unlikely = forecast != null && forecast.tail(settings.model()) <= settings.level();
    Doubt doubt = doubt(bin, covered, index - from, settings);
    if (doubt == null && unlikely && bin.events() < settings.leastEvents()) {
      doubt = Doubt.FEW_EVENTS;
    }
    return new Rarity(
        panel.grain(),
        bin,
        index - from,
        covered.size(),
        rank(bin, covered),
        asHigh(bin, covered),
        forecast,
        doubt != null ? Verdict.CANNOT_BE_TOLD : unlikely ? Verdict.RARE : Verdict.NOT_RARE,
        doubt,
        settings.model());
  }

  /** The rarity of the last bin; an empty panel is misuse. */
  public static Rarity ofLast(Panel panel, Settings settings) {
    return of(panel, panel.rows().size() - 1, settings);
  }

  private static @Nullable Doubt doubt(
      Panel.Row bin, List<Panel.Row> covered, int past, Settings settings) {
    if (bin.isGap()) {
      return Doubt.NOT_READ;
    }
    if (covered.size() < settings.leastPast()) {
      return Doubt.PAST_TOO_SHORT;
    }
    if (covered.size() < settings.leastShare() * past) {
      return Doubt.PAST_FULL_OF_GAPS;
    }
    double[] exposures = covered.stream().mapToDouble(Panel.Row::exposure).sorted().toArray();
    double ratio = bin.exposure() / exposures[exposures.length / 2];
    double farthest = settings.farthestExposure();
    return ratio > farthest || ratio * farthest < 1 ? Doubt.READ_OTHERWISE : null;
  }

  private static int rank(Panel.Row bin, List<Panel.Row> covered) {
    long higher = covered.stream().filter(r -> r.events() > bin.events()).count();
    return bin.isGap() ? 0 : 1 + (int) higher;
  }

  private static List<Panel.Row> asHigh(Panel.Row bin, List<Panel.Row> covered) {
    List<Panel.Row> found = new ArrayList<>();
    for (Panel.Row row : covered.reversed()) {
      if (!bin.isGap() && row.events() >= bin.events() && found.size() < NEAREST) {
        found.add(row);
      }
    }
    return found;
  }

  /** Share of the past that was covered, 0 to 1; 0 without past. */
  public double share() {
    return past == 0 ? 0 : (double) covered / past;
  }

  /** Verdict, figures and dates as sentences. */
  public String words() {
    return RarityWords.of(this);
  }
}
