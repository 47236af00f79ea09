package org.entente.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Gives keys out while one transaction writes. Only one writes at a time (see {@link Store#write}),
 * so the next key is one more than the highest: of those that are there, and where rows go, of all
 * that ever were.
 */
final class Ids {
  /** Tables that a document fills: their highest keys are asked for at once. */
  private static final List<String> FILLED =
      List.of(
          "documents",
          "articles",
          "codings",
          "events",
          "statements",
          "positions",
          "figures",
          "announcements",
          "actors",
          "problems");

  /** Tables whose rows go while somebody may still hold their keys, in a form or on the way. */
  private static final Set<String> GOING =
      Set.of("requests", "mails", "feeds", "watches", "watch_items", "watch_sendings");

  private static final String HIGHEST =
      FILLED.stream()
          .map(table -> "(" + highest(table) + ")")
          .collect(Collectors.joining(", ", "SELECT ", ""));

  private final Handle handle;
  private final Map<String, Long> last = new HashMap<>();

  Ids(Handle handle) {
    this.handle = handle;
  }

  long next(String table) {
    long next = last(table) + 1;
    last.put(table, next);
    if (GOING.contains(table)) {
      handle.execute(
          "INSERT INTO last_keys (name, last) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET last ="
              + " excluded.last",
          table,
          next);
    }
    return next;
  }

  /** The highest key that is given out. */
  long last(String table) {
    if (!last.containsKey(table)) {
      load(table);
    }
    return last.getOrDefault(table, 0L);
  }

  private void load(String table) {
    if (!FILLED.contains(table)) {
      long there = handle.createQuery(highest(table)).mapTo(Long.class).one();
      last.put(table, GOING.contains(table) ? Math.max(there, ever(table)) : there);
      return;
    }
    Map<String, Long> found =
        handle
            .createQuery(HIGHEST)
            .map((rs, context) -> {
              Map<String, Long> row = new HashMap<>();
              for (int i = 0; i < FILLED.size(); i++) {
                row.put(FILLED.get(i), rs.getLong(i + 1));
              }
              return row;
            })
            .one();
    found.forEach(last::putIfAbsent);
  }

  private long ever(String table) {
    return handle
        .select("SELECT last FROM last_keys WHERE name = ?", table)
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  private static String highest(String table) {
    return "SELECT COALESCE(MAX(id), 0) FROM " + table;
  }
}
