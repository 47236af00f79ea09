package org.entente.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.entente.article.Article;
import org.entente.export.ExportArticle;
import org.entente.export.Passage;
import org.entente.export.Quote;
import org.entente.export.SentenceNumbers;
import org.entente.parse.SentenceCuts;
import org.entente.text.CodePoints;
import org.entente.text.Evidence;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/** An article on its way out, with the text that its spans point into. Not thread-safe. */
final class RecordedArticle {
  private static final SentenceCuts CUTS = new SentenceCuts();

  private final ExportArticle article;
  private final String content;
  private final CodePoints points;
  private final Article parts;
  private final @Nullable Long story;
  private @Nullable SentenceNumbers numbers;

  private RecordedArticle(
      ExportArticle article, String content, Article parts, @Nullable Long story) {
    this.article = article;
    this.content = content;
    this.points = CodePoints.of(content);
    this.parts = parts;
    this.story = story;
  }

  /** From articles {@code a.*} with the name, address, language, hash and text of its document. */
  static RecordedArticle of(ResultSet rs) throws SQLException {
    String content = rs.getString("content");
    Span span = new Span(rs.getInt("start"), rs.getInt("finish"));
    ExportArticle article =
        new ExportArticle(
            rs.getLong("id"),
            rs.getString("name"),
            rs.getString("sha256"),
            orEmpty(rs.getString("headline")),
            orEmpty(rs.getString("outlet")),
            orEmpty(rs.getString("address")),
            Columns.day(rs, "day"),
            orEmpty(rs.getString("language")),
            content.codePointCount(0, content.length()),
            Instant.parse(rs.getString("added")));
    StoredArticle stored =
        new StoredArticle(
            article.id(),
            rs.getLong("document_id"),
            article.document(),
            null,
            rs.getString("headline"),
            null,
            null,
            null,
            article.day(),
            span,
            null,
            null);
    Article parts = Layout.article(stored, rs.getString("layout"), content);
    return new RecordedArticle(article, content, parts, Columns.number(rs, "story_id"));
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }

  ExportArticle article() {
    return article;
  }

  long story() {
    return story == null ? 0 : story;
  }

  /** Numbered only where something stands in it. */
  SentenceNumbers numbers() {
    SentenceNumbers known = numbers;
    if (known == null) {
      known = new SentenceNumbers(CUTS, parts, content);
      numbers = known;
    }
    return known;
  }

  Passage passage(Span span) {
    return new Passage(points.at(span.start()), points.at(span.end()), span.in(content));
  }

  Quote quote(Span span) {
    Evidence evidence = Evidence.of(article.document(), article.sha256(), content, span);
    return new Quote(passage(span), evidence.before(), evidence.after());
  }
}
