package org.entente.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.story.Placement;
import org.entente.story.Sketch;
import org.entente.story.StoryArticle;
import org.entente.story.TermVector;
import org.jdbi.v3.core.Handle;

/** What stories compare of articles, as rows. */
final class StoryRows {
  private static final String SELECT =
      "SELECT s.article_id, s.day, s.terms, s.level, s.shingles, a.story_id, a.copy_of, a.live FROM"
          + " story_articles s JOIN articles a ON a.id = s.article_id WHERE ";

  private static final String IN_ORDER = " ORDER BY s.article_id";

  private final Handle handle;

  StoryRows(Handle handle) {
    this.handle = handle;
  }

  /** An article, where it was placed, and whether it is no older version. */
  record Row(StoryArticle article, Placement placement, boolean living) {}

  void write(StoryArticle article) {
    handle.execute(
        "INSERT INTO story_articles (article_id, day, terms, level, shingles) VALUES (?, ?, ?, ?, ?)",
        article.id(),
        Words.day(article.day()),
        article.terms().written(),
        article.sketch().level(),
        article.sketch().written());
  }

  /** The articles of each day. */
  Map<LocalDate, Integer> counts() {
    Map<LocalDate, Integer> counts = new TreeMap<>();
    handle
        .select("SELECT day, COUNT(*) FROM story_articles WHERE day IS NOT NULL GROUP BY day")
        .map((rs, context) -> Map.entry(LocalDate.parse(rs.getString(1)), rs.getInt(2)))
        .forEach(e -> counts.put(e.getKey(), e.getValue()));
    return counts;
  }

  /** The key of the last article, 0 where there is none. */
  long last() {
    return handle
        .select("SELECT COALESCE(MAX(article_id), 0) FROM story_articles")
        .mapTo(Long.class)
        .one();
  }

  List<Row> after(long article) {
    return rows("s.article_id > ?", article);
  }

  List<Row> between(LocalDate first, LocalDate last) {
    return rows("s.day BETWEEN ? AND ?", first.toString(), last.toString());
  }

  List<Row> undated() {
    return rows("s.day IS NULL");
  }

  private List<Row> rows(String where, Object... arguments) {
    return handle.select(SELECT + where + IN_ORDER, arguments).map((rs, context) -> row(rs)).list();
  }

  private static Row row(ResultSet rs) throws SQLException {
    StoryArticle article =
        new StoryArticle(
            rs.getLong("article_id"),
            Columns.day(rs, "day"),
            TermVector.parse(rs.getString("terms")),
            Sketch.parse(rs.getString("shingles"), rs.getInt("level")));
    Placement placement = new Placement(rs.getLong("story_id"), 1, Columns.number(rs, "copy_of"));
    return new Row(article, placement, rs.getInt("live") == 1);
  }
}
