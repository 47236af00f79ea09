package org.entente.story;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How far from its day an article is compared with others: so many days before and after that no
 * more than a bounded number of articles lie within, at the least the day itself with its
 * neighbours. It depends on what was added, not on what a memory holds. Not thread-safe.
 */
public final class Reach {
  private final NavigableMap<LocalDate, Integer> articles = new TreeMap<>();

  /** Counts an article of a day. */
  public void add(LocalDate day) {
    articles.merge(day, 1, Integer::sum);
  }

  /** Counts many articles of a day. */
  public void add(LocalDate day, int number) {
    articles.merge(day, number, Integer::sum);
  }

  /** Forgets all that was counted. */
  public void clear() {
    articles.clear();
  }

  /** Days before and after a day, at least 1. */
  public int of(LocalDate day) {
    long farthest = StorySettings.REACH_DAYS;
    Map.Entry<LocalDate, Integer> before = articles.floorEntry(day);
    Map.Entry<LocalDate, Integer> after = articles.higherEntry(day);
    int seen = 0;
    while (before != null || after != null) {
      boolean back = after == null || before != null && gap(before, day) <= gap(after, day);
      Map.Entry<LocalDate, Integer> next = back ? before : after;
      long gap = gap(next, day);
      seen += next.getValue();
      if (gap > farthest) {
        break;
      }
      if (seen > StorySettings.REACH_ARTICLES) {
        return (int) Math.max(1, gap - 1);
      }
      if (back) {
        before = articles.lowerEntry(next.getKey());
      } else {
        after = articles.higherEntry(next.getKey());
      }
    }
    return (int) farthest;
  }

  private static long gap(Map.Entry<LocalDate, Integer> entry, LocalDate day) {
    return Math.abs(ChronoUnit.DAYS.between(day, entry.getKey()));
  }
}
