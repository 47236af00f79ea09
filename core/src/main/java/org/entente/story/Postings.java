package org.entente.story;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The articles in which one term is telling, with its weights, by day and key: those of some days
 * lie together, so that a comparison passes over all others. Not thread-safe.
 */
final class Postings {
  private final String term;
  private @Nullable Remembered[] articles = new Remembered[2];
  private float[] weights = new float[2];
  private int size;

  Postings(String term) {
    this.term = term;
  }

  String term() {
    return term;
  }

  int size() {
    return size;
  }

  Remembered article(int at) {
    Remembered article = articles[at];
    if (article == null) {
      throw new IndexOutOfBoundsException(at + " of " + size);
    }
    return article;
  }

  float weight(int at) {
    return weights[at];
  }

  /** Where the articles of a day and of those after it begin. */
  int from(long day) {
    return at(day, Long.MIN_VALUE);
  }

  void add(Remembered article, float weight) {
    if (size == weights.length) {
      resize(size + size / 2 + 1);
    }
    int at = at(article.day(), article.id());
    System.arraycopy(articles, at, articles, at + 1, size - at);
    System.arraycopy(weights, at, weights, at + 1, size - at);
    articles[at] = article;
    weights[at] = weight;
    size++;
  }

  /** Forgets the articles of a day. */
  void forget(long day) {
    int from = from(day);
    int to = at(day, Long.MAX_VALUE);
    if (from < to) {
      System.arraycopy(articles, to, articles, from, size - to);
      System.arraycopy(weights, to, weights, from, size - to);
      Arrays.fill(articles, size - (to - from), size, null);
      size -= to - from;
      if (size < weights.length / 4) {
        resize(size * 2);
      }
    }
  }

  private void resize(int length) {
    articles = Arrays.copyOf(articles, length);
    weights = Arrays.copyOf(weights, length);
  }

  /** The first place that is not before a day and key. New articles mostly come last. */
  private int at(long day, long id) {
    if (size == 0 || isBefore(size - 1, day, id)) {
      return size;
    }
    int low = 0;
    int high = size - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isBefore(middle, day, id)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean isBefore(int at, long day, long id) {
    Remembered article = article(at);
    return article.day() < day || article.day() == day && article.id() < id;
  }
}
