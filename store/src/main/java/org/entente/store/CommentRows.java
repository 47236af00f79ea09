package org.entente.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** How comments stand in their table, and which of them the public sees. */
final class CommentRows {
  /** A comment that shows, or leaves a trace. */
  private static final String SEEN =
      "(state = 'SHOWN' OR (state = 'DELETED' AND removed_by <> 'NOBODY'))";

  /**
   * The comments that the public sees, with the traces of removed ones: those whose whole line up
   * to the post shows, below published posts. Everything that tells the public of comments asks
   * this.
   */
  static final String VISIBLE =
      "WITH RECURSIVE visible (id) AS (SELECT id FROM comments WHERE parent_id IS NULL AND "
          + SEEN
          + " AND post_id IN (SELECT id FROM posts WHERE state = 'PUBLISHED' AND %1$s) UNION ALL"
          + " SELECT comments.id FROM comments JOIN visible ON comments.parent_id = visible.id WHERE "
          + SEEN
          + ") ";

  private static final String SELECT =
      "SELECT c.id, c.post_id, c.parent_id, c.member_id, COALESCE(c.said_by, m.name) AS name, c.said_by, c.clip, c.clip_start, c.clip_finish,"
          + " c.clip_exact, c.clip_sha256, c.clip_name, c.body, c.state, c.removed_by, c.reason, c.pinned, c.made, c.edited FROM"
          + " comments c JOIN members m ON m.id = c.member_id ";

  private CommentRows() {}

  /** Those that the public sees below posts that match, by key. */
  static List<Comment> visible(Handle h, String posts, String rest, Object... values) {
    String sql = VISIBLE.formatted(posts) + SELECT + "JOIN visible v ON v.id = c.id " + rest;
    return h.select(sql, values).map((rs, c) -> comment(rs)).list();
  }

  static List<Comment> all(Handle h, String condition, Object... values) {
    return h.select(SELECT + "WHERE " + condition, values).map((rs, c) -> comment(rs)).list();
  }

  static Optional<Comment> find(Handle h, long id) {
    return all(h, "c.id = ?", id).stream().findFirst();
  }

  static boolean isVisible(Handle h, Comment comment) {
    return visible(
                h, "id = ?", "WHERE c.id = ? AND c.state = 'SHOWN'", comment.post(), comment.id())
            .size()
        == 1;
  }

  private static Comment comment(ResultSet rs) throws SQLException {
    return new Comment(
        rs.getLong("id"),
        rs.getLong("post_id"),
        Columns.number(rs, "parent_id"),
        rs.getLong("member_id"),
        rs.getString("name"),
        passage(rs),
        rs.getString("body"),
        new Comment.Standing(
            Comment.State.valueOf(rs.getString("state")),
            Comment.Remover.valueOf(rs.getString("removed_by")),
            rs.getString("reason")),
        rs.getInt("pinned") == 1,
        Instant.parse(rs.getString("made")),
        Moments.moment(rs.getString("edited")),
        rs.getString("said_by") != null);
  }

  /** A passage as it will be read. */
  static @Nullable Quoted clean(@Nullable Quoted passage) {
    if (passage == null) {
      return null;
    }
    Quoted.Source source = passage.source();
    return new Quoted(
        passage.clip(),
        passage.start(),
        passage.finish(),
        Words.clean(passage.exact()),
        source == null ? null : new Quoted.Source(source.sha256(), Words.clean(source.name())));
  }

  private static @Nullable Quoted passage(ResultSet rs) throws SQLException {
    String clip = rs.getString("clip");
    String sha256 = rs.getString("clip_sha256");
    return clip == null
        ? null
        : new Quoted(
            clip,
            rs.getInt("clip_start"),
            rs.getInt("clip_finish"),
            rs.getString("clip_exact"),
            sha256 == null ? null : new Quoted.Source(sha256, rs.getString("clip_name")));
  }
}
