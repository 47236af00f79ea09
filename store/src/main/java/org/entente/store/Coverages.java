package org.entente.store;

import java.util.List;
import java.util.Map;
import org.entente.digest.ArticleDigest;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Keeps what was read of each day, and which articles name which two actors in one sentence. */
final class Coverages {
  private final Handle handle;

  Coverages(Handle handle) {
    this.handle = handle;
  }

  /** An article that is no copy; one without a day covers none. */
  void add(long article, ArticleDigest read) {
    if (read.day() == null) {
      return;
    }
    String day = String.valueOf(read.day());
    handle.execute(
        "INSERT INTO days (day, articles, sentences) VALUES (?, 1, ?) ON CONFLICT (day) DO UPDATE SET"
            + " articles = days.articles + 1, sentences = days.sentences + excluded.sentences",
        day,
        read.sentences());
    if (read.named().isEmpty()) {
      return;
    }
    try (PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO article_pairs (first_key, second_key, day, article_id, sentences) VALUES (?,"
                + " ?, ?, ?, ?)")) {
      for (ArticleDigest.Named pair : read.named()) {
        batch.add(pair.first(), pair.second(), day, article, pair.sentences());
      }
      batch.execute();
    }
  }

  /** Takes the articles of a document out again. */
  void forget(long document) {
    handle.execute(
        "DELETE FROM article_pairs WHERE article_id IN (SELECT id FROM articles WHERE document_id ="
            + " ?)",
        document);
    List<Map<String, Object>> covered =
        handle
            .select(
                "SELECT day, COUNT(*) AS articles, SUM(sentences) AS sentences FROM articles WHERE"
                    + " document_id = ? AND copy_of IS NULL AND live = 1 AND day IS NOT NULL GROUP BY"
                    + " day",
                document)
            .mapToMap()
            .list();
    for (Map<String, Object> day : covered) {
      handle.execute(
          "UPDATE days SET articles = articles - ?, sentences = sentences - ? WHERE day = ?",
          day.get("articles"),
          day.get("sentences"),
          day.get("day"));
    }
  }
}
