package org.entente.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One story in a list: the articles of it that match, newest first.
 *
 * @param story its key, null for a single article that is in none
 * @param articles at least one
 */
public record StoryLine(@Nullable Long story, List<StoredArticle> articles) {
  /** Articles of one story that a list shows; a page of the story shows all. */
  static final int MOST = 50;

  public StoryLine {
    articles = List.copyOf(articles);
    if (articles.isEmpty()) {
      throw new IllegalArgumentException("a story has at least one article");
    }
  }

  static StoryLine of(List<StoredArticle> articles) {
    return new StoryLine(articles.getFirst().story(), articles);
  }

  /** The newest article. */
  public StoredArticle newest() {
    return articles.getFirst();
  }

  /** The newest day, null when no article has one. */
  public @Nullable LocalDate day() {
    return articles.stream()
        .map(StoredArticle::day)
        .filter(Objects::nonNull)
        .max(LocalDate::compareTo)
        .orElse(null);
  }

  /** Who reports it, each once. */
  public List<String> outlets() {
    return articles.stream()
        .map(StoredArticle::outlet)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }
}
