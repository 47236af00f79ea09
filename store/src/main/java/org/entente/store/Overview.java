package org.entente.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.relation.ActorKey;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * What pages that browse a store ask: lists with counts, and what changed. Thread-safe; questions
 * to one thing at a time stand in {@link Store}.
 */
public final class Overview {
  private final Store store;

  public Overview(Store store) {
    this.store = store;
  }

  /**
   * How far the store has grown: whoever keeps what he computed asks whether it is still the same.
   *
   * @param documents key of the last document
   * @param codings key of the last coding
   * @param corrections key of the last correction
   * @param stories key of the last story
   */
  public record Stamp(long documents, long codings, long corrections, long stories) {}

  /** A name and how often it stands. */
  public record Count(String name, int times) {}

  /**
   * Who acts on whom, all events of some days together.
   *
   * @param agreement events with a Goldstein score above zero
   * @param tension events with one below zero
   */
  public record Edge(String source, String target, int agreement, int tension) {}

  /**
   * What an event says in short.
   *
   * @param article key of its article
   * @param quad quad class, 1 to 4
   */
  public record Brief(long article, String source, String target, String code, int quad) {}

  /**
   * An article's text with its parts.
   *
   * @param content of the document, into which all spans point
   * @param headline where the headline stands in it, or null
   * @param standfirst where the standfirst stands, or null
   * @param paragraphs the body in reading order
   * @param subheadings headings inside the body
   * @param commentary what the page says around its articles, which is never coded
   * @param isExcerpt whether only the sentences in which something was found are kept
   */
  public record Body(
      String content,
      @Nullable Span headline,
      @Nullable Span standfirst,
      List<Span> paragraphs,
      List<Span> subheadings,
      List<Span> commentary,
      boolean isExcerpt) {
    public Body {
      paragraphs = List.copyOf(paragraphs);
      subheadings = List.copyOf(subheadings);
      commentary = List.copyOf(commentary);
    }
  }

  public Stamp stamp() {
    return store.read(h ->
        h.createQuery(
                "SELECT (SELECT MAX(id) FROM documents), (SELECT MAX(id) FROM codings), (SELECT MAX(id)"
                    + " FROM corrections), (SELECT MAX(id) FROM stories)")
            .map((rs, context) ->
                new Stamp(rs.getLong(1), rs.getLong(2), rs.getLong(3), rs.getLong(4)))
            .one());
  }

  /** How many articles match, whatever the query's limit. */
  public int count(Query query) {
    Conditions conditions = Conditions.ofArticles(query, store.location().dialect());
    String events = "";
    if (query.asksForEvents()) {
      conditions.andEvents(query);
      events = " JOIN events e ON e.article_id = a.id";
    }
    String sql = "SELECT COUNT(DISTINCT a.id) FROM articles a" + events + " WHERE ";
    return store.read(
        h -> conditions.bind(h.createQuery(sql + conditions.sql())).mapTo(Integer.class).one());
  }

  public Optional<StoredEvent> event(long id) {
    return store.ask(q -> q.events("e.id = ? AND e.live = 1", id).stream().findFirst());
  }

  /**
   * All that two did to each other within the days, counted or not, in order of the days.
   *
   * @param one one side, whole or narrowed to a sector
   */
  public List<StoredEvent> between(ActorKey one, ActorKey other, LocalDate from, LocalDate to) {
    return store
        .ask(q ->
            q.events(
                "e.live = 1 AND COALESCE(e.verdict, '') <> 'rejected' AND e.day BETWEEN ? AND ? AND"
                    + " (e.source_key = ? AND e.target_key = ? OR e.source_key = ? AND e.target_key ="
                    + " ?)",
                from.toString(),
                to.toString(),
                one.value(),
                other.value(),
                other.value(),
                one.value()))
        .stream()
        .filter(e -> isOf(e, one, other))
        .toList();
  }

  private static boolean isOf(StoredEvent event, ActorKey one, ActorKey other) {
    boolean forth = ActorKey.of(event.source()).equals(one.value());
    return hasSector(forth ? event.source() : event.target(), one)
        && hasSector(forth ? event.target() : event.source(), other);
  }

  private static boolean hasSector(org.entente.actor.@Nullable Actor actor, ActorKey key) {
    return key.sector().isEmpty() || (actor != null && actor.sector().equals(key.sector()));
  }

  /**
   * The newest events in which an actor acts or is acted on, by the days for which they count.
   *
   * @param until leaves out what is still to come
   */
  public List<StoredEvent> newest(ActorKey actor, LocalDate until, int limit) {
    return store.ask(q -> q.newest(actor, until, limit));
  }

  /** The newest sides that those who act for a key took, newest first. */
  public List<StoredPosition> newestPositions(ActorKey actor, int limit) {
    return store.ask(q -> q.newestPositions(actor, limit));
  }

  /** What the events of some articles say, in reading order. */
  public List<Brief> briefs(List<Long> articles) {
    if (articles.isEmpty()) {
      return List.of();
    }
    return store.read(h ->
        h.createQuery(
                "SELECT article_id, source_key, target_key, code, quad FROM events WHERE live = 1 AND"
                    + " COALESCE(verdict, '') <> 'rejected' AND article_id IN (<ids>) ORDER BY"
                    + " article_id, start, id")
            .bindList("ids", articles)
            .map((rs, context) ->
                new Brief(
                    rs.getLong(1), rs.getString(2), rs.getString(3), rs.getString(4), rs.getInt(5)))
            .list());
  }

  public Optional<Body> body(long article) {
    return store.read(h ->
        h.select(
                "SELECT a.layout, d.content, d.commentary, d.excerpt FROM articles a JOIN documents d ON d.id ="
                    + " a.document_id WHERE a.id = ?",
                article)
            .map((rs, context) -> body(rs))
            .findOne());
  }

  private static Body body(ResultSet rs) throws SQLException {
    Span headline = null;
    Span standfirst = null;
    List<Span> paragraphs = List.of();
    List<Span> subheadings = List.of();
    for (String line : rs.getString("layout").split("\n")) {
      List<Span> spans = Words.spans(line.substring(line.indexOf(' ') + 1));
      switch (line.substring(0, line.indexOf(' '))) {
        case "headline" -> headline = spans.getFirst();
        case "standfirst" -> standfirst = spans.getFirst();
        case "paragraphs" -> paragraphs = spans;
        case "subheadings" -> subheadings = spans;
        default -> {}
      }
    }
    return new Body(
        rs.getString("content"),
        headline,
        standfirst,
        paragraphs,
        subheadings,
        Words.spans(rs.getString("commentary")),
        rs.getInt("excerpt") == 1);
  }

  /** Outlets with their articles, most first. */
  public List<Count> outlets() {
    return counts(
        "SELECT outlet, COUNT(*) FROM articles WHERE live = 1 AND outlet IS NOT NULL GROUP BY outlet"
            + " ORDER BY 2 DESC, 1");
  }

  /** Rules of live events with how often each fired. */
  public List<Count> rules() {
    return counts(
        "SELECT rule, COUNT(*) FROM events WHERE live = 1 GROUP BY rule ORDER BY 2 DESC, 1");
  }

  /** Codes of live events that nobody rejected, with how often each stands. */
  public List<Count> codes() {
    return counts(
        "SELECT code, SUM(n) FROM (SELECT code, COUNT(*) AS n FROM events WHERE live = 1 GROUP BY code"
            + " UNION ALL SELECT code, -COUNT(*) FROM events WHERE live = 1 AND verdict ="
            + " 'rejected' GROUP BY code) codes GROUP BY code HAVING SUM(n) > 0 ORDER BY 2 DESC, 1");
  }

  /** Named speakers with their statements, those most often heard first. */
  public List<Count> speakers() {
    return counts(
        "SELECT x.name, SUM(n) FROM (SELECT actor_id, COUNT(*) AS n FROM statement_speakers GROUP BY"
            + " actor_id UNION ALL SELECT p.actor_id, -COUNT(*) FROM statements s CROSS JOIN"
            + " statement_speakers p WHERE s.live = 0 AND p.statement_id = s.id GROUP BY p.actor_id)"
            + " said JOIN actors x ON x.id = said.actor_id WHERE x.kind <> 'UNRESOLVED' AND x.kind <>"
            + " 'AGENT' GROUP BY x.name HAVING SUM(n) > 0 ORDER BY 2 DESC, 1");
  }

  /** Keys of actors in live events, on either side, busiest first. */
  public List<Count> actors() {
    return counts(Questions.KEYS);
  }

  /** Names under which an actor's key stands in events and statements, most often first. */
  public List<Count> names(ActorKey key) {
    return store.read(h ->
        h.select(
                "SELECT x.name, COUNT(*) FROM statement_speakers p JOIN statements s ON s.id ="
                    + " p.statement_id JOIN actors x ON x.id = p.actor_id WHERE s.live = 1 AND"
                    + " x.actor_key = ? AND x.kind = 'PERSON' GROUP BY x.name ORDER BY 2 DESC, 1",
                key.value())
            .map((rs, context) -> new Count(rs.getString(1), rs.getInt(2)))
            .list());
  }

  /** Who acts on whom within the days, by what counts; busiest first. */
  public List<Edge> edges(LocalDate from, LocalDate to) {
    return store.read(h ->
        h.select(
                "SELECT source_key, target_key, SUM(CASE WHEN goldstein > 0 THEN 1 ELSE 0 END),"
                    + " SUM(CASE WHEN goldstein < 0 THEN 1 ELSE 0 END), COUNT(*) FROM events WHERE"
                    + " counted = 1 AND day BETWEEN ? AND ? AND source_key <> target_key GROUP BY"
                    + " source_key, target_key ORDER BY 5 DESC, 1, 2",
                from.toString(),
                to.toString())
            .map((rs, context) ->
                new Edge(rs.getString(1), rs.getString(2), rs.getInt(3), rs.getInt(4)))
            .list());
  }

  private List<Count> counts(String sql) {
    return store.read(h ->
        h.createQuery(sql).map((rs, context) -> new Count(rs.getString(1), rs.getInt(2))).list());
  }

  /**
   * The stories of the articles that match, newest first; an article in no story is one of its own.
   * The query's limit counts stories.
   */
  public List<StoryLine> stories(Query query) {
    List<StoredArticle> articles = new ArrayList<>();
    List<String> order = new ArrayList<>();
    for (String story : storyKeys(query)) {
      order.add(story);
      articles.addAll(ofStory(query, story));
    }
    return order.stream()
        .map(key -> StoryLine.of(articles.stream().filter(a -> key(a).equals(key)).toList()))
        .toList();
  }

  private static String key(StoredArticle article) {
    return article.story() == null ? "a" + article.id() : "s" + article.story();
  }

  private List<String> storyKeys(Query query) {
    Conditions conditions = Conditions.ofArticles(query, store.location().dialect());
    String events = "";
    if (query.asksForEvents()) {
      conditions.andEvents(query);
      events = " JOIN events e ON e.article_id = a.id";
    }
    String sql =
        "SELECT CASE WHEN a.story_id IS NULL THEN 'a' || a.id ELSE 's' || a.story_id END AS k, MAX(COALESCE(a.day, ''))"
            + " AS newest, MAX(a.id) AS last FROM articles a"
            + events
            + " WHERE "
            + conditions.sql()
            + " GROUP BY 1 ORDER BY newest DESC, last DESC LIMIT :limit OFFSET :offset";
    return store.read(h ->
        conditions
            .bind(h.createQuery(sql))
            .bind("limit", query.limit())
            .bind("offset", query.offset())
            .map((rs, context) -> rs.getString("k"))
            .list());
  }

  private List<StoredArticle> ofStory(Query query, String key) {
    long id = Long.parseLong(key.substring(1));
    return key.startsWith("a")
        ? store.article(id).stream().toList()
        : store.articles(query.withStory(id).withPage(StoryLine.MOST, 0));
  }
}
