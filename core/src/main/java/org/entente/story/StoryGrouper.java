package org.entente.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
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
 * so memory is bounded. Not thread-safe.
 */
public final class StoryGrouper {
  private static final long UNDATED = Long.MIN_VALUE;

  /** The fading of the first quarter of a year, worked out once. */
  private static final double[] FADED =
      IntStream.range(0, 92).mapToDouble(StoryGrouper::faded).toArray();

  private final Map<Long, Entry> entries = new LinkedHashMap<>();
  private final Map<Long, List<Entry>> stories = new HashMap<>();
  private final Map<String, List<Posting>> byTerm = new HashMap<>();
  private final Map<Integer, List<Entry>> byShingle = new HashMap<>();
  private final Reach reach = new Reach();
  private int comparison;

  /** An article that is remembered, with what the comparison at hand found of it. */
  private static final class Entry {
    private final StoryArticle article;
    private final Placement placement;
    private final long day;
    private boolean living;
    private int comparison;
    private double cosine;
    private double similarity;
    private int terms;
    private int shared;

    Entry(StoryArticle article, Placement placement, boolean living) {
      this.article = article;
      this.placement = placement;
      this.day = epochDay(article);
      this.living = living;
    }

    /** The article that it repeats, or itself. */
    long original() {
      return placement.copyOf() == null ? article.id() : placement.copyOf();
    }
  }

  private record Posting(Entry entry, float weight) {}

  /** Places an article and remembers it. */
  public Placement add(StoryArticle article) {
    LocalDate day = article.day();
    int days = day == null ? 0 : reach.of(day);
    Placement placement = place(article, days);
    keep(article, placement, true);
    if (day != null) {
      reach.add(day);
      if (isFull()) {
        retain(day.minusDays(days), day.plusDays(days));
      }
    }
    return placement;
  }

  /**
   * Where an article belongs among those that are remembered.
   *
   * @param days how many days before and after it others are looked at
   */
  public Placement place(StoryArticle article, int days) {
    List<Entry> near = compare(article, days);
    Placement best = new Placement(article.id(), 0, null);
    Map<Long, Double> closest = new LinkedHashMap<>();
    for (Entry entry : near) {
      closest.merge(entry.placement.story(), entry.similarity, Math::max);
    }
    for (Map.Entry<Long, Double> story : closest.entrySet()) {
      if (story.getValue() >= StorySettings.SAME_STORY) {
        double similarity = (story.getValue() + mean(story.getKey(), article, days)) / 2;
        if (similarity >= StorySettings.SAME_STORY
            && (similarity > best.similarity()
                || similarity == best.similarity() && story.getKey() < best.story())) {
          best = new Placement(story.getKey(), similarity, null);
        }
      }
    }
    Entry original = original(article, near);
    return original == null
        ? best
        : new Placement(original.placement.story(), 1, original.original());
  }

  /** Remembers an article that was placed earlier. */
  public void keep(StoryArticle article, Placement placement, boolean living) {
    Entry entry = new Entry(article, placement, living);
    if (entries.putIfAbsent(article.id(), entry) != null) {
      throw new IllegalArgumentException("article " + article.id() + " is there already");
    }
    index(entry);
  }

  /** From now on nothing is a copy of this article, which still belongs to its story. */
  public void retire(long article) {
    Entry entry = entries.get(article);
    if (entry != null) {
      entry.living = false;
    }
  }

  private void index(Entry entry) {
    stories.computeIfAbsent(entry.placement.story(), s -> new ArrayList<>()).add(entry);
    TermVector vector = entry.article.terms();
    for (int i = 0; i < vector.terms().size(); i++) {
      byTerm
          .computeIfAbsent(vector.terms().get(i), t -> new ArrayList<>(2))
          .add(new Posting(entry, vector.weights().get(i)));
    }
    if (entry.living) {
      for (int hash : entry.article.sketch().hashes()) {
        byShingle.computeIfAbsent(hash, h -> new ArrayList<>(2)).add(entry);
      }
    }
  }

  /** Forgets everything. */
  public void clear() {
    forget(entry -> true);
  }

  /** Whether more is remembered than needs to be. */
  public boolean isFull() {
    return entries.size() > 2 * StorySettings.REACH_ARTICLES;
  }

  /** Forgets dated articles outside of the days. */
  public void retain(LocalDate first, LocalDate last) {
    forget(entry -> {
      LocalDate day = entry.article.day();
      return day != null && (day.isBefore(first) || day.isAfter(last));
    });
  }

  private void forget(Predicate<Entry> which) {
    entries.values().removeIf(which);
    stories.clear();
    byTerm.clear();
    byShingle.clear();
    entries.values().forEach(this::index);
  }

  /** How many articles are remembered. */
  public int size() {
    return entries.size();
  }

  /** Those that share a term or shingle, with their faded cosines. */
  private List<Entry> compare(StoryArticle article, int days) {
    comparison++;
    List<Entry> touched = new ArrayList<>();
    TermVector vector = article.terms();
    for (int i = 0; i < vector.terms().size(); i++) {
      float weight = vector.weights().get(i);
      for (Posting posting : byTerm.getOrDefault(vector.terms().get(i), List.of())) {
        Entry entry = touch(posting.entry(), touched);
        entry.cosine += weight * posting.weight();
        entry.terms++;
      }
    }
    for (int hash : article.sketch().hashes()) {
      for (Entry entry : byShingle.getOrDefault(hash, List.of())) {
        touch(entry, touched).shared++;
      }
    }
    long day = epochDay(article);
    touched.removeIf(e -> !isWithin(day, e.day, days));
    for (Entry entry : touched) {
      boolean tells = entry.terms >= StorySettings.SHARED_TERMS;
      entry.similarity = tells ? similarity(vector, day, entry) : 0;
    }
    return touched;
  }

  private static double similarity(TermVector vector, long day, Entry entry) {
    double doubt = doubt(vector, entry.article.terms());
    return entry.cosine * Math.pow(fading(day, entry.day), doubt) / doubt;
  }

  private Entry touch(Entry entry, List<Entry> touched) {
    if (entry.comparison != comparison) {
      entry.comparison = comparison;
      entry.cosine = 0;
      entry.terms = 0;
      entry.shared = 0;
      touched.add(entry);
    }
    return entry;
  }

  /** The mean similarity to all articles of a story within reach. */
  private double mean(long story, StoryArticle article, int days) {
    double sum = 0;
    int n = 0;
    long day = epochDay(article);
    for (Entry entry : stories.getOrDefault(story, List.of())) {
      if (isWithin(day, entry.day, days)) {
        sum += entry.comparison == comparison ? entry.similarity : 0;
        n++;
      }
    }
    return sum / n;
  }

  private @Nullable Entry original(StoryArticle article, List<Entry> near) {
    Entry best = null;
    double most = 0;
    long day = epochDay(article);
    for (Entry entry : near) {
      Sketch other = entry.article.sketch();
      boolean candidate =
          entry.shared > 0
              && entry.cosine >= StorySettings.COPY_SIMILARITY
              && isWithin(day, entry.day, StorySettings.COPY_DAYS);
      if (candidate && stands(entry) && isNoLonger(article.sketch(), other)) {
        double share = Sketch.share(entry.shared, article.sketch(), other);
        if (share >= StorySettings.COPY && share > most) {
          best = entry;
          most = share;
        }
      }
    }
    return best;
  }

  /** Whether neither it nor what it copies was retired. */
  private boolean stands(Entry entry) {
    Entry copied = entries.get(entry.original());
    return entry.living && (copied == null || copied.living);
  }

  /** A long report that holds all of a brief one is more than a copy of it. */
  private static boolean isNoLonger(Sketch article, Sketch other) {
    return article.shingles() <= StorySettings.LONGER * other.shingles();
  }

  /** Two short texts are alike by chance more easily than two long ones: 1 for no doubt. */
  private static double doubt(TermVector one, TermVector other) {
    double longer = Math.max(one.terms().size(), other.terms().size());
    return 1 + StorySettings.SHORT_DOUBT * (1 - longer / StorySettings.TERMS);
  }

  /** Days are numbers here: thousands are compared for each article. */
  private static long epochDay(StoryArticle article) {
    LocalDate day = article.day();
    return day == null ? UNDATED : day.toEpochDay();
  }

  private static boolean isWithin(long one, long other, int days) {
    return one == UNDATED || other == UNDATED ? one == other : Math.abs(one - other) <= days;
  }

  private static double fading(long one, long other) {
    if (one == UNDATED || other == UNDATED) {
      return 1;
    }
    long gap = Math.abs(one - other);
    return gap < FADED.length ? FADED[(int) gap] : faded(gap);
  }

  private static double faded(double gap) {
    return StorySettings.TIMELESS
        + (1 - StorySettings.TIMELESS) * Math.exp(-gap / StorySettings.FADING_DAYS);
  }
}
