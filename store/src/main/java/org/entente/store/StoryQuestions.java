package org.entente.store;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What a store answers on stories. */
final class StoryQuestions {
  /** Most actors and codes that are listed of a story. */
  private static final int LISTED = 8;

  private final Handle handle;
  private final Dialect dialect;

  StoryQuestions(Handle handle, Dialect dialect) {
    this.handle = handle;
    this.dialect = dialect;
  }

  StoryCounts counts() {
    return handle
        .createQuery(
            "SELECT COUNT(DISTINCT story_id), COUNT(*), COUNT(copy_of) FROM articles WHERE live = 1")
        .map((rs, context) -> new StoryCounts(rs.getInt(1), rs.getInt(2), rs.getInt(3)))
        .one();
  }

  /** Stories with an article that matches, the one with the newest first. */
  List<StoredStory> stories(Query query) {
    Conditions conditions = Conditions.ofArticles(query, dialect);
    String events = "";
    if (query.asksForEvents()) {
      conditions.andEvents(query);
      events = " JOIN events e ON e.article_id = a.id";
    }
    List<Long> found =
        conditions
            .bind(
                handle.createQuery(
                    "SELECT a.story_id FROM articles a"
                        + events
                        + " WHERE a.story_id IS NOT NULL AND "
                        + conditions.sql()
                        + " GROUP BY a.story_id ORDER BY COALESCE(MAX(a.day), '') DESC, a.story_id DESC"
                        + " LIMIT :limit OFFSET :offset"))
            .bind("limit", query.limit())
            .bind("offset", query.offset())
            .mapTo(Long.class)
            .list();
    return found.stream().flatMap(id -> story(id).stream()).toList();
  }

  /** A story with living articles. */
  Optional<StoredStory> story(long id) {
    List<StoredArticle> articles =
        handle
            .select(
                "SELECT "
                    + Columns.ARTICLE
                    + " FROM articles a JOIN documents d ON d.id = a.document_id WHERE a.story_id = ?"
                    + " AND a.live = 1 ORDER BY a.day, a.id",
                id)
            .map((rs, context) -> Columns.article(rs))
            .list();
    return articles.isEmpty() ? Optional.empty() : Optional.of(story(id, articles));
  }

  private StoredStory story(long id, List<StoredArticle> articles) {
    List<String> outlets =
        articles.stream()
            .filter(a -> a.copyOf() == null)
            .map(StoredArticle::outlet)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return new StoredStory(id, headline(id, articles), articles, outlets, actors(id), codes(id));
  }

  private String headline(long id, List<StoredArticle> articles) {
    return handle
        .select("SELECT headline FROM stories WHERE id = ? AND headline IS NOT NULL", id)
        .mapTo(String.class)
        .findOne()
        .or(() ->
            articles.stream().map(StoredArticle::headline).filter(Objects::nonNull).findFirst())
        .orElse("");
  }

  private List<String> actors(long story) {
    return most(
        "SELECT k FROM (SELECT e.source_key AS k FROM events e JOIN articles a ON a.id ="
            + " e.article_id WHERE a.story_id = ? AND e.live = 1 UNION ALL SELECT e.target_key FROM"
            + " events e JOIN articles a ON a.id = e.article_id WHERE a.story_id = ? AND e.live = 1)"
            + " named WHERE k <> '' GROUP BY k ORDER BY COUNT(*) DESC, k LIMIT ?",
        story,
        story,
        LISTED);
  }

  private List<String> codes(long story) {
    return most(
        "SELECT e.code FROM events e JOIN articles a ON a.id = e.article_id WHERE a.story_id = ? AND"
            + " e.live = 1 AND COALESCE(e.verdict, '') <> 'rejected' GROUP BY e.code ORDER BY COUNT(*)"
            + " DESC, e.code LIMIT ?",
        story,
        LISTED);
  }

  private List<String> most(String sql, Object... arguments) {
    return handle.select(sql, arguments).mapTo(String.class).list();
  }
}
