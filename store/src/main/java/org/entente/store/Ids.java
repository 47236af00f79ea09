package org.entente.store;

import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Gives keys out while one transaction writes. Only one writes at a time (see {@link Store#write}),
 * so the next key is one more than the highest.
 */
final class Ids {
  private final Handle handle;
  private final Map<String, Long> last = new HashMap<>();

  Ids(Handle handle) {
    this.handle = handle;
  }

  long next(String table) {
    Long known = last.get(table);
    long next = (known == null ? highest(table) : known) + 1;
    last.put(table, next);
    return next;
  }

  private long highest(String table) {
    return handle.createQuery("SELECT COALESCE(MAX(id), 0) FROM " + table).mapTo(Long.class).one();
  }
}
