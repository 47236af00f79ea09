package org.entente.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The most telling terms of an article with their weights, sorted by term; the squares of the
 * weights add up to about 1. Immutable.
 *
 * @param terms sorted
 * @param weights as many as terms, each above 0
 */
public record TermVector(List<String> terms, List<Float> weights) {
  /** Weights are multiples of one ten-thousandth, so that they can be written down exactly. */
  public static final int GRAINS = 10_000;

  public TermVector {
    terms = List.copyOf(terms);
    weights = List.copyOf(weights);
    if (terms.size() != weights.size()) {
      throw new IllegalArgumentException(terms.size() + " terms, " + weights.size() + " weights");
    }
  }

  /** The heaviest terms, brought to length 1. */
  static TermVector of(Map<String, Double> weights, int most) {
    List<Map.Entry<String, Double>> heaviest =
        weights.entrySet().stream()
            .filter(e -> e.getValue() > 0)
            .sorted(
                Comparator.comparing((Map.Entry<String, Double> e) -> -e.getValue())
                    .thenComparing(Map.Entry::getKey))
            .limit(most)
            .sorted(Map.Entry.comparingByKey())
            .toList();
    double length =
        Math.sqrt(heaviest.stream().mapToDouble(e -> e.getValue() * e.getValue()).sum());
    List<String> terms = new ArrayList<>();
    List<Float> unit = new ArrayList<>();
    for (Map.Entry<String, Double> entry : heaviest) {
      terms.add(entry.getKey());
      unit.add(Math.round(entry.getValue() / length * GRAINS) / (float) GRAINS);
    }
    return new TermVector(terms, unit);
  }

  /** As {@code syria 1204 talk 880}: terms are letters and digits, weights ten-thousandths. */
  public String written() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < terms.size(); i++) {
      text.append(i == 0 ? "" : " ")
          .append(terms.get(i))
          .append(' ')
          .append(Math.round(weights.get(i) * GRAINS));
    }
    return text.toString();
  }

  /**
   * What {@link #written} gave.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static TermVector parse(String text) {
    List<String> terms = new ArrayList<>();
    List<Float> weights = new ArrayList<>();
    String[] parts = text.isEmpty() ? new String[0] : text.split(" ");
    for (int i = 0; i + 1 < parts.length; i += 2) {
      terms.add(parts[i]);
      weights.add(Integer.parseInt(parts[i + 1]) / (float) GRAINS);
    }
    return new TermVector(terms, weights);
  }
}
