package org.entente.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.relation.ActorKey;
import org.entente.statement.Status;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Watches, what they found, and what is on its way to their receivers. Thread-safe. */
public final class Watches {
  private final Store store;

  public Watches(Store store) {
    this.store = store;
  }

  /** What somebody who makes a watch says; the store adds the rest. */
  public record Wanted(
      String name, Query view, boolean rare, String owner, String mail, String hook) {}

  /**
   * Keeps a new watch. It looks at what comes from now on.
   *
   * @param token opens its feeds
   * @param secret signs its webhook
   */
  public StoredWatch add(Wanted wanted, String token, String secret) {
    Instant now = Reviews.now(store.clock());
    return store.write(h -> {
      long id = new Ids(h).next("watches");
      StoredWatch watch =
          new StoredWatch(
              id,
              wanted.name(),
              wanted.view(),
              wanted.rare(),
              wanted.owner(),
              now,
              token,
              new StoredWatch.Receivers(wanted.mail(), false, wanted.hook(), secret),
              newest(h));
      insert(h, watch);
      return watch;
    });
  }

  /**
   * Gives a watch another name, view or receivers. Its feeds keep their addresses, what it found is
   * not found again, and it looks on from where it looked last. Another mail address has to be
   * proved.
   */
  public void change(long id, Wanted wanted) {
    store.write(h -> {
      Optional<StoredWatch> before = watches(h, "id = ?", id).stream().findFirst();
      Query view = wanted.view();
      h.execute(
          "UPDATE watches SET name = ?, words = ?, actors = ?, codes = ?, status = ?, outlet = ?,"
              + " first_day = ?, last_day = ?, rare = ?, hook = ? WHERE id = ?",
          Words.clean(wanted.name()),
          Words.clean(view.words()),
          actors(view),
          Words.lines(view.codes()),
          status(view),
          outlet(view),
          Words.day(view.from()),
          Words.day(view.to()),
          wanted.rare() ? 1 : 0,
          wanted.hook(),
          id);
      String mail = Members.mailKey(wanted.mail());
      before
          .filter(w -> !Members.mailKey(w.to().mail()).equals(mail))
          .ifPresent(w -> WatchMails.set(h, id, wanted.mail()));
      return true;
    });
  }

  private static String actors(Query view) {
    return Words.lines(view.actors().stream().map(ActorKey::toString).toList());
  }

  private static @Nullable String status(Query view) {
    return view.status() == null ? null : view.status().word();
  }

  private static @Nullable String outlet(Query view) {
    return view.outlet() == null ? null : Words.clean(view.outlet());
  }

  private static void insert(Handle handle, StoredWatch watch) {
    handle.execute(
        "INSERT INTO watches (id, name, words, actors, codes, rare, owner, made_at, token, mail, hook,"
            + " secret, last_document, status, outlet, first_day, last_day) VALUES (?, ?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        watch.id(),
        Words.clean(watch.name()),
        Words.clean(watch.view().words()),
        actors(watch.view()),
        Words.lines(watch.view().codes()),
        watch.rare() ? 1 : 0,
        watch.owner(),
        watch.made().toString(),
        watch.token(),
        watch.to().mail(),
        watch.to().hook(),
        watch.to().secret(),
        watch.last(),
        status(watch.view()),
        outlet(watch.view()),
        Words.day(watch.view().from()),
        Words.day(watch.view().to()));
  }

  private static long newest(Handle handle) {
    return handle.createQuery("SELECT COALESCE(MAX(id), 0) FROM documents").mapTo(Long.class).one();
  }

  public List<StoredWatch> all() {
    return watches("1 = 1 ORDER BY LOWER(name), id");
  }

  public Optional<StoredWatch> watch(long id) {
    return watches("id = ?", id).stream().findFirst();
  }

  public Optional<StoredWatch> byToken(String token) {
    return watches("token = ?", token).stream().findFirst();
  }

  /** Takes a watch out, with what it found. */
  public void remove(long id) {
    store.write(h -> {
      h.execute("DELETE FROM watch_sendings WHERE watch_id = ?", id);
      h.execute("DELETE FROM watch_items WHERE watch_id = ?", id);
      return h.execute("DELETE FROM watches WHERE id = ?", id);
    });
  }

  /** The watch whose mails {@code mailToken} ends. */
  public Optional<StoredWatch> byMailToken(String mailToken) {
    return all().stream().filter(w -> w.mailToken().equals(mailToken)).findFirst();
  }

  /** Sends no more mails of a watch; its feeds and its webhook stay. */
  public void endMails(long id) {
    store.write(h -> WatchMails.set(h, id, ""));
  }

  /** All that a member made. */
  public List<StoredWatch> of(Member member) {
    return watches("owner = ? ORDER BY id", member.name());
  }

  /** Takes out all that somebody made, with what they found. */
  static void forget(Handle h, String owner) {
    String made = " IN (SELECT id FROM watches WHERE owner = ?)";
    h.execute("DELETE FROM watch_sendings WHERE watch_id" + made, owner);
    h.execute("DELETE FROM watch_items WHERE watch_id" + made, owner);
    h.execute("DELETE FROM watches WHERE owner = ?", owner);
  }

  private List<StoredWatch> watches(String where, Object... arguments) {
    return store.read(h -> watches(h, where, arguments));
  }

  static List<StoredWatch> watches(Handle h, String where, Object... arguments) {
    return h.select("SELECT * FROM watches WHERE " + where, arguments)
        .map((rs, context) -> watch(rs))
        .list();
  }

  private static StoredWatch watch(ResultSet rs) throws SQLException {
    Query view =
        Query.ALL
            .withWords(rs.getString("words"))
            .withActors(Words.lines(rs.getString("actors")).stream().map(ActorKey::parse).toList())
            .withCodes(Words.lines(rs.getString("codes")))
            .withStatus(status(rs.getString("status")))
            .withOutlet(rs.getString("outlet"))
            .withDays(Columns.day(rs, "first_day"), Columns.day(rs, "last_day"));
    return new StoredWatch(
        rs.getLong("id"),
        rs.getString("name"),
        view,
        rs.getInt("rare") == 1,
        rs.getString("owner"),
        Instant.parse(rs.getString("made_at")),
        rs.getString("token"),
        new StoredWatch.Receivers(
            rs.getString("mail"),
            rs.getInt("mail_proved") == 1,
            rs.getString("hook"),
            rs.getString("secret")),
        rs.getLong("last_document"));
  }

  private static @Nullable Status status(@Nullable String word) {
    return word == null ? null : Status.valueOf(word.toUpperCase(Locale.ROOT));
  }

  /**
   * Articles and events that match a watch and came after the document at which it looked last.
   *
   * @param articles without events where the watch asks for none
   * @param events all that match
   * @param upTo the newest document that was looked at
   */
  public record News(List<StoredArticle> articles, List<StoredEvent> events, long upTo) {}

  /**
   * What came since the watch looked last, the oldest first. Where there is more than so many, the
   * rest comes at the next look.
   */
  public News news(StoredWatch watch, int most) {
    long newest = store.read(Watches::newest);
    if (newest <= watch.last()) {
      return new News(List.of(), List.of(), watch.last());
    }
    List<StoredArticle> articles = new ArrayList<>();
    for (long id : ids(watch, "a", most)) {
      store.article(id).ifPresent(articles::add);
    }
    List<StoredEvent> events = new ArrayList<>();
    for (long id : watch.view().asksForEvents() ? ids(watch, "e", most) : List.<Long>of()) {
      events.addAll(store.ask(q -> q.events("e.id = ?", id)));
    }
    boolean cut = articles.size() == most || events.size() == most;
    long last = articles.isEmpty() ? newest : articles.getLast().document();
    return new News(articles, events, cut ? last : newest);
  }

  /** Keys of articles ("a") or events ("e") that match and are newer than the last look. */
  private List<Long> ids(StoredWatch watch, String of, int most) {
    Dialect dialect = store.location().dialect();
    Conditions conditions = Conditions.ofArticles(watch.view(), dialect);
    boolean events = watch.view().asksForEvents();
    String joined = events ? " JOIN events e ON e.article_id = a.id" : "";
    String sql = (events ? conditions.andEvents(watch.view()) : conditions).sql();
    return store.read(h ->
        conditions
            .bind(
                h.createQuery(
                    "SELECT DISTINCT "
                        + of
                        + ".id AS id FROM articles a"
                        + joined
                        + " WHERE "
                        + sql
                        + " AND a.document_id > :after AND a.copy_of IS NULL ORDER BY id LIMIT :most"))
            .bind("after", watch.last())
            .bind("most", most)
            .mapTo(Long.class)
            .list());
  }

  /**
   * Keeps what a watch found, and puts it on its way; what it found before is left out. A watch
   * that was changed or taken out while it was looked at keeps nothing: what there is, the next
   * look finds as the watch is then.
   *
   * @param watch as it was when it was looked at
   * @return the items that are new
   */
  public List<StoredWatch.Item> found(
      StoredWatch watch, List<StoredWatch.Item> items, long upTo, List<StoredWatch.Channel> to) {
    Instant now = Reviews.now(store.clock());
    return store.write(h -> {
      if (!watches(h, "id = ?", watch.id()).equals(List.of(watch))) {
        return List.of();
      }
      Ids ids = new Ids(h);
      List<StoredWatch.Item> kept = new ArrayList<>();
      for (StoredWatch.Item item : items) {
        long id = ids.next("watch_items");
        int made =
            h.execute(
                "INSERT INTO watch_items (id, watch_id, item_key, title, summary, path, day, found_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (watch_id, item_key) DO NOTHING",
                id,
                watch.id(),
                Words.clean(item.key()),
                Words.clean(item.title()),
                Words.clean(item.summary()),
                item.path(),
                Words.day(item.day()),
                now.toString());
        if (made == 1) {
          kept.add(
              new StoredWatch.Item(
                  id, item.key(), item.title(), item.summary(), item.path(), item.day(), now));
        }
      }
      for (StoredWatch.Channel channel : kept.isEmpty() ? List.<StoredWatch.Channel>of() : to) {
        h.execute(
            "INSERT INTO watch_sendings (id, watch_id, channel, first_item, last_item, state,"
                + " attempts, next_at, message) VALUES (?, ?, ?, ?, ?, 'WAITING', 0, ?, '')",
            ids.next("watch_sendings"),
            watch.id(),
            channel.name(),
            kept.getFirst().id(),
            kept.getLast().id(),
            now.toString());
      }
      h.execute("UPDATE watches SET last_document = ? WHERE id = ?", upTo, watch.id());
      return kept;
    });
  }

  /** What a watch found last, the newest first. */
  public List<StoredWatch.Item> items(long watch, int most) {
    return items("watch_id = ? ORDER BY id DESC LIMIT ?", watch, most);
  }

  /** The items of a sending, the oldest first. */
  public List<StoredWatch.Item> items(StoredWatch.Sending sending) {
    return items(
        "watch_id = ? AND id BETWEEN ? AND ? ORDER BY id",
        sending.watch(),
        sending.first(),
        sending.last());
  }

  private List<StoredWatch.Item> items(String where, Object... arguments) {
    return store.read(h ->
        h.select("SELECT * FROM watch_items WHERE " + where, arguments)
            .map((rs, context) ->
                new StoredWatch.Item(
                    rs.getLong("id"),
                    rs.getString("item_key"),
                    rs.getString("title"),
                    rs.getString("summary"),
                    rs.getString("path"),
                    Columns.day(rs, "day"),
                    Instant.parse(rs.getString("found_at"))))
            .list());
  }

  /** Sendings whose turn has come, the longest waiting first. */
  public List<StoredWatch.Sending> due(Instant now, int most) {
    return sendings(
        "state = 'WAITING' AND next_at <= ? ORDER BY next_at, id LIMIT ?", Reviews.text(now), most);
  }

  /** The last sendings of a watch, the newest first. */
  public List<StoredWatch.Sending> sendings(long watch, int most) {
    return sendings("watch_id = ? ORDER BY id DESC LIMIT ?", watch, most);
  }

  private List<StoredWatch.Sending> sendings(String where, Object... arguments) {
    return store.read(h ->
        h.select("SELECT * FROM watch_sendings WHERE " + where, arguments)
            .map((rs, context) ->
                new StoredWatch.Sending(
                    rs.getLong("id"),
                    rs.getLong("watch_id"),
                    StoredWatch.Channel.valueOf(rs.getString("channel")),
                    rs.getLong("first_item"),
                    rs.getLong("last_item"),
                    StoredWatch.State.valueOf(rs.getString("state").toUpperCase(Locale.ROOT)),
                    rs.getInt("attempts"),
                    Instant.parse(rs.getString("next_at")),
                    rs.getString("message")))
            .list());
  }

  public void keep(StoredWatch.Sending sending) {
    store.write(h ->
        h.execute(
            "UPDATE watch_sendings SET state = ?, attempts = ?, next_at = ?, message = ? WHERE id = ?",
            sending.state().name(),
            sending.attempts(),
            Reviews.text(sending.next()),
            Words.clean(sending.message()),
            sending.id()));
  }
}
