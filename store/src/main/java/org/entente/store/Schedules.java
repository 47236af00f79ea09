package org.entente.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Reviews that are to be published at a moment. Until then they are drafts as all others; the
 * transaction that publishes one also takes it off the list, so that it is published once, however
 * often a desk is killed or several serve one store. Thread-safe.
 */
public final class Schedules {
  private static final String SELECT =
      "SELECT s.*, m.name FROM schedules s JOIN members m ON m.id = s.member_id WHERE ";

  private final Store store;

  public Schedules(Store store) {
    this.store = store;
  }

  /**
   * One that waits.
   *
   * @param post the key of the review
   * @param version which of its versions will be shown
   * @param due when
   * @param correction the line that readers will see; empty at a first publication
   * @param byId the key of who decided it
   * @param by the name of who decided it
   * @param made when that was
   */
  public record Due(
      long post, int version, Instant due, String correction, long byId, String by, Instant made) {}

  /**
   * Decides when the newest version is published, if it is still the one that somebody read;
   * another time that was decided for the review is forgotten.
   *
   * @throws StoreException when somebody has saved since, when the line of correction is missing,
   *     or when the house asks for a second person and nobody approved the version
   */
  public Due set(Member by, Post post, Version read, Instant due, String correction) {
    return store.write(h -> {
      int version = Drafts.requireNewest(h, post, read).number();
      Drafts.requireCorrection(Drafts.now(h, post), correction);
      Drafts.requireSecond(h, post, version);
      cancel(h, post);
      h.execute(
          "INSERT INTO schedules (post_id, version, due, correction, member_id, made) VALUES (?, ?, ?,"
              + " ?, ?, ?)",
          post.id(),
          version,
          Moments.text(due),
          Words.clean(correction.strip()),
          by.id(),
          Moments.now(store.clock()));
      return list(h, "s.post_id = ?", post.id()).getFirst();
    });
  }

  /** Takes a review off the list; false when it was not on it. */
  public boolean cancel(Post post) {
    return store.write(h -> cancel(h, post));
  }

  static boolean cancel(Handle h, Post post) {
    return h.execute("DELETE FROM schedules WHERE post_id = ?", post.id()) > 0;
  }

  public Optional<Due> of(Post post) {
    return store.read(h -> list(h, "s.post_id = ?", post.id()).stream().findFirst());
  }

  /** All that wait, the next first. */
  public List<Due> all() {
    return store.read(h -> list(h, "1 = 1 ORDER BY s.due, s.post_id"));
  }

  /**
   * Publishes what is due, each in a transaction of its own; what was published. What a second
   * person must still approve waits on, as does what somebody decided who may no longer publish it.
   */
  public List<Post> publish(Instant now) {
    List<Due> due =
        store.read(h -> list(h, "s.due <= ? ORDER BY s.due, s.post_id", Moments.text(now)));
    List<Post> published = new ArrayList<>();
    for (Due one : due) {
      publish(one).ifPresent(published::add);
    }
    return published;
  }

  private Optional<Post> publish(Due due) {
    return store.write(h -> {
      Optional<Post> found = Posts.find(h, "p.id = ?", due.post());
      if (found.isEmpty() || !mayPublish(h, due, found.get())) {
        return Optional.empty();
      }
      int taken =
          h.execute(
              "DELETE FROM schedules WHERE post_id = ? AND version = ? AND due = ?",
              due.post(),
              due.version(),
              Moments.text(due.due()));
      Version version = VersionRows.find(h, found.get(), due.version()).orElseThrow();
      return taken == 0
          ? Optional.empty()
          : Optional.of(Drafts.publish(h, store.clock(), found.get(), version, due.correction()));
    });
  }

  private static boolean mayPublish(Handle h, Due due, Post post) {
    return Drafts.mayShow(h, post, due.version())
        && Members.find(h, "id = ?", due.byId()).filter(m -> Posts.mayWrite(m, post)).isPresent();
  }

  private static List<Due> list(Handle h, String condition, Object... values) {
    return h.select(SELECT + condition, values).map((rs, c) -> due(rs)).list();
  }

  private static Due due(ResultSet rs) throws SQLException {
    return new Due(
        rs.getLong("post_id"),
        rs.getInt("version"),
        Instant.parse(rs.getString("due")),
        rs.getString("correction"),
        rs.getLong("member_id"),
        rs.getString("name"),
        Instant.parse(rs.getString("made")));
  }
}
