package org.entente.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Groups articles into stories as they arrive, and finds those that repeat another's text.
 *
 * <pre>{@code
 * StoryReader reader = new StoryReader();
 * StoryGrouper grouper = new StoryGrouper();
 * long story = grouper.add(reader.read(1, day, headline, body)).story();
 * }</pre>
 *
 * <p>An article joins the story to which it is most similar, or begins one. Similarity to an
 * article is the cosine of the two term vectors, faded by the days between them; to a story it is
 * the mean of that to its most similar article and that to all its articles. The same articles in
 * the same order give the same stories. What is far away in time is never compared ({@link Reach}),
 * so memory is bounded: a day that is forgotten may be kept again later, in any order, and nothing
 * changes. Not thread-safe.
 */
public final class StoryGrouper {
  private static final Comparator<Remembered> BY_KEY = Comparator.comparingLong(Remembered::id);

  private final Map<Long, Remembered> articles = new HashMap<>();
  private final NavigableMap<Long, List<Remembered>> days = new TreeMap<>();
  private final Map<Long, List<Remembered>> stories = new HashMap<>();
  private final TermIndex terms = new TermIndex();
  private final Set<Long> retired = new HashSet<>();
  private final Reach reach = new Reach();

  /** Days from first to last, as numbers. */
  private record Days(long first, long last) {
    static Days around(long day, int within) {
      return day == Remembered.UNDATED ? new Days(day, day) : new Days(day - within, day + within);
    }

    boolean hold(long day) {
      return first <= day && day <= last;
    }
  }

  /** Places an article and remembers it. */
  public Placement add(StoryArticle article) {
    LocalDate day = article.day();
    int within = day == null ? 0 : reach.of(day);
    Placement placement = place(article, within);
    keep(article, placement, true);
    if (day != null) {
      reach.add(day);
      if (size() > 2 * StorySettings.REACH_ARTICLES) {
        retain(day.minusDays(within), day.plusDays(within));
      }
    }
    return placement;
  }

  /**
   * Where an article belongs among those that are remembered.
   *
   * @param within how many days before and after it others are looked at
   */
  public Placement place(StoryArticle article, int within) {
    Days near = Days.around(Remembered.day(article), within);
    List<Remembered> alike = terms.alike(article.terms(), near.first(), near.last());
    Map<Long, Double> closest = new HashMap<>();
    for (Remembered other : alike) {
      double similarity = other.similarity(article, terms.comparison());
      if (similarity >= StorySettings.SAME_STORY) {
        closest.merge(other.story(), similarity, Math::max);
      }
    }
    Placement best = new Placement(article.id(), 0, null);
    for (Map.Entry<Long, Double> story : closest.entrySet()) {
      double similarity = (story.getValue() + mean(story.getKey(), article, near)) / 2;
      if (similarity >= StorySettings.SAME_STORY
          && (similarity > best.similarity()
              || similarity == best.similarity() && story.getKey() < best.story())) {
        best = new Placement(story.getKey(), similarity, null);
      }
    }
    Remembered original = original(article, alike);
    return original == null ? best : new Placement(original.story(), 1, original.original());
  }

  /** Remembers an article that was placed earlier. */
  public void keep(StoryArticle article, Placement placement, boolean living) {
    Remembered kept = new Remembered(article, placement, terms.lists(article.terms()));
    if (articles.putIfAbsent(kept.id(), kept) != null) {
      throw new IllegalArgumentException("article " + kept.id() + " is there already");
    }
    terms.add(kept, article.terms());
    days.computeIfAbsent(kept.day(), d -> new ArrayList<>(1)).add(kept);
    List<Remembered> story = stories.computeIfAbsent(kept.story(), s -> new ArrayList<>(1));
    story.add(-Collections.binarySearch(story, kept, BY_KEY) - 1, kept);
    if (!living) {
      retired.add(kept.id());
    }
  }

  /** From now on nothing is a copy of this article, which still belongs to its story. */
  public void retire(long article) {
    retired.add(article);
  }

  /** What repeats one of the older articles repeats another from now on. */
  public void follow(Set<Long> older, long original) {
    articles.values().stream()
        .filter(a -> older.contains(a.original()) && !older.contains(a.id()))
        .forEach(a -> a.follow(original));
  }

  /** Forgets everything. */
  public void clear() {
    articles.clear();
    days.clear();
    stories.clear();
    terms.clear();
    retired.clear();
  }

  /** Forgets dated articles outside of the days. */
  public void retain(LocalDate first, LocalDate last) {
    Days kept = new Days(first.toEpochDay(), last.toEpochDay());
    for (long day : List.copyOf(days.keySet())) {
      if (day != Remembered.UNDATED && !kept.hold(day)) {
        forget(day);
      }
    }
  }

  /** Forgets the articles of a day, until they are kept again. */
  public void forget(LocalDate day) {
    forget(day.toEpochDay());
  }

  private void forget(long day) {
    List<Remembered> gone = days.remove(day);
    if (gone != null) {
      gone.forEach(this::forget);
    }
  }

  private void forget(Remembered article) {
    articles.remove(article.id());
    terms.forgetDay(article);
    List<Remembered> story = stories.getOrDefault(article.story(), new ArrayList<>());
    int at = Collections.binarySearch(story, article, BY_KEY);
    if (at >= 0) {
      story.remove(at);
    }
    if (story.isEmpty()) {
      stories.remove(article.story());
    }
  }

  /** How many articles are remembered. */
  public int size() {
    return articles.size();
  }

  /** The mean similarity to all articles of a story within reach. */
  private double mean(long story, StoryArticle article, Days near) {
    double sum = 0;
    int n = 0;
    for (Remembered other : stories.getOrDefault(story, List.of())) {
      if (near.hold(other.day())) {
        sum += other.similarity(article, terms.comparison());
        n++;
      }
    }
    return sum / n;
  }

  private @Nullable Remembered original(StoryArticle article, List<Remembered> alike) {
    Remembered best = null;
    double most = 0;
    Days near = Days.around(Remembered.day(article), StorySettings.COPY_DAYS);
    for (Remembered other : alike) {
      if (other.cosine() >= StorySettings.COPY_SIMILARITY
          && near.hold(other.day())
          && stands(other)
          && isNoLonger(article.sketch(), other.sketch())) {
        double share = article.sketch().shared(other.sketch());
        boolean better = share > most || share == most && best != null && other.comesBefore(best);
        if (share >= StorySettings.COPY && better) {
          best = other;
          most = share;
        }
      }
    }
    return best;
  }

  /** Whether neither it nor what it copies was retired. */
  private boolean stands(Remembered article) {
    return !retired.contains(article.id()) && !retired.contains(article.original());
  }

  /** A long report that holds all of a brief one is more than a copy of it. */
  private static boolean isNoLonger(Sketch article, Sketch other) {
    return article.shingles() <= StorySettings.LONGER * other.shingles();
  }
}
