package org.entente.story;

import java.util.HashMap;
import java.util.Map;
import org.entente.codebook.DataFile;

/**
 * How telling a term is: its inverse document frequency in texts that were counted for this
 * project. The counts are shipped and never updated from what is read, so that an article's weights
 * depend neither on what came before nor on what comes after. Immutable and thread-safe.
 */
final class TermWeights {
  private final Map<String, Integer> texts = new HashMap<>();
  private final int counted;

  /**
   * @throws IllegalStateException when the installation lacks the counts
   */
  TermWeights() {
    int all = 0;
    for (DataFile.Row row : DataFile.resource(TermWeights.class, "text-counts.tsv", 2).rows()) {
      int n = Integer.parseInt(row.column(1));
      if (row.column(0).equals("*")) {
        all = n;
      } else {
        texts.put(row.column(0), n);
      }
    }
    if (all == 0) {
      throw new IllegalStateException("text-counts.tsv does not say how many texts were counted");
    }
    this.counted = all;
  }

  /** At least 0; a term in no counted text is worth most. */
  double of(String term) {
    double idf = Math.log((counted + 1) / (texts.getOrDefault(term, 0) + 0.5));
    return Math.pow(Math.max(0, idf), StorySettings.RARITY_POWER);
  }
}
