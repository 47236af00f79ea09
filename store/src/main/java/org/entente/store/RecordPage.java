package org.entente.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.entente.export.ArticleRecord;
import org.entente.export.ExportAnnouncement;
import org.entente.export.ExportStatement;
import org.entente.export.Selection;
import org.entente.export.Withdrawn;
import org.entente.relation.ActorKey;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Some articles with everything that is kept of them. Made for one question; not thread-safe. */
final class RecordPage {
  /** Beyond all days that are kept. */
  private static final String NEVER = "0000-01-01";

  private static final String ALWAYS = "9999-12-31";

  private static final String ARTICLES =
      "SELECT a.*, d.name, d.address, d.language, d.sha256, d.content, d.added FROM articles a JOIN"
          + " documents d ON d.id = a.document_id WHERE ";

  private final Handle handle;
  private final Dialect dialect;
  private final Corrections.Types types;
  private final Selection selection;

  RecordPage(Handle handle, Dialect dialect, Corrections.Types types, Selection selection) {
    this.handle = handle;
    this.dialect = dialect;
    this.types = types;
    this.selection = selection;
  }

  /** The next articles after one, in the order of their ids. */
  List<ArticleRecord> read(long after, int most) {
    return records(articles(after, most));
  }

  /**
   * One article, also one that repeats another's text, which files leave out; empty when unknown.
   */
  List<ArticleRecord> one(long article) {
    return records(
        handle
            .select(ARTICLES + "a.id = ?", article)
            .map((rs, context) -> RecordedArticle.of(rs))
            .list());
  }

  private List<ArticleRecord> records(List<RecordedArticle> articles) {
    if (articles.isEmpty()) {
      return List.of();
    }
    Map<Long, RecordedArticle> byId = new TreeMap<>();
    articles.forEach(a -> byId.put(a.article().id(), a));
    long first = articles.getFirst().article().id();
    long last = articles.getLast().article().id();
    FirstIds events = events(first, last);
    FirstIds statements = statements(first, last);
    RecordRows rows = new RecordRows(byId, types);
    fill(rows, events, statements, first, last);
    List<ArticleRecord> page = new ArrayList<>();
    byId.values().forEach(a -> page.add(record(a, rows, events, statements)));
    return page;
  }

  /** The id under which files write a row of {@code events} or {@code statements}. */
  long firstId(String table, long article, long row) {
    FirstIds ids = table.equals("events") ? events(article, article) : statements(article, article);
    return ids.of(row);
  }

  private List<RecordedArticle> articles(long after, int most) {
    String sql =
        ARTICLES
            + "a.id > :after AND a.copy_of IS NULL"
            + daysOfArticles()
            + pairOfArticles()
            + " ORDER BY a.id LIMIT :most";
    return bound(handle.createQuery(sql))
        .bind("after", after)
        .bind("most", most)
        .map((rs, context) -> RecordedArticle.of(rs))
        .list();
  }

  private String daysOfArticles() {
    return isBounded()
        ? " AND (a.day BETWEEN :from AND :to OR a.id IN (SELECT article_id FROM events WHERE day"
            + " BETWEEN :from AND :to))"
        : "";
  }

  private String pairOfArticles() {
    if (selection.pair().isEmpty()) {
      return "";
    }
    String keys = keys();
    return " AND (a.id IN (SELECT article_id FROM events WHERE source_key IN ("
        + keys
        + ") AND live = 1 OR target_key IN ("
        + keys
        + ") AND live = 1) OR a.id IN (SELECT q.article_id FROM statements q JOIN statement_speakers p ON"
        + " p.statement_id = q.id JOIN actors x ON x.id = p.actor_id WHERE q.live = 1 AND x.actor_key"
        + " IN ("
        + keys
        + ")))";
  }

  private String keys() {
    StringJoiner names = new StringJoiner(", ");
    for (int i = 0; i < selection.pair().size(); i++) {
      names.add(":key" + i);
    }
    return names.toString();
  }

  private boolean isBounded() {
    return selection.from() != null || selection.to() != null;
  }

  private Query bound(Query query) {
    if (isBounded()) {
      query.bind("from", selection.from() == null ? NEVER : selection.from().toString());
      query.bind("to", selection.to() == null ? ALWAYS : selection.to().toString());
    }
    int i = 0;
    for (ActorKey key : selection.pair()) {
      query.bind("key" + i++, key.value());
    }
    return query;
  }

  /** All codings of events, older first, since the oldest gives the id. */
  private FirstIds events(long first, long last) {
    return new FirstIds(
        handle
            .select(
                "SELECT e.id, e.article_id, e.coding_id, e.live, e.verdict, e.start, e.finish,"
                    + " COALESCE(e.machine_code, e.code) AS code, s.name AS source, t.name AS target,"
                    + " d.replaced_by FROM events e JOIN articles a ON a.id = e.article_id JOIN"
                    + " documents d ON d.id = a.document_id LEFT JOIN actors s ON s.id = CASE WHEN"
                    + " e.machine_code IS NULL THEN e.source_id ELSE e.machine_source END LEFT JOIN"
                    + " actors t ON t.id = CASE WHEN e.machine_code IS NULL THEN e.target_id ELSE"
                    + " e.machine_target END WHERE e.article_id BETWEEN ? AND ? ORDER BY e.coding_id,"
                    + " e.number, e.id",
                first,
                last)
            .map((rs, context) ->
                new FirstIds.Row(
                    rs.getLong("id"),
                    rs.getLong("article_id"),
                    rs.getLong("coding_id"),
                    "rejected".equals(rs.getString("verdict")) ? "rejected" : RecordRows.gone(rs),
                    rs.getInt("start")
                        + "\n"
                        + rs.getInt("finish")
                        + "\n"
                        + rs.getString("code")
                        + "\n"
                        + rs.getString("source")
                        + "\n"
                        + rs.getString("target")))
            .list());
  }

  private FirstIds statements(long first, long last) {
    return new FirstIds(
        handle
            .select(
                "SELECT e.id, e.article_id, e.coding_id, e.live, e.contents, s.name AS source,"
                    + " d.replaced_by FROM statements e JOIN articles a ON a.id = e.article_id JOIN"
                    + " documents d ON d.id = a.document_id LEFT JOIN actors s ON s.id = e.speaker_id"
                    + " WHERE e.article_id BETWEEN ? AND ? ORDER BY e.coding_id, e.number, e.id",
                first,
                last)
            .map((rs, context) ->
                new FirstIds.Row(
                    rs.getLong("id"),
                    rs.getLong("article_id"),
                    rs.getLong("coding_id"),
                    RecordRows.gone(rs),
                    rs.getString("contents") + "\n" + rs.getString("source")))
            .list());
  }

  private void fill(RecordRows rows, FirstIds events, FirstIds statements, long first, long last) {
    Conditions conditions =
        Conditions.ofArticles(org.entente.store.Query.ALL, dialect)
            .andEvents(org.entente.store.Query.ALL.withActors(selection.pair()));
    String days = isBounded() ? " AND e.day BETWEEN :from AND :to" : "";
    Query query =
        conditions.bind(
            handle.createQuery(
                RecordRows.EVENTS
                    + conditions.sql()
                    + days
                    + " AND e.article_id BETWEEN :low AND :high ORDER BY e.article_id, e.start, e.id"));
    if (isBounded()) {
      query.bind("from", selection.from() == null ? NEVER : selection.from().toString());
      query.bind("to", selection.to() == null ? ALWAYS : selection.to().toString());
    }
    query
        .bind("low", first)
        .bind("high", last)
        .map((rs, context) -> rows.event(rs, events))
        .forEach(rows::add);
    handle
        .select(RecordRows.STATEMENTS, first, last)
        .map((rs, context) -> rows.statement(rs, statements))
        .forEach(rows::add);
    rows.add(participants(first, last));
    handle
        .select(RecordRows.ANNOUNCEMENTS, first, last)
        .map((rs, context) -> rows.announcement(rs))
        .forEach(rows::add);
  }

  private Map<Long, List<org.entente.actor.Actor>> participants(long first, long last) {
    Map<Long, List<org.entente.actor.Actor>> all = new TreeMap<>();
    handle
        .select(RecordRows.PARTICIPANTS, first, last)
        .map((rs, context) -> Map.entry(rs.getLong("announcement_id"), Columns.actor(rs, "s")))
        .forEach(e -> all.computeIfAbsent(e.getKey(), id -> new ArrayList<>()).add(e.getValue()));
    return all;
  }

  private ArticleRecord record(
      RecordedArticle a, RecordRows rows, FirstIds events, FirstIds statements) {
    long id = a.article().id();
    boolean within = selection.holds(a.article().day());
    List<ExportStatement> said = new ArrayList<>();
    List<ExportAnnouncement> announced = new ArrayList<>();
    if (within) {
      rows.statementsOf(id).stream().filter(this::isOfPair).forEach(said::add);
      rows.announcementsOf(id).stream().filter(this::isOfPair).forEach(announced::add);
    }
    return new ArticleRecord(
        a.article(), rows.eventsOf(id), said, announced, withdrawn(a, events, statements));
  }

  private boolean isOfPair(ExportStatement s) {
    return selection.pair().isEmpty()
        || s.speaker() != null
            && selection.pair().stream()
                .anyMatch(k -> k.value().equals(ActorKey.of(s.speaker().actor())));
  }

  private boolean isOfPair(ExportAnnouncement a) {
    return selection.pair().stream()
        .allMatch(k -> a.participants().stream().anyMatch(p -> k.value().equals(ActorKey.of(p))));
  }

  private List<Withdrawn> withdrawn(RecordedArticle a, FirstIds events, FirstIds statements) {
    List<Withdrawn> all = new ArrayList<>();
    long article = a.article().id();
    Map<Long, FirstIds.Row> gone = events.gone(article);
    Map<Long, String[]> details = gone.isEmpty() ? Map.of() : details(article);
    gone.forEach((id, row) -> {
      String[] about = details.getOrDefault(row.id(), new String[] {"", null, ""});
      all.add(
          new Withdrawn("event", id, article, about[0], Words.day(about[1]), row.gone(), about[2]));
    });
    statements
        .gone(article)
        .forEach((id, row) ->
            all.add(
                new Withdrawn("quotation", id, article, "", a.article().day(), row.gone(), "")));
    all.removeIf(w -> !selection.holds(w.day()));
    return all;
  }

  private Map<Long, String[]> details(long article) {
    Map<Long, String[]> all = new TreeMap<>();
    handle
        .select(
            "SELECT e.id, COALESCE(e.machine_code, e.code) AS code, e.day, c.version FROM events e JOIN"
                + " codings c ON c.id = e.coding_id WHERE e.article_id = ?",
            article)
        .map((rs, context) ->
            Map.entry(
                rs.getLong(1), new String[] {rs.getString(2), rs.getString(3), rs.getString(4)}))
        .forEach(e -> all.put(e.getKey(), e.getValue()));
    return all;
  }
}
