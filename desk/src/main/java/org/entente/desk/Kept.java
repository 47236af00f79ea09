package org.entente.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was computed from the store until the store changes. Thread-safe; two threads that
 * miss at once both compute.
 *
 * @param <K> what was asked, with equals and hash code
 * @param <V> the answer, immutable
 */
public final class Kept<K, V> {
  private final Supplier<?> stamp;
  private final Map<K, V> values;
  private @Nullable Object seen;

  /**
   * @param stamp what differs when the store has changed
   * @param most entries that are kept; the least used goes first
   */
  public Kept(Supplier<?> stamp, int most) {
    this.stamp = stamp;
    this.values =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  /** The answer that is kept, or a new one. */
  public V get(K key, Function<K, V> compute) {
    Object now = stamp.get();
    synchronized (values) {
      if (!now.equals(seen)) {
        values.clear();
        seen = now;
      }
      V value = values.get(key);
      if (value != null) {
        return value;
      }
    }
    V made = compute.apply(key);
    synchronized (values) {
      if (now.equals(seen)) {
        values.put(key, made);
      }
    }
    return made;
  }
}
