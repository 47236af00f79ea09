package org.entente.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The feeds of a desk. Thread-safe. */
public final class Feeds {
  private final Store store;

  public Feeds(Store store) {
    this.store = store;
  }

  /** All, those that need somebody first, then by title. */
  public List<StoredFeed> all() {
    return feeds(
        "1 = 1 ORDER BY CASE WHEN state IN ('NEW', 'FINE', 'EMPTY') THEN 1 ELSE 0 END, LOWER(title),"
            + " id");
  }

  /** Those whose turn has come, the longest waiting first. */
  public List<StoredFeed> due(Instant now, int most) {
    return feeds(
        "active = 1 AND next_at <= ? ORDER BY next_at, id LIMIT ?", Reviews.text(now), most);
  }

  public Optional<StoredFeed> feed(long id) {
    return feeds("id = ?", id).stream().findFirst();
  }

  /**
   * Adds a feed unless it is there; gives its key.
   *
   * @param title null when it is not known yet
   */
  public long add(String address, @Nullable String title, boolean pages, String by) {
    Instant now = Reviews.now(store.clock());
    return store.write(h -> {
      Optional<Long> known =
          h.select("SELECT id FROM feeds WHERE address = ?", address).mapTo(Long.class).findOne();
      if (known.isPresent()) {
        return known.get();
      }
      long id = new Ids(h).next("feeds");
      h.execute(
          "INSERT INTO feeds (id, address, title, pages, active, state, message, items, failures,"
              + " next_at, added_by, added_at) VALUES (?, ?, ?, ?, 1, 'NEW', '', 0, 0, ?, ?, ?)",
          id,
          address,
          Words.clean(title == null ? address : title),
          pages ? 1 : 0,
          now.toString(),
          by,
          now.toString());
      return id;
    });
  }

  /**
   * Keeps what became of a reading; who added it and where it lies stay. A reading may stop a feed
   * but never begins one: who stopped it while it was being read is obeyed.
   */
  public void keep(StoredFeed feed) {
    store.write(h ->
        h.execute(
            "UPDATE feeds SET title = ?, active = CASE WHEN ? = 1 THEN active ELSE 0 END, state = ?,"
                + " message = ?, etag = ?, modified = ?, items = ?, failures = ?, checked_at = ?,"
                + " changed_at = ?, next_at = ? WHERE id = ?",
            Words.clean(feed.title()),
            feed.active() ? 1 : 0,
            feed.state().name(),
            Words.clean(feed.message()),
            feed.etag(),
            feed.modified(),
            feed.items(),
            feed.failures(),
            text(feed.checked()),
            text(feed.changed()),
            Reviews.text(feed.next()),
            feed.id()));
  }

  /**
   * Gives a feed the address to which it moved for good; all that is remembered of it stays.
   *
   * @return the other feed that has the address already; the feed keeps its own then
   */
  public Optional<StoredFeed> move(long id, String to) {
    return store.write(h -> {
      Optional<StoredFeed> other = feeds(h, "address = ? AND id <> ?", to, id).stream().findFirst();
      if (other.isEmpty()) {
        h.execute(
            "UPDATE feeds SET origin = COALESCE(origin, address), moved_from = address, moved_at = ?,"
                + " address = ? WHERE id = ?",
            Reviews.now(store.clock()).toString(),
            to,
            id);
      }
      return other;
    });
  }

  /** Begins to read a feed again at once, or stops reading it. */
  public void activate(long id, boolean active) {
    store.write(h ->
        h.execute(
            "UPDATE feeds SET active = ?, failures = 0, next_at = ? WHERE id = ?",
            active ? 1 : 0,
            Reviews.now(store.clock()).toString(),
            id));
  }

  /** Takes a feed out; what was read of it stays. */
  public void remove(long id) {
    store.write(h -> h.execute("DELETE FROM feeds WHERE id = ?", id));
  }

  private List<StoredFeed> feeds(String where, Object... arguments) {
    return store.read(h -> feeds(h, where, arguments));
  }

  private static List<StoredFeed> feeds(Handle h, String where, Object... arguments) {
    return h.select("SELECT * FROM feeds WHERE " + where, arguments)
        .map((rs, context) -> feed(rs))
        .list();
  }

  private static StoredFeed.Place place(ResultSet rs) throws SQLException {
    String address = rs.getString("address");
    String origin = rs.getString("origin");
    return new StoredFeed.Place(
        address,
        origin == null ? address : origin,
        rs.getString("moved_from"),
        moment(rs, "moved_at"));
  }

  private static StoredFeed feed(ResultSet rs) throws SQLException {
    return new StoredFeed(
        rs.getLong("id"),
        place(rs),
        rs.getString("title"),
        rs.getInt("pages") == 1,
        rs.getInt("active") == 1,
        StoredFeed.State.valueOf(rs.getString("state")),
        rs.getString("message"),
        rs.getString("etag"),
        rs.getString("modified"),
        rs.getInt("items"),
        rs.getInt("failures"),
        moment(rs, "checked_at"),
        moment(rs, "changed_at"),
        Instant.parse(rs.getString("next_at")),
        rs.getString("added_by"));
  }

  static @Nullable Instant moment(ResultSet rs, String column) throws SQLException {
    String value = rs.getString(column);
    return value == null ? null : Instant.parse(value);
  }

  private static @Nullable String text(@Nullable Instant moment) {
    return moment == null ? null : Reviews.text(moment);
  }
}
