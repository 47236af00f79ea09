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
    Look look = look(key);
    V found = look.found();
    if (found != null) {
      return found;
    }
    V made = compute.apply(key);
    look.keep(made);
    return made;
  }

  /** Looks for an answer, and remembers how far the store was when it looked. */
  Look look(K key) {
    Object now = stamp.get();
    synchronized (values) {
      if (!now.equals(seen)) {
        values.clear();
        seen = now;
      }
      return new Look(key, now, values.get(key));
    }
  }

  /** What was found under a key; what is made instead can be kept while the store is the same. */
  final class Look {
    private final K key;
    private final Object when;
    private final @Nullable V value;

    private Look(K key, Object when, @Nullable V value) {
      this.key = key;
      this.when = when;
      this.value = value;
    }

    @Nullable V found() {
      return value;
    }

    void keep(V made) {
      synchronized (values) {
        if (when.equals(seen)) {
          values.put(key, made);
        }
      }
    }
  }
}
