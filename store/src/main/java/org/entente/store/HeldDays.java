package org.entente.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The days whose articles a memory holds, as epoch days, and how many articles each has; those that
 * were used last are let go last. Not thread-safe.
 */
final class HeldDays {
  private final Map<Long, Integer> articles = new LinkedHashMap<>(64, 0.75f, true);
  private long size;

  /** Whether a day is held, which is a use of it. */
  boolean use(long day) {
    return articles.get(day) != null;
  }

  boolean hold(long day) {
    return articles.containsKey(day);
  }

  /** A day is held from now on, so far without an article. */
  void begin(long day) {
    articles.putIfAbsent(day, 0);
  }

  /** A day that is held has one article more. */
  void add(long day) {
    articles.merge(day, 1, Integer::sum);
    size++;
  }

  void clear() {
    articles.clear();
    size = 0;
  }

  /**
   * Lets go of the days that were not used for longest, until no more articles are left than are
   * allowed or only days that are kept in any case.
   *
   * @return the days that are no longer held
   */
  List<Long> letGo(long most, long keptFirst, long keptLast) {
    List<Long> gone = new ArrayList<>();
    for (var days = articles.entrySet().iterator(); size > most && days.hasNext(); ) {
      Map.Entry<Long, Integer> day = days.next();
      if (day.getKey() < keptFirst || day.getKey() > keptLast) {
        gone.add(day.getKey());
        size -= day.getValue();
        days.remove();
      }
    }
    return gone;
  }
}
