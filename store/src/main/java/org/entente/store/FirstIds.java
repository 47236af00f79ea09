package org.entente.store;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives what is coded again the id under which it was coded first: ids in files never change, and
 * never come back with another meaning, however often a document is coded. Two codings are the same
 * when the machine found the same words, the same code and the same names in the same article.
 */
final class FirstIds {
  /**
   * A coded thing, of whatever coding.
   *
   * @param id its key in the store
   * @param article where it stands
   * @param coding which coding made it
   * @param gone why it holds no longer; empty when it does
   * @param key what the machine found
   */
  record Row(long id, long article, long coding, String gone, String key) {}

  private final Map<Long, Long> first = new HashMap<>();
  private final Map<Long, Map<Long, Row>> last = new HashMap<>();

  /**
   * @param rows all codings of some articles, older codings first
   */
  FirstIds(List<Row> rows) {
    Map<String, Integer> seen = new HashMap<>();
    Map<String, Long> ids = new HashMap<>();
    for (Row row : rows) {
      String key = row.article + "\n" + row.key;
      int time = seen.merge(row.coding + "\n" + key, 1, Integer::sum);
      long id = ids.computeIfAbsent(time + "\n" + key, k -> row.id);
      first.put(row.id, id);
      last.computeIfAbsent(row.article, a -> new LinkedHashMap<>()).put(id, row);
    }
  }

  /** The id of a thing, by its key in the store. */
  long of(long row) {
    return first.getOrDefault(row, row);
  }

  /** What holds no longer in an article: its id, and the last row that it had. */
  Map<Long, Row> gone(long article) {
    Map<Long, Row> all = new LinkedHashMap<>(last.getOrDefault(article, Map.of()));
    all.values().removeIf(row -> row.gone.isEmpty());
    return all;
  }
}
