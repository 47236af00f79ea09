package org.entente.story;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An article that a grouper remembers, with what the comparison at hand found of it. It holds no
 * words, because very many are remembered: its terms are the lists in which it stands.
 */
final class Remembered {
  /** The day of articles without one. Days are numbers here: thousands are compared for each. */
  static final long UNDATED = Long.MIN_VALUE;

  private final long id;
  private final long day;
  private final long story;
  private final Sketch sketch;
  private final Postings[] terms;
  private @Nullable Long copyOf;

  private int comparison;
  private int firstShared;
  private int shared;
  private double cosine;

  Remembered(StoryArticle article, Placement placement, Postings[] terms) {
    this.id = article.id();
    this.day = day(article);
    this.story = placement.story();
    this.sketch = article.sketch();
    this.terms = terms;
    this.copyOf = placement.copyOf();
  }

  /** The day of an article as a number. */
  static long day(StoryArticle article) {
    LocalDate day = article.day();
    return day == null ? UNDATED : day.toEpochDay();
  }

  long id() {
    return id;
  }

  long day() {
    return day;
  }

  long story() {
    return story;
  }

  Sketch sketch() {
    return sketch;
  }

  Postings[] terms() {
    return terms;
  }

  /** The article that it repeats, or itself. */
  long original() {
    return copyOf == null ? id : copyOf;
  }

  /** From now on it repeats that one. */
  void follow(long original) {
    copyOf = original;
  }

  /** Whether this is the first term that it shares in a comparison. */
  boolean begin(int number, int term) {
    if (comparison == number) {
      return false;
    }
    comparison = number;
    firstShared = term;
    shared = 0;
    cosine = 0;
    return true;
  }

  void share(float product) {
    shared++;
    cosine += product;
  }

  double cosine() {
    return cosine;
  }

  /** How similar an article is, by the comparison of that number: 0 where it was not in it. */
  double similarity(StoryArticle article, int number) {
    return comparison != number || shared < StorySettings.SHARED_TERMS
        ? 0
        : Similarity.of(cosine, day(article) - day, article.terms().terms().size(), terms.length);
  }

  /** Of two that repeat as much of an article, the one whose first shared term comes first. */
  boolean comesBefore(Remembered other) {
    return firstShared < other.firstShared || firstShared == other.firstShared && id < other.id;
  }
}
