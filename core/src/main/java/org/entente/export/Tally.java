package org.entente.export;

import java.util.Map;
import java.util.TreeMap;

/** Counts what a sheet writes and refuses. Not thread-safe. */
final class Tally {
  private final Map<String, Long> refused;
  private long rows;

  Tally(Written before) {
    this.rows = before.rows();
    this.refused = new TreeMap<>(before.refused());
  }

  void row() {
    rows++;
  }

  void refuse(String reason) {
    refuse(reason, 1);
  }

  /** Several at once; none says nothing. */
  void refuse(String reason, long times) {
    if (times > 0) {
      refused.merge(reason, times, Long::sum);
    }
  }

  long rows() {
    return rows;
  }

  Written written() {
    return new Written(rows, refused);
  }
}
