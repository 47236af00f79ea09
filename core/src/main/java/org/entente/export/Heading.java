package org.entente.export;

import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;

/**
 * What holds for a whole file.
 *
 * @param codebook versions of the codebook that coded the records, joined by commas
 * @param state a word that changes whenever the kept records change
 * @param selection what was asked for
 * @param read articles of each month that were read
 */
public record Heading(
    String codebook, String state, Selection selection, Map<YearMonth, Long> read) {
  public Heading {
    read = Map.copyOf(new TreeMap<>(read));
  }
}
