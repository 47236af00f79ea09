package org.entente.relation;

/**
 * Two actors by their keys, such as country codes. A pair has no direction: {@code Pair.of("USA",
 * "RUS")} equals {@code Pair.of("RUS", "USA")}, and its first key is the alphabetically smaller.
 *
 * @param first the smaller key
 * @param second the greater key
 */
public record Pair(String first, String second) implements Comparable<Pair> {
  public Pair {
    if (first.isBlank() || second.isBlank()) {
      throw new IllegalArgumentException("pair '" + first + "', '" + second + "' has a blank key");
    }
    if (first.compareTo(second) >= 0) {
      throw new IllegalArgumentException(
          "pair '" + first + "', '" + second + "' must name two actors in order; use Pair.of");
    }
  }

  /** The pair of two keys in any order; the same key twice is misuse. */
  public static Pair of(String one, String other) {
    return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
  }

  /** Whether the event is between these two, in either direction. */
  public boolean has(RelationEvent event) {
    return isForth(event) || event.source().equals(second) && event.target().equals(first);
  }

  /** Whether the event goes from the first to the second. */
  public boolean isForth(RelationEvent event) {
    return event.source().equals(first) && event.target().equals(second);
  }

  @Override
  public int compareTo(Pair other) {
    int byFirst = first.compareTo(other.first);
    return byFirst != 0 ? byFirst : second.compareTo(other.second);
  }

  @Override
  public String toString() {
    return first + "–" + second;
  }
}
