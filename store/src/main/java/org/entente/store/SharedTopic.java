package org.entente.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A topic on which two took sides, found by a word that both topics hold: "any sanctions against
 * Syria" and "new sanctions". Names do not count as such words, since nearly everything here is
 * about some country.
 *
 * @param word the word that they share
 * @param one the sides of the one, latest first
 * @param other the sides of the other, latest first
 */
public record SharedTopic(String word, List<StoredPosition> one, List<StoredPosition> other) {
  private static final int SHORTEST = 4;

  /** Words that stand in many topics and name none. */
  private static final Set<String> EMPTY =
      Set.of(
          "against", "between", "with", "from", "that", "this", "these", "their", "other", "such",
          "over", "into", "further", "more", "most", "some", "what", "which", "would", "about");

  private static final Comparator<StoredPosition> LATEST_FIRST =
      Comparator.comparing((StoredPosition p) -> String.valueOf(p.article().day()))
          .reversed()
          .thenComparing(p -> p.span().start());

  public SharedTopic {
    one = List.copyOf(one);
    other = List.copyOf(other);
  }

  /** The shared topics, those with the latest sides first; each pair of sides is shown once. */
  public static List<SharedTopic> of(List<StoredPosition> one, List<StoredPosition> other) {
    Map<String, List<StoredPosition>> ones = byWord(one);
    Map<String, List<StoredPosition>> others = byWord(other);
    List<SharedTopic> shared = new ArrayList<>();
    Set<List<List<StoredPosition>>> seen = new HashSet<>();
    ones.forEach((word, left) -> {
      List<StoredPosition> right = others.getOrDefault(word, List.of());
      if (!right.isEmpty() && seen.add(List.of(left, right))) {
        shared.add(new SharedTopic(word, left, right));
      }
    });
    shared.sort(
        Comparator.comparing(SharedTopic::latest).reversed().thenComparing(SharedTopic::word));
    return shared;
  }

  private String latest() {
    String left = String.valueOf(one.getFirst().article().day());
    String right = String.valueOf(other.getFirst().article().day());
    return left.compareTo(right) > 0 ? left : right;
  }

  private static Map<String, List<StoredPosition>> byWord(List<StoredPosition> positions) {
    Map<String, List<StoredPosition>> found = new TreeMap<>();
    for (StoredPosition position : positions) {
      for (String word : words(position.topic())) {
        found.computeIfAbsent(word, w -> new ArrayList<>()).add(position);
      }
    }
    found.values().forEach(list -> list.sort(LATEST_FIRST));
    return found;
  }

  private static Set<String> words(String topic) {
    Set<String> words = new TreeSet<>();
    for (String word : topic.split("[^\\p{L}'-]+")) {
      boolean name = !word.isEmpty() && Character.isUpperCase(word.codePointAt(0));
      if (word.length() >= SHORTEST && !name && !EMPTY.contains(word)) {
        words.add(word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
      }
    }
    return words;
  }
}
