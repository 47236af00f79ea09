package org.entente.story;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * How far from its day an article is compared with others: so many days before and after that no
 * more than a bounded number of articles lie within, at the least the day itself with its
 * neighbours. It depends on what was added, not on what a memory holds. Not thread-safe.
 */
public final class Reach {
  /** Days are counted in runs, so that those beside one another are found without a search. */
  private static final int RUN = 512;

  private final Map<Long, int[]> articles = new HashMap<>();

  /** Counts an article of a day. */
  public void add(LocalDate day) {
    add(day, 1);
  }

  /** Counts many articles of a day. */
  public void add(LocalDate day, int number) {
    long at = day.toEpochDay();
    articles.computeIfAbsent(Math.floorDiv(at, RUN), r -> new int[RUN])[Math.floorMod(at, RUN)] +=
        number;
  }

  /** Forgets all that was counted. */
  public void clear() {
    articles.clear();
  }

  /** Days before and after a day, at least 1. */
  public int of(LocalDate day) {
    long middle = day.toEpochDay();
    int seen = articles(middle);
    for (int gap = 1; gap <= StorySettings.REACH_DAYS; gap++) {
      if (seen > StorySettings.REACH_ARTICLES) {
        return Math.max(1, gap - 2);
      }
      seen += articles(middle - gap) + articles(middle + gap);
    }
    return seen > StorySettings.REACH_ARTICLES
        ? StorySettings.REACH_DAYS - 1
        : StorySettings.REACH_DAYS;
  }

  /** The days with articles among those before and after a day, as epoch days. */
  public LongStream days(LocalDate day, int within) {
    long middle = day.toEpochDay();
    return LongStream.rangeClosed(middle - within, middle + within).filter(d -> articles(d) > 0);
  }

  private int articles(long day) {
    int[] run = articles.get(Math.floorDiv(day, RUN));
    return run == null ? 0 : run[Math.floorMod(day, RUN)];
  }
}
