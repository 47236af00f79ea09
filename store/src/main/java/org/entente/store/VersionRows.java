package org.entente.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of versions, within the transaction of whoever asks. */
final class VersionRows {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String SELECT =
      "SELECT v.number, v.title, v.tags, v.blocks, v.member_id, m.name, v.made, v.correction, v.auto, v.aside"
          + " FROM post_versions v JOIN members m ON m.id = v.member_id WHERE v.post_id = ? ";

  private VersionRows() {}

  static Version latest(Handle h, Post post) {
    return h.select(SELECT + "AND v.aside = 0 ORDER BY v.number DESC LIMIT 1", post.id())
        .map((rs, c) -> version(rs))
        .findOne()
        .orElseGet(() -> whole(post));
  }

  static Optional<Version> find(Handle h, Post post, int number) {
    return h.select(SELECT + "AND v.number = ?", post.id(), number)
        .map((rs, c) -> version(rs))
        .findOne();
  }

  /** Newest first. */
  static List<Version> all(Handle h, Post post) {
    return h.select(SELECT + "ORDER BY v.number DESC", post.id())
        .map((rs, c) -> version(rs))
        .list();
  }

  /** A post that is one text. */
  static Version whole(Post post) {
    Content content = new Content(post.title(), List.of(), List.of(new Block.Prose(post.lead())));
    return new Version(
        0, content, post.author(), post.authorName(), post.changed(), "", false, false);
  }

  /** On top of all others. */
  static Version insert(Handle h, String now, Member by, Post post, Content content) {
    return insert(h, now, by, post, content, Made.SAVED);
  }

  /** How a version came to be. */
  enum Made {
    SAVED,
    /** By the browser. */
    AUTO,
    /** By the browser, beside what somebody else saved meanwhile. */
    ASIDE
  }

  /** After all others; on top of them unless it lies aside. */
  static Version insert(Handle h, String now, Member by, Post post, Content content, Made made) {
    Integer last = last(h, post);
    h.execute(
        "INSERT INTO post_versions (post_id, number, title, tags, blocks, member_id, made, correction,"
            + " auto, aside) VALUES (?, ?, ?, ?, ?, ?, ?, '', ?, ?)",
        post.id(),
        last + 1,
        Words.clean(content.title()),
        JSON.writeValueAsString(content.tags()),
        Words.clean(blocks(content)),
        by.id(),
        now,
        made == Made.SAVED ? 0 : 1,
        made == Made.ASIDE ? 1 : 0);
    return find(h, post, last + 1).orElseThrow();
  }

  /** The same words once more, on top of all others; they stay those of who saved them. */
  static Version again(Handle h, Clock clock, Post post, Version version) {
    Integer last = last(h, post);
    h.execute(
        "INSERT INTO post_versions (post_id, number, title, tags, blocks, member_id, made, correction,"
            + " auto, aside) SELECT post_id, ?, title, tags, blocks, member_id, ?, '', 0, 0 FROM"
            + " post_versions WHERE post_id = ? AND number = ?",
        last + 1,
        Moments.now(clock),
        post.id(),
        version.number());
    return find(h, post, last + 1).orElseThrow();
  }

  private static Integer last(Handle h, Post post) {
    return h.select(
            "SELECT COALESCE(MAX(number), 0) FROM post_versions WHERE post_id = ?", post.id())
        .mapTo(Integer.class)
        .one();
  }

  /** Writes over one that the browser saved by itself. */
  static Version over(Handle h, String now, Post post, Version old, Content content, boolean auto) {
    h.execute(
        "UPDATE post_versions SET title = ?, tags = ?, blocks = ?, made = ?, auto = ? WHERE post_id ="
            + " ? AND number = ? AND auto = 1",
        Words.clean(content.title()),
        JSON.writeValueAsString(content.tags()),
        Words.clean(blocks(content)),
        now,
        auto ? 1 : 0,
        post.id(),
        old.number());
    return find(h, post, old.number()).orElseThrow();
  }

  /**
   * Whether a version may be written over: the browser of the same member saved it by itself,
   * nobody has changed it since, and nothing leads to it.
   *
   * @param seen what the form was made of
   */
  static boolean mayGo(Handle h, Member by, Post post, Version version, String seen) {
    return version.auto()
        && version.byId() == by.id()
        && version.stamp().equals(seen)
        && h.select(
                    "SELECT (SELECT COUNT(*) FROM posts WHERE id = ? AND shown = ?) + (SELECT COUNT(*)"
                        + " FROM schedules WHERE post_id = ? AND version = ?) + (SELECT COUNT(*) FROM"
                        + " second_looks WHERE post_id = ? AND version = ?)",
                    post.id(),
                    version.number(),
                    post.id(),
                    version.number(),
                    post.id(),
                    version.number())
                .mapTo(Integer.class)
                .one()
            == 0;
  }

  private static String blocks(Content content) {
    return JSON.writerFor(new TypeReference<List<Block>>() {}).writeValueAsString(content.blocks());
  }

  private static Version version(ResultSet rs) throws SQLException {
    Content content =
        new Content(
            rs.getString("title"),
            JSON.readValue(rs.getString("tags"), new TypeReference<List<String>>() {}),
            JSON.readValue(rs.getString("blocks"), new TypeReference<List<Block>>() {}));
    return new Version(
        rs.getInt("number"),
        content,
        rs.getLong("member_id"),
        rs.getString("name"),
        Instant.parse(rs.getString("made")),
        rs.getString("correction"),
        rs.getInt("auto") == 1,
        rs.getInt("aside") == 1);
  }
}
