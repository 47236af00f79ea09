package org.entente.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.actor.Actor;
import org.entente.export.ExportAnnouncement;
import org.entente.export.ExportEvent;
import org.entente.export.ExportStatement;
import org.entente.export.Party;
import org.entente.export.Passage;
import org.entente.export.Places;
import org.entente.statement.Statement;
import org.entente.statement.Status;
import org.entente.text.Span;
import org.entente.time.DateRange;
import org.jspecify.annotations.Nullable;

/** Makes of rows what exports take, and gathers it by article. Not thread-safe. */
final class RecordRows {
  static final String EVENTS =
      "SELECT e.*, c.version, "
          + Columns.actor("s")
          + ", "
          + Columns.actor("t")
          + " FROM events e JOIN codings c ON c.id = e.coding_id JOIN articles a ON a.id = e.article_id"
          + " LEFT JOIN actors s ON s.id = e.source_id LEFT JOIN actors t ON t.id = e.target_id WHERE ";

  static final String STATEMENTS =
      "SELECT e.*, c.version, "
          + Columns.actor("s")
          + ", "
          + Columns.actor("t")
          + " FROM statements e JOIN codings c ON c.id = e.coding_id LEFT JOIN actors s ON s.id ="
          + " e.speaker_id LEFT JOIN actors t ON t.id = e.addressee_id WHERE e.live = 1 AND e.article_id"
          + " BETWEEN ? AND ? ORDER BY e.article_id, e.start, e.id";

  static final String ANNOUNCEMENTS =
      "SELECT e.* FROM announcements e WHERE e.live = 1 AND e.article_id BETWEEN ? AND ? ORDER BY"
          + " e.article_id, e.id";

  static final String PARTICIPANTS =
      "SELECT p.announcement_id, "
          + Columns.actor("s")
          + " FROM announcement_actors p JOIN announcements n ON n.id = p.announcement_id JOIN actors s ON"
          + " s.id = p.actor_id WHERE n.article_id BETWEEN ? AND ? ORDER BY p.announcement_id, p.place";

  private final Map<Long, RecordedArticle> articles;
  private final Corrections.Types types;
  private final Map<Long, List<ExportEvent>> events = new HashMap<>();
  private final Map<Long, List<ExportStatement>> statements = new HashMap<>();
  private final Map<Long, List<ExportAnnouncement>> announcements = new HashMap<>();
  private final Map<Long, List<Actor>> participants = new HashMap<>();

  RecordRows(Map<Long, RecordedArticle> articles, Corrections.Types types) {
    this.articles = articles;
    this.types = types;
  }

  /** Why a coded row with {@code live} and its document's {@code replaced_by} holds no longer. */
  static String gone(ResultSet rs) throws SQLException {
    if (rs.getInt("live") == 1) {
      return "";
    }
    rs.getLong("replaced_by");
    return rs.wasNull() ? "coded anew" : "new version";
  }

  void add(@Nullable ExportEvent event) {
    if (event != null) {
      events.computeIfAbsent(event.article().id(), a -> new ArrayList<>()).add(event);
    }
  }

  void add(@Nullable ExportStatement statement) {
    if (statement != null) {
      statements.computeIfAbsent(statement.article().id(), a -> new ArrayList<>()).add(statement);
    }
  }

  void add(@Nullable ExportAnnouncement announced) {
    if (announced != null) {
      announcements
          .computeIfAbsent(announced.article().id(), a -> new ArrayList<>())
          .add(announced);
    }
  }

  void add(Map<Long, List<Actor>> who) {
    participants.putAll(who);
  }

  List<ExportEvent> eventsOf(long article) {
    return events.getOrDefault(article, List.of());
  }

  List<ExportStatement> statementsOf(long article) {
    return statements.getOrDefault(article, List.of());
  }

  List<ExportAnnouncement> announcementsOf(long article) {
    return announcements.getOrDefault(article, List.of());
  }

  /** Null for an event whose article is not on this page. */
  @Nullable ExportEvent event(ResultSet rs, FirstIds ids) throws SQLException {
    RecordedArticle article = articles.get(rs.getLong("article_id"));
    if (article == null) {
      return null;
    }
    Span span = new Span(rs.getInt("start"), rs.getInt("finish"));
    return new ExportEvent(
        ids.of(rs.getLong("id")),
        article.story(),
        article.numbers().at(span),
        article.numbers().isLead(span),
        types.type(rs.getString("code")),
        status(rs),
        Columns.day(rs, "day"),
        range(rs),
        party(rs, "s", "source_", article),
        party(rs, "t", "target_", article),
        Places.shipped().named(rs.getString("place")),
        article.quote(span),
        article.article(),
        Words.lines(rs.getString("attribution")),
        rs.getString("rule"),
        rs.getDouble("confidence"),
        rs.getString("version"));
  }

  @Nullable ExportStatement statement(ResultSet rs, FirstIds ids) throws SQLException {
    RecordedArticle article = articles.get(rs.getLong("article_id"));
    List<Span> contents = Words.spans(rs.getString("contents"));
    if (article == null || contents.isEmpty()) {
      return null;
    }
    Span cue = Columns.span(rs, "cue_");
    return new ExportStatement(
        ids.of(rs.getLong("id")),
        article.article(),
        party(rs, "s", "source_", article),
        addressee(rs),
        cue == null ? null : article.passage(cue),
        contents.stream().map(article::passage).toList(),
        article.quote(contents.getFirst()).before(),
        article.quote(contents.getLast()).after(),
        Statement.Kind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)),
        status(rs),
        Words.lines(rs.getString("chain")),
        rs.getString("rule"),
        rs.getString("version"));
  }

  @Nullable ExportAnnouncement announcement(ResultSet rs) throws SQLException {
    RecordedArticle article = articles.get(rs.getLong("article_id"));
    List<Span> spans = Words.spans(rs.getString("spans"));
    if (article == null || spans.isEmpty()) {
      return null;
    }
    return new ExportAnnouncement(
        rs.getLong("id"),
        article.article(),
        types.type(rs.getString("code")),
        participants.getOrDefault(rs.getLong("id"), List.of()),
        rs.getString("place"),
        range(rs),
        article.quote(spans.getFirst()));
  }

  private static @Nullable Party addressee(ResultSet rs) throws SQLException {
    Actor actor = Columns.actor(rs, "t");
    return actor == null ? null : new Party(actor, null);
  }

  private static @Nullable Party party(
      ResultSet rs, String prefix, String span, RecordedArticle article) throws SQLException {
    Actor actor = Columns.actor(rs, prefix);
    Span words = Columns.span(rs, span);
    Passage passage = words == null ? null : article.passage(words);
    return actor == null ? null : new Party(actor, passage);
  }

  private static @Nullable DateRange range(ResultSet rs) throws SQLException {
    LocalDate from = Columns.day(rs, "date_from");
    LocalDate to = Columns.day(rs, "date_to");
    return from == null || to == null ? null : new DateRange(from, to);
  }

  private static Status status(ResultSet rs) throws SQLException {
    return Status.valueOf(rs.getString("status").toUpperCase(Locale.ROOT));
  }
}
