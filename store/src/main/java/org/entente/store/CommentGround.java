package org.entente.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What decides whether somebody may say something below a post and whether it shows, as one
 * question: many may say something at once.
 *
 * @param member who says it, as the row is now
 * @param post below which; null when there is none
 * @param before the key of the comment that came by the same form; null for none
 * @param beforeIsOwn whether the same member said that
 * @param next the next free key of comments
 */
record CommentGround(
    Member member, @Nullable Below post, @Nullable Long before, boolean beforeIsOwn, long next) {
  private static final String BELOW =
      "p.state AS post_state, p.comments AS post_comments, p.member_id AS post_author";

  private static final String FIND =
      "SELECT m."
          + Members.COLUMNS.replace(", ", ", m.")
          + ", "
          + BELOW
          + ", c.id AS before_id, c.member_id AS before_member, (SELECT COALESCE(MAX(id), 0) + 1 FROM"
          + " comments) AS next_id FROM members m LEFT JOIN posts p ON p.id = ? LEFT JOIN comments c"
          + " ON c.form = ? WHERE m.state = 'ACTIVE' AND m.id = ?";

  /**
   * What a post says about comments.
   *
   * @param state whether the public sees it
   * @param comments who may comment
   * @param author the key of who wrote it
   */
  record Below(Post.State state, Post.CommentMode comments, long author) {}

  /** Empty when the member is gone. */
  static Optional<CommentGround> find(Handle h, long member, Comments.Said said) {
    return h.select(FIND, said.post(), said.form(), member).map((rs, c) -> ground(rs)).findOne();
  }

  private static CommentGround ground(ResultSet rs) throws SQLException {
    Member member = Members.member(rs);
    Long before = Columns.number(rs, "before_id");
    return new CommentGround(
        member,
        rs.getString("post_state") == null ? null : below(rs),
        before,
        before != null && rs.getLong("before_member") == member.id(),
        rs.getLong("next_id"));
  }

  static @Nullable Below below(Handle h, long post) {
    return h.select("SELECT " + BELOW + " FROM posts p WHERE p.id = ?", post)
        .map((rs, c) -> below(rs))
        .findOne()
        .orElse(null);
  }

  private static Below below(ResultSet rs) throws SQLException {
    return new Below(
        Post.State.valueOf(rs.getString("post_state")),
        Post.CommentMode.valueOf(rs.getString("post_comments")),
        rs.getLong("post_author"));
  }
}
