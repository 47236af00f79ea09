package org.entente.store;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What moderators and administrators did; rows are only ever added. Thread-safe. */
public final class Acts {
  private final Store store;

  public Acts(Store store) {
    this.store = store;
  }

  /**
   * One act that is to be kept.
   *
   * @param by who did it
   * @param act as {@code hide}
   * @param subject what kind of thing: comment, member, request, post
   * @param id its key
   * @param reason as given, or ""
   */
  record Act(Member by, String act, String subject, long id, String reason) {}

  /**
   * One act as kept.
   *
   * @param made when
   * @param by the name of who did it
   * @param act what
   * @param subject to what kind of thing
   * @param id its key
   * @param reason as given, or ""
   */
  public record Line(Instant made, String by, String act, String subject, long id, String reason) {}

  static void add(Handle h, Clock clock, Act act) {
    h.execute(
        "INSERT INTO acts (id, made, member_id, act, subject, subject_id, reason) VALUES (?, ?, ?, ?,"
            + " ?, ?, ?)",
        new Ids(h).next("acts"),
        Moments.now(clock),
        act.by().id(),
        act.act(),
        act.subject(),
        act.id(),
        Words.clean(act.reason()));
  }

  /** The newest first. */
  public List<Line> newest(int most) {
    return store.read(h ->
        h.select(
                "SELECT a.made, m.name, a.act, a.subject, a.subject_id, a.reason FROM acts a JOIN"
                    + " members m ON m.id = a.member_id ORDER BY a.id DESC LIMIT ?",
                most)
            .map((rs, c) ->
                new Line(
                    Instant.parse(rs.getString(1)),
                    rs.getString(2),
                    rs.getString(3),
                    rs.getString(4),
                    rs.getLong(5),
                    rs.getString(6)))
            .list());
  }
}
