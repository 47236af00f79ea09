package org.entente.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.entente.actor.Actor;
import org.entente.statement.Status;
import org.entente.text.Span;
import org.jdbi.v3.core.Handle;

/**
 * What people should check, and what they found. Thread-safe.
 *
 * <p>Every order is a queue of living events that nobody checked yet.
 */
public final class Reviews {
  /** Tries to draw an event by chance before the queue stays short. */
  private static final int TRIES = 400;

  private static final String CHECKS =
      "SELECT c.*, a.headline, ms.name AS ms_name, mt.name AS mt_name, s.name AS s_name, t.name AS"
          + " t_name FROM corrections c JOIN events e ON e.id = c.event_id JOIN articles a ON a.id ="
          + " e.article_id LEFT JOIN actors ms ON ms.id = c.machine_source LEFT JOIN actors mt ON"
          + " mt.id = c.machine_target LEFT JOIN actors s ON s.id = c.source_id LEFT JOIN actors t ON"
          + " t.id = c.target_id ";

  private final Store store;

  public Reviews(Store store) {
    this.store = store;
  }

  /** What comes first. */
  public enum Order {
    /** The least confident coding. */
    DOUBT,
    /** The code that is seen least. */
    RARE,
    /** One event of each rule, the rule first of which fewest were checked. */
    UNSEEN,
    /** By chance: only these tell of all the events that nobody checks. */
    CHANCE
  }

  /** How many events nobody checked yet. */
  public long waiting() {
    return store.read(h ->
        h.createQuery("SELECT COUNT(*) FROM events WHERE live = 1 AND verdict IS NULL")
            .mapTo(Long.class)
            .one());
  }

  /** The first events of a queue. */
  public List<StoredEvent> queue(Order order, int most) {
    List<Long> ids =
        store.read(h ->
            switch (order) {
              case DOUBT ->
                  ids(
                      h,
                      "SELECT id FROM events WHERE live = 1 AND verdict IS NULL ORDER BY confidence,"
                          + " id LIMIT ?",
                      most);
              case RARE -> rare(h, most);
              case UNSEEN ->
                  ids(
                      h,
                      "SELECT MIN(CASE WHEN verdict IS NULL THEN id END) AS next FROM events WHERE"
                          + " live = 1 GROUP BY rule HAVING MIN(CASE WHEN verdict IS NULL THEN id"
                          + " END) IS NOT NULL ORDER BY COUNT(verdict), COUNT(*) DESC, rule LIMIT ?",
                      most);
              case CHANCE -> chance(h, most);
            });
    return events(ids);
  }

  private static List<Long> rare(Handle handle, int most) {
    List<String> codes =
        handle
            .createQuery(
                "SELECT code FROM events WHERE live = 1 GROUP BY code ORDER BY COUNT(*), code")
            .mapTo(String.class)
            .list();
    List<Long> found = new ArrayList<>();
    for (int i = 0; i < codes.size() && found.size() < most; i++) {
      found.addAll(
          ids(
              handle,
              "SELECT id FROM events WHERE live = 1 AND verdict IS NULL AND code = ? ORDER BY id"
                  + " LIMIT ?",
              codes.get(i),
              most - found.size()));
    }
    return found;
  }

  /**
   * Each unchecked event alike: keys are drawn and those without such an event passed over. The
   * draw stays the same until the next check, so that a page may be loaded again.
   */
  private static List<Long> chance(Handle handle, int most) {
    long last =
        handle.createQuery("SELECT COALESCE(MAX(id), 0) FROM events").mapTo(Long.class).one();
    long checks =
        handle.createQuery("SELECT COALESCE(MAX(id), 0) FROM corrections").mapTo(Long.class).one();
    Random random = new Random(31 * last + checks);
    Set<Long> drawn = new LinkedHashSet<>();
    for (int i = 0; i < TRIES && drawn.size() < most && last > 0; i++) {
      drawn.addAll(
          ids(
              handle,
              "SELECT id FROM events WHERE id = ? AND live = 1 AND verdict IS NULL",
              random.nextLong(last) + 1));
    }
    return List.copyOf(drawn);
  }

  private static List<Long> ids(Handle handle, String sql, Object... arguments) {
    return handle.select(sql, arguments).mapTo(Long.class).list();
  }

  private List<StoredEvent> events(List<Long> ids) {
    List<StoredEvent> events = new ArrayList<>();
    for (long id : ids) {
      event(id).ifPresent(events::add);
    }
    return events;
  }

  /** An event by its key, also one that was coded anew since and counts no more. */
  public Optional<StoredEvent> event(long id) {
    return store.ask(q -> q.events("e.id = ?", id)).stream().findFirst();
  }

  /**
   * The paragraph, headline or standfirst in which an event stands; its own span where the article
   * has none there. In UTF-16 units of the document's content.
   */
  public Span passage(StoredEvent event) {
    String layout = store.ask(q -> q.layout(event.article().id()));
    return layout
        .lines()
        .flatMap(line -> Words.spans(line.substring(line.indexOf(' ') + 1)).stream())
        .filter(s -> s.start() <= event.span().start() && s.end() >= event.span().end())
        .findFirst()
        .orElse(event.span());
  }

  /** What the machine said of an event, whatever people said since. */
  public MachineCoding machine(long event) {
    return store.read(h ->
        h.select(
                "SELECT COALESCE(e.machine_code, e.code) AS code, COALESCE(e.machine_status, e.status)"
                    + " AS status, "
                    + Columns.actor("s")
                    + ", "
                    + Columns.actor("t")
                    + " FROM events e LEFT JOIN actors s ON s.id = CASE WHEN e.machine_code IS NULL"
                    + " THEN e.source_id ELSE e.machine_source END LEFT JOIN actors t ON t.id = CASE"
                    + " WHEN e.machine_code IS NULL THEN e.target_id ELSE e.machine_target END WHERE"
                    + " e.id = ?",
                event)
            .map((rs, context) ->
                new MachineCoding(
                    rs.getString("code"),
                    Status.valueOf(rs.getString("status").toUpperCase(Locale.ROOT)),
                    Columns.actor(rs, "s"),
                    Columns.actor(rs, "t")))
            .one());
  }

  /** Keeps what a person says of an event, whoever checked it before; counts follow at once. */
  public void check(long event, Correction correction, Order drawn) {
    check(event, correction, drawn, Integer.MAX_VALUE);
  }

  /**
   * Keeps what a person says of an event; counts follow at once.
   *
   * @param drawn the queue from which the event was taken
   * @param seen how many checks of the event the person saw
   * @return whether it was kept: not where somebody has checked the event since, for then the
   *     person spoke of a coding that no longer holds
   */
  public boolean check(long event, Correction correction, Order drawn, int seen) {
    return store.write(h -> {
      if (checks(h, event) > seen) {
        return false;
      }
      new Corrections(h, store.types()).add(event, correction);
      h.execute(
          "INSERT INTO review_draws (event_id, drawn) VALUES (?, ?) ON CONFLICT (event_id) DO NOTHING",
          event,
          drawn.name().toLowerCase(Locale.ROOT));
      return true;
    });
  }

  private static int checks(Handle handle, long event) {
    return handle
        .select("SELECT COUNT(*) FROM corrections WHERE event_id = ?", event)
        .mapTo(Integer.class)
        .one();
  }

  /** The actor of that name that the store knows best, whatever its case; else by its key. */
  public Optional<Actor> actor(String words) {
    Optional<Actor> named = actor("LOWER(x.name) = ?", words.strip().toLowerCase(Locale.ROOT));
    return named.isPresent() ? named : actor("x.actor_key = ? AND x.kind = 'STATE'", words.strip());
  }

  private Optional<Actor> actor(String where, String value) {
    return store.read(h ->
        h.select(
                "SELECT "
                    + Columns.actor("x")
                    + " FROM actors x WHERE "
                    + where
                    + " ORDER BY CASE WHEN x.kind = 'UNRESOLVED' THEN 1 ELSE 0 END, x.id DESC LIMIT 1",
                value)
            .map((rs, context) -> Columns.actor(rs, "x"))
            .findOne());
  }

  /** Names of actors in events, the most frequent first. */
  public List<String> actorNames(int most) {
    return store.read(h ->
        h.select(
                "SELECT x.name FROM actors x JOIN events e ON e.source_id = x.id WHERE e.live = 1 AND"
                    + " x.kind <> 'UNRESOLVED' GROUP BY x.name ORDER BY COUNT(*) DESC, x.name LIMIT ?",
                most)
            .mapTo(String.class)
            .list());
  }

  /** All checks of an event, the newest first. */
  public List<Checked> history(long event) {
    return checks("WHERE c.event_id = ? ORDER BY c.id DESC", event);
  }

  /** The last checks of anything, the newest first. */
  public List<Checked> recent(int most) {
    return checks("ORDER BY c.id DESC LIMIT ?", most);
  }

  private List<Checked> checks(String rest, Object... arguments) {
    return store.read(
        h -> h.select(CHECKS + rest, arguments).map((rs, context) -> checked(rs)).list());
  }

  private static Checked checked(ResultSet rs) throws SQLException {
    return new Checked(
        rs.getLong("event_id"),
        rs.getString("headline"),
        Correction.Verdict.valueOf(rs.getString("verdict").toUpperCase(Locale.ROOT)),
        words(rs, "machine_code", "machine_status", "ms_name", "mt_name"),
        words(rs, "code", "status", "s_name", "t_name"),
        rs.getString("corrected_by"),
        Instant.parse(rs.getString("corrected_at")),
        rs.getString("reason"));
  }

  /** "036 hoped, Russia → United States", of what is there. */
  private static String words(ResultSet rs, String... columns) throws SQLException {
    String[] values = new String[columns.length];
    for (int i = 0; i < columns.length; i++) {
      String value = rs.getString(columns[i]);
      values[i] = value == null ? "" : value;
    }
    String what = (values[0] + " " + values[1]).strip();
    String who = values[2].isEmpty() && values[3].isEmpty() ? "" : values[2] + " → " + values[3];
    return what.isEmpty() || who.isEmpty() ? what + who : what + ", " + who;
  }

  /**
   * The share of wrong codings: of events drawn by chance where any were checked, else of all that
   * were checked.
   */
  public ErrorRate errorRate() {
    ErrorRate chance =
        rate("JOIN review_draws r ON r.event_id = e.id AND r.drawn = 'chance'", true);
    return chance.known() ? chance : rate("", false);
  }

  private ErrorRate rate(String join, boolean byChance) {
    return store.read(h ->
        h.createQuery(
                "SELECT COUNT(*), COALESCE(SUM(CASE WHEN e.verdict = 'accepted' THEN 0 ELSE 1 END), 0)"
                    + " FROM events e "
                    + join
                    + " WHERE e.live = 1 AND e.verdict IS NOT NULL")
            .map((rs, context) -> new ErrorRate(rs.getInt(1), rs.getInt(2), byChance))
            .one());
  }

  /** Every living event that a person checked, with its verdict, in the order of the articles. */
  public List<StoredEvent> checked() {
    return store.ask(q -> q.events("e.live = 1 AND e.verdict IS NOT NULL"));
  }

  /** The living events of one article, checked or not. */
  public List<StoredEvent> beside(StoredEvent event) {
    return store.eventsOf(event.article().id());
  }

  /** A moment as it is kept, so that texts compare as moments do: whole seconds. */
  static String text(Instant moment) {
    return moment.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
  }

  /** The moment of a check as it is kept: whole seconds. */
  public static Instant now(java.time.Clock clock) {
    return Instant.now(clock).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
  }
}
