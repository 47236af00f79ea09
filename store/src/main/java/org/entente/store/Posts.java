package org.entente.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Press reviews. Thread-safe; what returned stays through a killed process. */
public final class Posts {
  private static final String SELECT =
      "SELECT p.id, p.address, p.title, p.member_id, m.name, p.lead, p.state, p.comments, p.made,"
          + " p.changed, p.published FROM posts p JOIN members m ON m.id = p.member_id WHERE ";

  private final Store store;

  public Posts(Store store) {
    this.store = store;
  }

  /**
   * What an author writes.
   *
   * @param title up to 200 characters
   * @param lead Markdown
   * @param comments who may comment
   */
  public record Draft(String title, String lead, Post.CommentMode comments) {
    public Draft {
      title = title.strip();
      if (title.isEmpty() || title.length() > 200) {
        throw new IllegalArgumentException(
            "a title has 1 to 200 characters, not " + title.length());
      }
    }
  }

  /** Begins a post; its address holds the month and the words of the title. */
  public Post add(Member author, Draft draft) {
    return store.write(h -> add(h, store.clock(), author, draft));
  }

  static Post add(Handle h, Clock clock, Member author, Draft draft) {
    long id = new Ids(h).next("posts");
    Instant now = clock.instant();
    h.createUpdate(
            "INSERT INTO posts (id, address, title, member_id, lead, state, comments, made, changed)"
                + " VALUES (:id, :address, :title, :author, :lead, 'DRAFT', :comments, :now, :now)")
        .bind("id", id)
        .bind("address", address(h, draft.title(), now, id))
        .bind("title", Words.clean(draft.title()))
        .bind("author", author.id())
        .bind("lead", Words.clean(draft.lead()))
        .bind("comments", draft.comments())
        .bind("now", Moments.text(now))
        .execute();
    return find(h, "p.id = ?", id).orElseThrow();
  }

  /** Changes what a post says; its address stays. */
  public Post change(Post post, Draft draft) {
    return set(
        post,
        "title = ?, lead = ?, comments = ?",
        Words.clean(draft.title()),
        Words.clean(draft.lead()),
        draft.comments().name());
  }

  /** Shows a post to the public, or takes it away. */
  public Post set(Post post, Post.State state) {
    String now = Moments.now(store.clock());
    return state == Post.State.PUBLISHED
        ? set(post, "state = ?, published = COALESCE(published, ?)", state.name(), now)
        : set(post, "state = ?", state.name());
  }

  private Post set(Post post, String assignments, Object... values) {
    return store.write(h -> {
      Object[] all = java.util.Arrays.copyOf(values, values.length + 2);
      all[values.length] = Moments.now(store.clock());
      all[values.length + 1] = post.id();
      h.execute("UPDATE posts SET " + assignments + ", changed = ? WHERE id = ?", all);
      return find(h, "p.id = ?", post.id()).orElseThrow();
    });
  }

  public Optional<Post> byAddress(String address) {
    return store.read(h -> find(h, "p.address = ?", address));
  }

  public Optional<Post> byId(long id) {
    return store.read(h -> find(h, "p.id = ?", id));
  }

  /** Whether somebody may write on a review and publish it: its author, and editors on all. */
  public static boolean mayWrite(Member member, Post post) {
    return member.may(Role.EDITOR)
        || (member.may(Role.CONTRIBUTOR) && member.id() == post.author());
  }

  /** What the public sees, newest first. */
  public List<Post> published(int most, int skip) {
    return list(
        "p.state = 'PUBLISHED' ORDER BY p.published DESC, p.id DESC LIMIT ? OFFSET ?", most, skip);
  }

  /** The published one that came next after a published one. */
  public Optional<Post> newer(Post post) {
    return beside(post, ">", "p.published, p.id");
  }

  /** The published one that came last before a published one. */
  public Optional<Post> older(Post post) {
    return beside(post, "<", "p.published DESC, p.id DESC");
  }

  private Optional<Post> beside(Post post, String than, String order) {
    Instant published = post.published();
    String at = published == null ? "" : Moments.text(published);
    return list(
            "p.state = 'PUBLISHED' AND (p.published %s ? OR (p.published = ? AND p.id %s ?)) ORDER BY"
                    .formatted(than, than)
                + " "
                + order
                + " LIMIT 1",
            at,
            at,
            post.id())
        .stream()
        .findFirst();
  }

  /** What an author has written, newest first. */
  public List<Post> by(Member author) {
    return list("p.member_id = ? ORDER BY p.id DESC", author.id());
  }

  List<Post> list(String condition, Object... values) {
    return store.read(h -> list(h, condition, values));
  }

  static List<Post> list(Handle h, String condition, Object... values) {
    return h.select(SELECT + condition, values).map((rs, c) -> post(rs)).list();
  }

  static Optional<Post> find(Handle h, String condition, Object... values) {
    return h.select(SELECT + condition, values).map((rs, c) -> post(rs)).findOne();
  }

  private static Post post(ResultSet rs) throws SQLException {
    return new Post(
        rs.getLong("id"),
        rs.getString("address"),
        rs.getString("title"),
        rs.getLong("member_id"),
        rs.getString("name"),
        rs.getString("lead"),
        Post.State.valueOf(rs.getString("state")),
        Post.CommentMode.valueOf(rs.getString("comments")),
        Instant.parse(rs.getString("made")),
        Instant.parse(rs.getString("changed")),
        Moments.moment(rs.getString("published")));
  }

  /** Free words of the title; a number follows where another post has them in the same month. */
  static String address(Handle h, String title, Instant now, long id) {
    YearMonth month = YearMonth.from(now.atOffset(ZoneOffset.UTC));
    String folder = "%04d/%02d/".formatted(month.getYear(), month.getMonthValue());
    String words = words(title);
    String address = folder + words;
    for (int n = 2; find(h, "p.address = ? AND p.id <> ?", address, id).isPresent(); n++) {
      address = folder + words + "-" + n;
    }
    return address;
  }

  /** Letters and digits of ASCII, at most 60 characters, cut between words. */
  static String words(String title) {
    String plain =
        Normalizer.normalize(title, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("['’]", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    if (plain.length() > 60) {
      int cut = plain.lastIndexOf('-', 60);
      plain = plain.substring(0, cut > 0 ? cut : 60);
    }
    return plain.isEmpty() ? "post" : plain;
  }
}
