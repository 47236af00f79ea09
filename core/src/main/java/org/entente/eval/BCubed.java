package org.entente.eval;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well groups agree with those of people: for each item the share of its group that belongs
 * there (precision) and of its true group that is in it (recall), itself included, averaged over
 * items (Bagga and Baldwin 1998, "Entity-based cross-document coreferencing using the vector space
 * model").
 *
 * @param precision 0 to 1
 * @param recall 0 to 1
 */
public record BCubed(double precision, double recall) {
  /**
   * @param found for each item its group
   * @param truth for each item its true group, in the same order
   */
  public static BCubed of(List<?> found, List<?> truth) {
    if (found.size() != truth.size() || found.isEmpty()) {
      throw new IllegalArgumentException(found.size() + " items found, " + truth.size() + " true");
    }
    Map<Object, Integer> sizes = new HashMap<>();
    Map<Object, Integer> trueSizes = new HashMap<>();
    Map<List<Object>, Integer> both = new HashMap<>();
    for (int i = 0; i < found.size(); i++) {
      sizes.merge(found.get(i), 1, Integer::sum);
      trueSizes.merge(truth.get(i), 1, Integer::sum);
      both.merge(List.of(found.get(i), truth.get(i)), 1, Integer::sum);
    }
    double precision = 0;
    double recall = 0;
    for (Map.Entry<List<Object>, Integer> entry : both.entrySet()) {
      double pairs = (double) entry.getValue() * entry.getValue();
      precision += pairs / sizes.getOrDefault(entry.getKey().getFirst(), 1);
      recall += pairs / trueSizes.getOrDefault(entry.getKey().getLast(), 1);
    }
    return new BCubed(precision / found.size(), recall / found.size());
  }

  /** The harmonic mean of the two. */
  public double f() {
    return 2 * precision * recall / (precision + recall);
  }
}
