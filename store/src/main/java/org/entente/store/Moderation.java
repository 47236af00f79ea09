package org.entente.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What moderators do with comments; each act is kept with who did it and why. Thread-safe. Whether
 * somebody is a moderator is asked inside the transaction.
 */
public final class Moderation {
  private final Store store;

  public Moderation(Store store) {
    this.store = store;
  }

  /** What can be done with a comment. */
  public enum Act {
    /** A held or hidden comment shows. */
    APPROVE,
    /** It shows no longer, nor do replies to it. */
    HIDE,
    /** It is replaced by "removed by a moderator"; replies stay. */
    REMOVE,
    /** It stands before the others. */
    PIN,
    UNPIN,
    /** Reports about it are settled, it stays. */
    SETTLE;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * What a moderator decides about.
   *
   * @param comment its key
   * @param stamp of what was on the moderator's page ({@link Comment#stamp}); "" when nobody says
   */
  public record Seen(long comment, String stamp) {
    boolean is(Comment now) {
      return stamp.isEmpty() || stamp.equals(now.stamp());
    }
  }

  /** Does it, whatever the comment says now. */
  public Comment act(Member by, long id, Act act, String reason) {
    return act(by, new Seen(id, ""), act, reason);
  }

  /**
   * Does it.
   *
   * @param seen what the moderator read
   * @param reason as its author may see it, or ""
   * @throws StoreException when the comment says something else by now, or another moderator was
   *     quicker: nothing is shown that nobody read
   */
  public Comment act(Member by, Seen seen, Act act, String reason) {
    long id = seen.comment();
    return store.write(h -> {
      Member moderator =
          Members.find(h, "id = ?", by.id())
              .filter(m -> m.may(Role.MODERATOR))
              .orElseThrow(() -> Comments.refused("your account may not do this"));
      Comment comment =
          CommentRows.find(h, id)
              .orElseThrow(() ->
                  new StoreException(StoreException.Reason.UNKNOWN, "there is no such comment"));
      if (!seen.is(comment)) {
        throw new StoreException(
            StoreException.Reason.OVERTAKEN,
            "the comment, or what was decided about it, has changed since you loaded the page; read"
                + " it again, then decide");
      }
      change(h, comment, act, Words.clean(reason));
      h.execute("UPDATE reports SET settled = 1 WHERE comment_id = ?", id);
      Acts.add(h, store.clock(), new Acts.Act(moderator, act.word(), "comment", id, reason));
      return CommentRows.find(h, id).orElseThrow();
    });
  }

  private void change(Handle h, Comment comment, Act act, String reason) {
    Comment.State state = comment.standing().state();
    if (state == Comment.State.DELETED) {
      throw Comments.refused("this comment is removed");
    }
    switch (act) {
      case APPROVE -> approve(h, comment);
      case HIDE ->
          h.execute(
              "UPDATE comments SET state = 'HIDDEN', reason = ?, pinned = 0 WHERE id = ?",
              reason,
              comment.id());
      case REMOVE ->
          h.execute(
              "UPDATE comments SET state = 'DELETED', removed_by = ?, reason = ?, pinned = 0 WHERE id ="
                  + " ?",
              (state == Comment.State.SHOWN ? Comment.Remover.MODERATOR : Comment.Remover.NOBODY)
                  .name(),
              reason,
              comment.id());
      case PIN -> pin(h, comment, 1);
      case UNPIN -> pin(h, comment, 0);
      case SETTLE -> {}
    }
  }

  private void approve(Handle h, Comment comment) {
    h.execute("UPDATE comments SET state = 'SHOWN', reason = '' WHERE id = ?", comment.id());
    h.execute("UPDATE members SET trusted = 1 WHERE id = ?", comment.member());
    if (comment.standing().state() == Comment.State.HELD) {
      Notices.about(h, store.clock(), CommentRows.find(h, comment.id()).orElseThrow());
    }
  }

  private static void pin(Handle h, Comment comment, int pinned) {
    if (comment.parent() != null || !comment.shown()) {
      throw Comments.refused("only a comment on the review itself that shows can be pinned");
    }
    h.execute("UPDATE comments SET pinned = ? WHERE id = ?", pinned, comment.id());
  }

  /** What waits for approval, oldest first. */
  public List<Comment> held() {
    return store.read(h -> CommentRows.all(h, "c.state = 'HELD' ORDER BY c.id"));
  }

  /**
   * A report that nobody settled.
   *
   * @param comment about which
   * @param by who reported
   * @param reason why
   * @param made when
   */
  public record Report(long comment, String by, String reason, Instant made) {}

  /** Reports that nobody settled, oldest first. */
  public List<Report> reports() {
    return store.read(h -> reports(h, "r.settled = 0"));
  }

  /** Those about one comment. */
  public List<Report> reports(Comment comment) {
    return store.read(h -> reports(h, "r.settled = 0 AND r.comment_id = ?", comment.id()));
  }

  private static List<Report> reports(Handle h, String condition, Object... values) {
    return h.select(
            "SELECT r.comment_id, m.name, r.reason, r.made FROM reports r JOIN members m ON m.id ="
                + " r.member_id WHERE "
                + condition
                + " ORDER BY r.id",
            values)
        .map((rs, c) ->
            new Report(
                rs.getLong(1), rs.getString(2), rs.getString(3), Instant.parse(rs.getString(4))))
        .list();
  }
}
