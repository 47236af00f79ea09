package org.entente.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.digest.ArticleDigest;
import org.entente.story.Placement;
import org.entente.story.StoryArticle;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Puts articles into stories while they are added. */
final class Stories {
  private final Handle handle;
  private final StoryMemory memory;
  private final Map<Long, Placement> placed = new HashMap<>();

  Stories(Handle handle, StoryMemory memory) {
    this.handle = handle;
    this.memory = memory;
  }

  /** Places the articles of a new document. */
  void place(List<Long> articles, List<ArticleDigest> readings, @Nullable Long older) {
    for (int i = 0; i < articles.size(); i++) {
      StoryArticle article = readings.get(i).story(articles.get(i));
      Placement placement = living(article);
      if (older != null) {
        placement = new Placement(placement.story(), placement.similarity(), copied(older, i));
      }
      memory.keep(handle, article, placement);
      placed.put(article.id(), placement);
      write(article, placement, readings.get(i));
    }
    if (older != null) {
      follow(older, articles);
    }
  }

  /** Copies follow the original of the same text into its story. */
  void placeCopies(List<Long> articles) {
    for (long article : articles) {
      handle.execute(
          "UPDATE articles SET story_id = (SELECT o.story_id FROM articles o WHERE o.id ="
              + " articles.copy_of) WHERE id = ?",
          article);
    }
  }

  /** What repeated a text that is gone stays in its story, and may resemble what is left there. */
  void promote(List<Long> articles, List<ArticleDigest> readings) {
    for (int i = 0; i < articles.size(); i++) {
      StoryArticle article = readings.get(i).story(articles.get(i));
      Placement found = living(article);
      Long story =
          handle
              .select("SELECT story_id FROM articles WHERE id = ?", article.id())
              .mapTo(Long.class)
              .findOne()
              .orElse(null);
      Placement placement =
          new Placement(story == null ? found.story() : story, found.similarity(), found.copyOf());
      memory.keep(handle, article, placement);
      placed.put(article.id(), placement);
      write(article, placement, readings.get(i));
    }
  }

  /** Another process may have replaced the original since the memory saw it. */
  private Placement living(StoryArticle article) {
    Placement placement = memory.place(handle, article);
    Long original = placement.copyOf();
    while (original != null && !isLiving(original)) {
      memory.retire(original);
      placement = memory.place(handle, article);
      if (original.equals(placement.copyOf())) {
        return new Placement(placement.story(), placement.similarity(), null);
      }
      original = placement.copyOf();
    }
    return placement;
  }

  private boolean isLiving(long article) {
    return handle
            .select("SELECT live FROM articles WHERE id = ?", article)
            .mapTo(Integer.class)
            .one()
        == 1;
  }

  private void write(StoryArticle article, Placement placement, ArticleDigest reading) {
    if (placement.story() == article.id()) {
      org.entente.article.Field headline = reading.article().headline();
      handle.execute(
          "INSERT INTO stories (id, headline) VALUES (?, ?)",
          article.id(),
          headline == null ? null : Words.clean(headline.value()));
    }
    handle.execute(
        "UPDATE articles SET story_id = ?, copy_of = ? WHERE id = ?",
        placement.story(),
        placement.copyOf(),
        article.id());
  }

  /** What the older version of an article was a copy of. */
  private @Nullable Long copied(long older, int number) {
    return handle
        .select(
            "SELECT MAX(copy_of) FROM articles WHERE document_id = ? AND number = ?", older, number)
        .mapTo(Long.class)
        .one();
  }

  /** What repeats an older version repeats the new one. */
  private void follow(long older, List<Long> articles) {
    if (articles.isEmpty()) {
      return;
    }
    int changed =
        handle.execute(
            "UPDATE articles SET copy_of = ? WHERE live = 1 AND copy_of IN (SELECT id FROM articles"
                + " WHERE document_id = ?) AND document_id NOT IN (SELECT id FROM documents WHERE copy_of"
                + " IS NOT NULL)",
            articles.getFirst(),
            older);
    if (changed > 0) {
      memory.follow(versions(older), articles.getFirst());
    }
  }

  private List<Long> versions(long document) {
    return handle
        .select("SELECT id FROM articles WHERE document_id = ?", document)
        .mapTo(Long.class)
        .list();
  }

  /** Whether the article was just placed and is the first of its story. */
  boolean isFirst(long article) {
    Placement placement = placed.get(article);
    return placement != null && placement.story() == article;
  }

  boolean isCopy(long article) {
    Placement placement = placed.get(article);
    if (placement != null) {
      return placement.copyOf() != null;
    }
    return handle
        .select("SELECT 1 FROM articles WHERE id = ? AND copy_of IS NOT NULL", article)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }
}
