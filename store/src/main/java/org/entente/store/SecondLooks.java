package org.entente.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Second persons who look at a review before it is published: who asked for it, who looked, when,
 * and what they said. Rows are only added and answered. Thread-safe.
 */
public final class SecondLooks {
  private static final String SELECT =
      "SELECT l.*, a.name AS asker, b.name AS answerer FROM second_looks l JOIN members a ON a.id ="
          + " l.member_id LEFT JOIN members b ON b.id = l.answered_by WHERE ";

  private final Store store;

  public SecondLooks(Store store) {
    this.store = store;
  }

  /** What a second person said, or what became of the question. */
  public enum Answer {
    WAITING,
    APPROVED,
    RETURNED,
    /** The review was published before anybody answered. */
    CLOSED
  }

  /**
   * One look.
   *
   * @param id its key
   * @param post which review
   * @param version which version of it
   * @param askerId the key of who asked
   * @param asker the name of who asked
   * @param note what was asked; may be empty
   * @param made when it was asked for
   * @param answer what was said
   * @param reply in words; may be empty
   * @param answerer the name of who looked; null while it waits, and where nobody did
   * @param answered when it was answered or closed, or null
   */
  public record Look(
      long id,
      long post,
      int version,
      long askerId,
      String asker,
      String note,
      Instant made,
      Answer answer,
      String reply,
      @Nullable String answerer,
      @Nullable Instant answered) {
    public boolean isOpen() {
      return answer == Answer.WAITING;
    }
  }

  /** Asks for a look at the newest version; one that still waits is then about that. */
  public Look ask(Member by, Post post, String note) {
    return store.write(h -> {
      int version = VersionRows.latest(h, post).number();
      String now = Moments.now(store.clock());
      Optional<Look> open =
          list(h, "l.post_id = ? AND l.answer = ''", post.id()).stream().findAny();
      long id = open.map(Look::id).orElseGet(() -> new Ids(h).next("second_looks"));
      if (open.isPresent()) {
        h.execute(
            "UPDATE second_looks SET version = ?, member_id = ?, note = ?, made = ? WHERE id = ?",
            version,
            by.id(),
            Words.clean(note),
            now,
            id);
      } else {
        h.execute(
            "INSERT INTO second_looks (id, post_id, version, member_id, note, made, answer, reply)"
                + " VALUES (?, ?, ?, ?, ?, ?, '', '')",
            id,
            post.id(),
            version,
            by.id(),
            Words.clean(note),
            now);
      }
      return list(h, "l.id = ?", id).getFirst();
    });
  }

  /**
   * Says what somebody thinks of what they were asked to look at.
   *
   * @throws StoreException when it is their own review, version or question, or was answered
   *     meanwhile
   */
  public Look answer(Member by, Post post, Look look, Answer answer, String reply) {
    if (answer != Answer.APPROVED && answer != Answer.RETURNED) {
      throw new IllegalArgumentException(answer + " is no answer of a person");
    }
    return store.write(h -> {
      if (!isSecond(h, by, post, look)) {
        throw new StoreException(
            StoreException.Reason.REFUSED, "a second person looks, not the one who wrote or asked");
      }
      int done =
          h.execute(
              "UPDATE second_looks SET answer = ?, reply = ?, answered_by = ?, answered = ? WHERE id ="
                  + " ? AND version = ? AND answer = ''",
              answer.name(),
              Words.clean(reply),
              by.id(),
              Moments.now(store.clock()),
              look.id(),
              look.version());
      if (done == 0) {
        throw new StoreException(
            StoreException.Reason.REFUSED, "it was answered or asked anew meanwhile; look again");
      }
      return list(h, "l.id = ?", look.id()).getFirst();
    });
  }

  /** Whether somebody neither wrote what they are asked about nor asked. */
  public boolean isSecond(Member by, Post post, Look look) {
    return store.read(h -> isSecond(h, by, post, look));
  }

  private static boolean isSecond(Handle h, Member by, Post post, Look look) {
    return by.id() != post.author()
        && by.id() != look.askerId()
        && VersionRows.find(h, post, look.version()).filter(v -> v.byId() == by.id()).isEmpty();
  }

  /** Nobody need look any more at what is being published. */
  static void close(Handle h, String now, Post post) {
    h.execute(
        "UPDATE second_looks SET answer = 'CLOSED', answered = ? WHERE post_id = ? AND answer = ''",
        now,
        post.id());
  }

  /** All looks at a review, newest first. */
  public List<Look> of(Post post) {
    return store.read(h -> list(h, "l.post_id = ? ORDER BY l.id DESC", post.id()));
  }

  /** The look at a review that still waits. */
  public Optional<Look> open(Post post) {
    return store.read(
        h -> list(h, "l.post_id = ? AND l.answer = ''", post.id()).stream().findFirst());
  }

  /** The keys of the reviews at which a look waits. */
  public Set<Long> open() {
    return Set.copyOf(
        store.read(h ->
            h.createQuery("SELECT DISTINCT post_id FROM second_looks WHERE answer = ''")
                .mapTo(Long.class)
                .list()));
  }

  /** Looks that somebody could take: of others' reviews and words, oldest first. */
  public List<Look> waitingFor(Member member) {
    return store.read(h ->
        list(
            h,
            "l.answer = '' AND l.member_id <> ? AND l.post_id NOT IN (SELECT id FROM posts WHERE"
                + " member_id = ?) AND NOT EXISTS (SELECT 1 FROM post_versions v WHERE v.post_id ="
                + " l.post_id AND v.number = l.version AND v.member_id = ?) ORDER BY l.made, l.id",
            member.id(),
            member.id(),
            member.id()));
  }

  /** Whether the last second person who answered approved a version. */
  public boolean approved(Post post, int version) {
    return store.read(h -> approved(h, post, version));
  }

  static boolean approved(Handle h, Post post, int version) {
    return list(
            h,
            "l.post_id = ? AND l.version = ? AND l.answer IN ('APPROVED', 'RETURNED') ORDER BY l.id"
                + " DESC LIMIT 1",
            post.id(),
            version)
        .stream()
        .anyMatch(l -> l.answer() == Answer.APPROVED);
  }

  private static List<Look> list(Handle h, String condition, Object... values) {
    return h.select(SELECT + condition, values).map((rs, c) -> look(rs)).list();
  }

  private static Look look(ResultSet rs) throws SQLException {
    String answer = rs.getString("answer");
    return new Look(
        rs.getLong("id"),
        rs.getLong("post_id"),
        rs.getInt("version"),
        rs.getLong("member_id"),
        rs.getString("asker"),
        rs.getString("note"),
        Instant.parse(rs.getString("made")),
        answer.isEmpty() ? Answer.WAITING : Answer.valueOf(answer),
        rs.getString("reply"),
        rs.getString("answerer"),
        Moments.moment(rs.getString("answered")));
  }
}
