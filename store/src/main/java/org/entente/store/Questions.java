package org.entente.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.relation.ActorKey;
import org.entente.relation.Company;
import org.entente.relation.Counting;
import org.entente.relation.Pair;
import org.entente.relation.RelationEvent;
import org.entente.statement.Position;
import org.entente.statement.Statement;
import org.entente.statement.Status;
import org.entente.text.Span;
import org.entente.time.DateRange;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Asks one connection. Not thread-safe; {@link Store} makes one for each question. */
final class Questions {
  /** A coding with its article and both sides, for either of the joins below. */
  private static final String CODED =
      "SELECT e.*, " + Columns.ARTICLE + ", " + Columns.actor("s") + ", " + Columns.actor("t");

  private static final String EVENT_FROM =
      " FROM events e JOIN articles a ON a.id = e.article_id JOIN documents d ON d.id = a.document_id"
          + " LEFT JOIN actors s ON s.id = e.source_id LEFT JOIN actors t ON t.id = e.target_id WHERE ";

  private static final String STATEMENT_FROM =
      " FROM statements e JOIN articles a ON a.id = e.article_id JOIN documents d ON d.id ="
          + " a.document_id LEFT JOIN actors s ON s.id = e.speaker_id LEFT JOIN actors t ON t.id ="
          + " e.addressee_id WHERE ";

  private static final String POSITION =
      "SELECT e.*, "
          + Columns.ARTICLE
          + ", "
          + Columns.actor("s")
          + " FROM positions e JOIN articles a ON a.id = e.article_id JOIN documents d ON d.id ="
          + " a.document_id LEFT JOIN actors s ON s.id = e.speaker_id WHERE e.live = 1 AND"
          + " e.speaker_key = ?";

  /** Keys of actors on either side of events with how often each stands: each side by its index. */
  static final String KEYS =
      "SELECT k, SUM(n) FROM (SELECT source_key AS k, COUNT(*) AS n FROM events WHERE live = 1 GROUP BY"
          + " source_key UNION ALL SELECT target_key, COUNT(*) FROM events WHERE live = 1 GROUP BY"
          + " target_key) keys WHERE k <> '' GROUP BY k ORDER BY 2 DESC, 1";

  private static final String NEWEST_FIRST = " ORDER BY a.day DESC, a.id DESC, e.start, e.id";

  private final Handle handle;
  private final Dialect dialect;
  private final Corrections.Types types;
  private final Map<Long, String> contents = new HashMap<>();

  Questions(Handle handle, Dialect dialect, Corrections.Types types) {
    this.handle = handle;
    this.dialect = dialect;
    this.types = types;
  }

  List<StoredArticle> articles(Query query) {
    Conditions conditions = Conditions.ofArticles(query, dialect);
    String events = "";
    if (query.asksForEvents()) {
      conditions.andEvents(query);
      events = " JOIN events e ON e.article_id = a.id";
    }
    String sql =
        (events.isEmpty() ? "SELECT " : "SELECT DISTINCT ")
            + Columns.ARTICLE
            + " FROM articles a JOIN documents d ON d.id = a.document_id"
            + events
            + " WHERE "
            + conditions.sql()
            + " ORDER BY a_day DESC, a_id DESC LIMIT :limit OFFSET :offset";
    return conditions
        .bind(handle.createQuery(sql))
        .bind("limit", query.limit())
        .bind("offset", query.offset())
        .map((rs, context) -> Columns.article(rs))
        .list();
  }

  List<StoredEvent> events(Query query) {
    Conditions conditions = Conditions.ofArticles(query, dialect).andEvents(query);
    return conditions
        .bind(
            handle.createQuery(
                CODED
                    + EVENT_FROM
                    + conditions.sql()
                    + NEWEST_FIRST
                    + " LIMIT :limit OFFSET :offset"))
        .bind("limit", query.limit())
        .bind("offset", query.offset())
        .map((rs, context) -> event(rs))
        .list();
  }

  List<StoredEvent> events(String where, Object... arguments) {
    return handle
        .select(CODED + EVENT_FROM + where + " ORDER BY a.day, a.id, e.start, e.id", arguments)
        .map((rs, context) -> event(rs))
        .list();
  }

  List<StoredStatement> statements(String where, Object... arguments) {
    return handle
        .select(CODED + STATEMENT_FROM + where + " ORDER BY a.day, a.id, e.start, e.id", arguments)
        .map((rs, context) -> statement(rs))
        .list();
  }

  /** The same from its end, some at a time. */
  List<StoredStatement> newestStatements(String where, int most, int passed, Object... arguments) {
    return handle
        .select(
            CODED
                + STATEMENT_FROM
                + where
                + " ORDER BY a.day DESC, a.id DESC, e.start DESC, e.id DESC LIMIT "
                + most
                + " OFFSET "
                + passed,
            arguments)
        .map((rs, context) -> statement(rs))
        .list();
  }

  /** What any of the speakers says, newest first; articles without a day only for all days. */
  List<StoredStatement> said(List<String> names, DateRange days, int most, int passed) {
    String always = days.from().getYear() == 1 && days.to().getYear() == 9999 ? "1 = 1" : "1 = 0";
    return handle
        .createQuery(
            CODED
                + STATEMENT_FROM
                + "e.live = 1 AND e.id IN (SELECT p.statement_id FROM statement_speakers p JOIN actors"
                + " x ON x.id = p.actor_id WHERE x.name IN (<names>) OR x.actor_key IN (<names>)) AND"
                + " (a.day BETWEEN :from AND :to OR a.day IS NULL AND "
                + always
                + ")"
                + NEWEST_FIRST
                + " LIMIT :most OFFSET :passed")
        .bindList("names", names)
        .bind("from", days.from().toString())
        .bind("to", days.to().toString())
        .bind("most", most)
        .bind("passed", passed)
        .map((rs, context) -> statement(rs))
        .list();
  }

  /** The text of a document. */
  String content(long document) {
    return contents.computeIfAbsent(
        document,
        id ->
            handle
                .select("SELECT content FROM documents WHERE id = ?", id)
                .mapTo(String.class)
                .findOne()
                .orElseThrow(() ->
                    new StoreException(
                        StoreException.Reason.UNKNOWN, "there is no document " + id)));
  }

  Optional<StoredArticle> article(long id) {
    return handle
        .select(
            "SELECT "
                + Columns.ARTICLE
                + " FROM articles a JOIN documents d ON d.id = a.document_id WHERE a.id = ?",
            id)
        .map((rs, context) -> Columns.article(rs))
        .findOne();
  }

  /** The articles of a document in reading order. */
  List<StoredArticle> articlesOf(long document) {
    return handle
        .select(
            "SELECT "
                + Columns.ARTICLE
                + " FROM articles a JOIN documents d ON d.id = a.document_id WHERE a.document_id = ?"
                + " ORDER BY a.number",
            document)
        .map((rs, context) -> Columns.article(rs))
        .list();
  }

  /** The parts of an article as {@link Layout} writes them. */
  String layout(long article) {
    return handle
        .select("SELECT layout FROM articles WHERE id = ?", article)
        .mapTo(String.class)
        .one();
  }

  /** What counts between two, in both directions. */
  List<RelationEvent> counted(ActorKey one, ActorKey other, DateRange days) {
    List<Counted> all = new ArrayList<>(directed(one, other, days));
    all.addAll(directed(other, one, days));
    Pair pair = Pair.of(one.toString(), other.toString());
    Set<String> shared = new HashSet<>();
    for (Counted c : all) {
      if (c.together()) {
        shared.add(Counting.sharedKey(c.code(), pair, c.event().date()));
      }
    }
    return all.stream().map(c -> c.event(shared, pair)).toList();
  }

  /** A counted event and whether both did it with each other. */
  private record Counted(String code, boolean together, RelationEvent event) {
    /** The event; where one report says that both did it together, all of that day are that one. */
    RelationEvent event(Set<String> shared, Pair pair) {
      String key = Counting.sharedKey(code, pair, event.date());
      return shared.contains(key) ? event.withKey(key) : event;
    }
  }

  private List<Counted> directed(ActorKey from, ActorKey to, DateRange days) {
    List<Object> values = new ArrayList<>();
    String sql =
        "SELECT e.code, e.quad, e.goldstein, e.confidence, e.day, e.company FROM events e WHERE"
            + " e.counted = 1 AND "
            + between(from, to, values)
            + days(days.from(), days.to(), values);
    return handle
        .select(sql, values.toArray())
        .map((rs, context) -> counted(rs, from.toString(), to.toString()))
        .list();
  }

  private static Counted counted(ResultSet rs, String from, String to) throws SQLException {
    String code = rs.getString(1);
    LocalDate day = LocalDate.parse(rs.getString(5));
    return new Counted(
        code,
        rs.getString(6).equals(Company.TOGETHER.name()),
        new RelationEvent(
            day,
            from,
            to,
            rs.getDouble(3),
            rs.getInt(2),
            rs.getDouble(4),
            Counting.key(code, from, to, day)));
  }

  /** The reports behind what counts between two within the days, in both directions. */
  List<StoredEvent> evidence(ActorKey one, ActorKey other, DateRange days) {
    List<Object> values = new ArrayList<>(List.of(days.from().toString(), days.to().toString()));
    String sql =
        "e.counted = 1 AND e.day BETWEEN ? AND ? AND ("
            + between(one, other, values)
            + " OR "
            + between(other, one, values)
            + ")";
    return events(sql, values.toArray());
  }

  private static String between(ActorKey from, ActorKey to, List<Object> values) {
    values.add(from.value());
    values.add(to.value());
    return "e.source_key = ? AND e.target_key = ?"
        + sector("source", from, values)
        + sector("target", to, values);
  }

  private static String sector(String side, ActorKey key, List<Object> values) {
    if (key.sector().isEmpty()) {
      return "";
    }
    values.add(key.value());
    values.add(key.sector());
    return " AND e." + side + "_id IN (SELECT id FROM actors WHERE actor_key = ? AND sector = ?)";
  }

  private static String days(
      @Nullable LocalDate first, @Nullable LocalDate last, List<Object> values) {
    StringBuilder sql = new StringBuilder();
    if (first != null) {
      sql.append(" AND e.day >= ?");
      values.add(first.toString());
    }
    if (last != null) {
      sql.append(" AND e.day <= ?");
      values.add(last.toString());
    }
    return sql.toString();
  }

  /** The newest of each side are looked for by its index, and the newest of both taken. */
  List<StoredEvent> newest(ActorKey actor, LocalDate until, int limit) {
    String order = " ORDER BY day DESC NULLS LAST, article_id DESC, start, id LIMIT :limit";
    return handle
        .createQuery(
            CODED
                + EVENT_FROM
                + "e.id IN (SELECT id FROM ("
                + newestOf("source", actor)
                + order
                + ") acting UNION SELECT id FROM ("
                + newestOf("target", actor)
                + order
                + ") meant) ORDER BY e.day DESC NULLS LAST, e.article_id DESC, e.start, e.id LIMIT :limit")
        .bind("key", actor.value())
        .bind("until", until.toString())
        .bind("limit", limit)
        .bindMap(actor.sector().isEmpty() ? Map.of() : Map.of("sector", actor.sector()))
        .map((rs, context) -> event(rs))
        .list();
  }

  private static String newestOf(String side, ActorKey actor) {
    return "SELECT id FROM events WHERE live = 1 AND "
        + side
        + "_key = :key AND (day <= :until OR day IS NULL) AND COALESCE(verdict, '') <> 'rejected'"
        + (actor.sector().isEmpty()
            ? ""
            : " AND "
                + side
                + "_id IN (SELECT x.id FROM actors x WHERE x.actor_key = :key AND x.sector ="
                + " :sector)");
  }

  /** The newest first. */
  List<StoredPosition> newestPositions(ActorKey key, int limit) {
    return handle
        .select(
            POSITION + " ORDER BY e.day DESC NULLS LAST, e.article_id DESC, e.start DESC LIMIT ?",
            key.value(),
            limit)
        .map((rs, context) -> position(rs))
        .list();
  }

  /** Positions of those who act for a key, oldest first. */
  List<StoredPosition> positions(
      ActorKey key, @Nullable LocalDate first, @Nullable LocalDate last) {
    List<Object> values = new ArrayList<>(List.of(key.value()));
    String days = days(first, last, values);
    return handle
        .select(POSITION + days + " ORDER BY a.day, a.id, e.start", values.toArray())
        .map((rs, context) -> position(rs))
        .list();
  }

  private StoredPosition position(ResultSet rs) throws SQLException {
    StoredArticle article = Columns.article(rs);
    Span span = new Span(rs.getInt("start"), rs.getInt("finish"));
    return new StoredPosition(
        article,
        Columns.actor(rs, "s"),
        rs.getString("topic"),
        Position.Side.valueOf(rs.getString("side").toUpperCase(Locale.ROOT)),
        span,
        span.in(content(article.document())));
  }

  /** Pairs with anything counted within the days, most first. */
  List<Pair> pairs(LocalDate first, LocalDate last) {
    return handle
        .select(
            "SELECT CASE WHEN source_key < target_key THEN source_key ELSE target_key END AS one, CASE"
                + " WHEN source_key < target_key THEN target_key ELSE source_key END AS other,"
                + " COUNT(*) AS n FROM events WHERE live = 1 AND counted = 1 AND day BETWEEN ? AND ?"
                + " GROUP BY 1, 2"
                + " ORDER BY n DESC, 1, 2",
            first.toString(),
            last.toString())
        .map((rs, context) -> Pair.of(rs.getString(1), rs.getString(2)))
        .list();
  }

  /** How many pairs have anything counted within the days. */
  int countPairs(DateRange days) {
    Set<Pair> pairs = new HashSet<>();
    handle
        .select(
            "SELECT source_key, target_key FROM events WHERE counted = 1 AND day BETWEEN ? AND ?"
                + " GROUP BY source_key, target_key",
            days.from().toString(),
            days.to().toString())
        .map((rs, context) -> Pair.of(rs.getString(1), rs.getString(2)))
        .forEach(pairs::add);
    return pairs.size();
  }

  /** Keys of actors that are in events, most first. */
  List<String> keys() {
    return handle.createQuery(KEYS).map((rs, context) -> rs.getString(1)).list();
  }

  private StoredEvent event(ResultSet rs) throws SQLException {
    StoredArticle article = Columns.article(rs);
    Span span = new Span(rs.getInt("start"), rs.getInt("finish"));
    String machine = rs.getString("machine_code");
    String verdict = rs.getString("verdict");
    LocalDate from = Columns.day(rs, "date_from");
    LocalDate to = Columns.day(rs, "date_to");
    return new StoredEvent(
        rs.getLong("id"),
        article,
        types.type(rs.getString("code")),
        machine == null ? rs.getString("code") : machine,
        status(rs),
        rs.getString("status_rule"),
        Columns.day(rs, "day"),
        from == null || to == null ? null : new DateRange(from, to),
        rs.getString("date_rule"),
        Columns.actor(rs, "s"),
        Columns.actor(rs, "t"),
        Columns.span(rs, "source_"),
        Columns.span(rs, "target_"),
        rs.getString("place"),
        Words.lines(rs.getString("attribution")),
        span,
        span.in(content(article.document())),
        rs.getString("rule"),
        rs.getDouble("confidence"),
        verdict == null ? null : Correction.Verdict.valueOf(verdict.toUpperCase(Locale.ROOT)),
        rs.getInt("counted") == 1);
  }

  private StoredStatement statement(ResultSet rs) throws SQLException {
    StoredArticle article = Columns.article(rs);
    List<Span> spans = Words.spans(rs.getString("contents"));
    String text = content(article.document());
    return new StoredStatement(
        rs.getLong("id"),
        article,
        Columns.span(rs, "source_"),
        Columns.span(rs, "cue_"),
        spans,
        spans.stream().map(s -> s.in(text)).collect(Collectors.joining(" … ")),
        Columns.actor(rs, "s"),
        Columns.actor(rs, "t"),
        Statement.Kind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)),
        status(rs),
        Words.lines(rs.getString("chain")),
        rs.getString("rule"));
  }

  private static Status status(ResultSet rs) throws SQLException {
    return Status.valueOf(rs.getString("status").toUpperCase(Locale.ROOT));
  }
}
