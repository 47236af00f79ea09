package org.entente.store;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What members say below posts. Who may is asked inside the transaction that writes, of the rows as
 * they are then. Thread-safe; what returned stays through a killed process, and the order of
 * comments is that in which they were kept.
 */
public final class Comments {
  /** Long enough to mend a slip, too short to turn a discussion's ground. */
  public static final Duration EDITABLE = Duration.ofMinutes(15);

  /** Letters without a shape: Hangul fillers, the blank of Braille. */
  private static final String UNSEEN = "\u115f\u1160\u3164\uffa0\u2800";

  private static final String NO_PASSAGE =
      "clip = NULL, clip_exact = NULL, clip_sha256 = NULL, clip_name = NULL";

  private final Store store;

  public Comments(Store store) {
    this.store = store;
  }

  /**
   * What somebody wants to say.
   *
   * @param post below which
   * @param parent what it answers, or null
   * @param passage the words it is about, or null
   * @param body Markdown, 1 to 10,000 characters
   * @param form the one-time number of the form; sent twice, it is kept once
   */
  public record Said(
      long post, @Nullable Long parent, @Nullable Quoted passage, String body, String form) {
    public Said {
      requireBody(body);
      if (!form.matches("[A-Za-z0-9_-]{16,64}")) {
        throw new IllegalArgumentException("a form's number has 16 to 64 letters and digits");
      }
    }
  }

  private static void requireBody(String body) {
    if (isEmpty(body) || body.length() > 10_000) {
      throw new IllegalArgumentException(
          "a comment has 1 to 10000 characters, not " + body.strip().length());
    }
  }

  /** Whether nothing of it can be seen: blanks, and characters that have no shape. */
  public static boolean isEmpty(String body) {
    return body.codePoints()
        .allMatch(c ->
            Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || UNSEEN.indexOf(c) >= 0);
  }

  /**
   * Keeps a comment; it shows at once or waits for approval, as its post says.
   *
   * @throws StoreException when the member or the post allows none
   */
  public Comment add(Member member, Said said) {
    return store.together(h -> {
      CommentGround ground =
          CommentGround.find(h, member.id(), said).orElseThrow(Comments::accountIsGone);
      Long before = ground.before();
      if (before != null && ground.beforeIsOwn()) {
        return CommentRows.find(h, before).orElseThrow();
      }
      Member now = unmuted(ground.member());
      Comment.State begins = begins(now, open(ground.post()));
      if (before != null || !answers(h, said)) {
        throw refused("this can no longer be answered; load the page again");
      }
      Comment comment = comment(ground, said, begins);
      insert(h, comment, said.form());
      Notices.about(h, store.clock(), comment);
      return comment;
    });
  }

  /** Asks what the comment of a member would ask who is not there; changes nothing. */
  public void warmUp() {
    Said said = new Said(-1, null, null, "nothing", "a-form-of-nobody");
    store.together(h -> CommentGround.find(h, -1, said));
  }

  private Member writing(Handle h, Member member) {
    return unmuted(Members.find(h, "id = ?", member.id()).orElseThrow(Comments::accountIsGone));
  }

  private static StoreException accountIsGone() {
    return refused("this account is gone");
  }

  private Member unmuted(Member member) {
    if (member.mutedAt(store.clock().instant())) {
      throw refused("you may not comment for now");
    }
    return member;
  }

  private static CommentGround.Below open(CommentGround.@Nullable Below post) {
    if (post == null || post.state() != Post.State.PUBLISHED) {
      throw refused("there is no such press review");
    }
    if (post.comments() == Post.CommentMode.CLOSED) {
      throw refused("comments on this review are closed");
    }
    return post;
  }

  private static boolean answers(Handle h, Said said) {
    Long parent = said.parent();
    return parent == null
        || CommentRows.find(h, parent)
            .filter(c -> c.post() == said.post() && CommentRows.isVisible(h, c))
            .isPresent();
  }

  /** What is kept, as it will be read. */
  private Comment comment(CommentGround ground, Said said, Comment.State begins) {
    return new Comment(
        ground.next(),
        said.post(),
        said.parent(),
        ground.member().id(),
        ground.member().name(),
        CommentRows.clean(said.passage()),
        Words.clean(said.body()),
        new Comment.Standing(begins, Comment.Remover.NOBODY, ""),
        false,
        store.clock().instant().truncatedTo(ChronoUnit.SECONDS),
        null,
        false);
  }

  private static void insert(Handle h, Comment comment, String form) {
    Quoted passage = comment.passage();
    Quoted.Source source = passage == null ? null : passage.source();
    h.execute(
        "INSERT INTO comments (id, post_id, parent_id, member_id, clip, clip_start, clip_finish,"
            + " clip_exact, clip_sha256, clip_name, body, state, removed_by, reason, pinned, form,"
            + " made) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'NOBODY', '', 0, ?, ?)",
        comment.id(),
        comment.post(),
        comment.parent(),
        comment.member(),
        passage == null ? null : passage.clip(),
        passage == null ? null : (Integer) passage.start(),
        passage == null ? null : (Integer) passage.finish(),
        passage == null ? null : passage.exact(),
        source == null ? null : source.sha256(),
        source == null ? null : source.name(),
        comment.body(),
        comment.standing().state().name(),
        form,
        Moments.text(comment.made()));
  }

  /** What moderators and the post's own author say needs nobody's approval. */
  private static Comment.State begins(Member member, CommentGround.Below post) {
    boolean own = member.may(Role.MODERATOR) || member.id() == post.author();
    boolean shows =
        switch (post.comments()) {
          case OPEN -> true;
          case FIRST_HELD -> own || member.trusted();
          case HELD, CLOSED -> own;
        };
    return shows ? Comment.State.SHOWN : Comment.State.HELD;
  }

  /**
   * Changes one's own comment for a while; what it said before is kept. Where comments wait for
   * approval it waits again.
   */
  public Comment edit(Member member, long id, String body) {
    requireBody(body);
    return store.write(h -> {
      Member now = writing(h, member);
      Comment comment = own(h, now, id);
      if (!editable(comment, store.clock().instant())) {
        throw refused("a comment can be changed for " + EDITABLE.toMinutes() + " minutes only");
      }
      Comment.State begins = begins(now, open(CommentGround.below(h, comment.post())));
      String state = comment.shown() ? begins.name() : comment.standing().state().name();
      Integer number =
          h.select("SELECT COUNT(*) FROM comment_versions WHERE comment_id = ?", id)
              .mapTo(Integer.class)
              .one();
      h.execute(
          "INSERT INTO comment_versions (comment_id, number, body, made) VALUES (?, ?, ?, ?)",
          id,
          number + 1,
          comment.body(),
          Moments.text(comment.edited() == null ? comment.made() : comment.edited()));
      h.execute(
          "UPDATE comments SET body = ?, edited = ?, state = ? WHERE id = ?",
          Words.clean(body),
          Moments.now(store.clock()),
          state,
          id);
      Comment changed = CommentRows.find(h, id).orElseThrow();
      if (comment.shown() && !changed.shown()) {
        Notices.about(h, store.clock(), changed);
      }
      return changed;
    });
  }

  /** Whether its author may still change a comment. */
  public static boolean editable(Comment comment, Instant now) {
    Comment.State state = comment.standing().state();
    return (state == Comment.State.SHOWN || state == Comment.State.HELD)
        && comment.made().plus(EDITABLE).isAfter(now);
  }

  /** Removes one's own comment with all that it said. */
  public void delete(Member member, long id) {
    store.write(h -> {
      Comment comment = own(h, member, id);
      erase(h, comment);
      return true;
    });
  }

  /** Leaves a trace only where something showed. */
  static void erase(Handle h, Comment comment) {
    Comment.State state = comment.standing().state();
    if (state == Comment.State.DELETED) {
      h.execute("UPDATE comments SET body = '', " + NO_PASSAGE + " WHERE id = ?", comment.id());
    } else {
      h.execute(
          "UPDATE comments SET state = 'DELETED', removed_by = ?, body = '', pinned = 0, "
              + NO_PASSAGE
              + " WHERE id = ?",
          (state == Comment.State.SHOWN ? Comment.Remover.AUTHOR : Comment.Remover.NOBODY).name(),
          comment.id());
    }
    h.execute("DELETE FROM comment_versions WHERE comment_id = ?", comment.id());
  }

  private static Comment own(Handle h, Member member, long id) {
    return CommentRows.find(h, id)
        .filter(c -> c.member() == member.id())
        .orElseThrow(
            () -> new StoreException(StoreException.Reason.UNKNOWN, "there is no such comment"));
  }

  /** Tells moderators about a comment, once for each member. */
  public void report(Member member, long id, String reason) {
    store.write(h -> {
      Comment comment =
          CommentRows.find(h, id)
              .filter(c -> CommentRows.isVisible(h, c))
              .orElseThrow(() ->
                  new StoreException(StoreException.Reason.UNKNOWN, "there is no such comment"));
      boolean known =
          h.select("SELECT 1 FROM reports WHERE comment_id = ? AND member_id = ?", id, member.id())
              .mapTo(Integer.class)
              .findOne()
              .isPresent();
      if (!known) {
        h.execute(
            "INSERT INTO reports (id, comment_id, member_id, reason, made, settled) VALUES (?, ?, ?, ?,"
                + " ?, 0)",
            new Ids(h).next("reports"),
            comment.id(),
            member.id(),
            Words.clean(reason),
            Moments.now(store.clock()));
        Notices.reported(h, store.clock(), comment);
      }
      return true;
    });
  }

  public Optional<Comment> byId(long id) {
    return store.read(h -> CommentRows.find(h, id));
  }

  /** Whether the public sees what a comment says. */
  public boolean isVisible(Comment comment) {
    return store.read(h -> CommentRows.isVisible(h, comment));
  }

  /** What the public sees below a post, with the traces of removed ones, by key. */
  public List<Comment> below(Post post) {
    return store.read(h -> CommentRows.visible(h, "id = ?", "ORDER BY c.id", post.id()));
  }

  /** The newest that the public sees, below all posts. */
  public List<Comment> newest(int most) {
    return store.read(h ->
        CommentRows.visible(
            h, "1 = 1", "WHERE c.state = 'SHOWN' ORDER BY c.made DESC, c.id DESC LIMIT ?", most));
  }

  /** How many comments the public sees below each post that has any. */
  public Map<Long, Integer> counts() {
    return store.read(h -> {
      Map<Long, Integer> counts = new HashMap<>();
      h.createQuery(
              CommentRows.VISIBLE.formatted("1 = 1")
                  + "SELECT c.post_id, COUNT(*) FROM comments c JOIN visible v ON v.id = c.id WHERE"
                  + " c.state = 'SHOWN' GROUP BY c.post_id")
          .map((rs, c) -> counts.put(rs.getLong(1), rs.getInt(2)))
          .list();
      return counts;
    });
  }

  /** All that a member said, newest first, whether it shows or not. */
  public List<Comment> by(Member member) {
    return store.read(h -> CommentRows.all(h, "c.member_id = ? ORDER BY c.id DESC", member.id()));
  }

  /** What a comment said before it was edited, oldest first. */
  public List<String> versions(Comment comment) {
    return store.read(h ->
        h.select(
                "SELECT body FROM comment_versions WHERE comment_id = ? ORDER BY number",
                comment.id())
            .mapTo(String.class)
            .list());
  }

  static StoreException refused(String why) {
    return new StoreException(StoreException.Reason.REFUSED, why);
  }
}
