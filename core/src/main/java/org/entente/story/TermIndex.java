package org.entente.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the remembered articles that share telling terms with one. Not thread-safe. */
final class TermIndex {
  /** Days and doubt only lower a cosine, so that nothing below either bound is looked at again. */
  private static final double LEAST =
      Math.min(StorySettings.SAME_STORY, StorySettings.COPY_SIMILARITY);

  private final Map<String, Postings> byTerm = new HashMap<>();

  /** Thousands in each comparison, so the list is kept. */
  private final List<Remembered> touched = new ArrayList<>();

  private int comparison;

  /** The lists of an article's terms, made where they are new. */
  Postings[] lists(TermVector vector) {
    return vector.terms().stream()
        .map(term -> byTerm.computeIfAbsent(term, Postings::new))
        .toArray(Postings[]::new);
  }

  void add(Remembered article, TermVector vector) {
    for (int i = 0; i < article.terms().length; i++) {
      article.terms()[i].add(article, vector.weights().get(i));
    }
  }

  /** Forgets all articles of the day of this one. */
  void forgetDay(Remembered article) {
    for (Postings postings : article.terms()) {
      postings.forget(article.day());
      if (postings.size() == 0) {
        byTerm.remove(postings.term());
      }
    }
  }

  void clear() {
    byTerm.clear();
    touched.clear();
  }

  /** The number of the last comparison. */
  int comparison() {
    return comparison;
  }

  /**
   * Those from the first day to the last that are similar enough to be of the same story, or
   * copies, if no day lies between; all others that share a term know their cosine too.
   */
  List<Remembered> alike(TermVector vector, long first, long last) {
    comparison++;
    touched.clear();
    for (int i = 0; i < vector.terms().size(); i++) {
      Postings postings = byTerm.get(vector.terms().get(i));
      if (postings != null) {
        compare(postings, i, vector.weights().get(i), first, last);
      }
    }
    List<Remembered> alike = new ArrayList<>();
    for (Remembered other : touched) {
      if (other.cosine() >= LEAST) {
        alike.add(other);
      }
    }
    return alike;
  }

  private void compare(Postings postings, int term, float weight, long first, long last) {
    for (int at = postings.from(first); at < postings.size(); at++) {
      Remembered other = postings.article(at);
      if (other.day() > last) {
        return;
      }
      if (other.begin(comparison, term)) {
        touched.add(other);
      }
      other.share(weight * postings.weight(at));
    }
  }
}
