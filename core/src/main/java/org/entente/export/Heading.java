package org.entente.export;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What holds for a whole file.
 *
 * @param codebook versions of the codebook that coded the records, joined by commas
 * @param state a word that changes whenever the kept records change
 * @param selection what was asked for
 * @param years years that events which hold count for, in their order
 * @param read articles of each month that were read
 */
public record Heading(
    String codebook,
    String state,
    Selection selection,
    List<Integer> years,
    Map<YearMonth, Long> read) {
  public Heading {
    years = List.copyOf(years);
    read = Map.copyOf(new TreeMap<>(read));
  }
}
