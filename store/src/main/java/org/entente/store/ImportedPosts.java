package org.entente.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes in what was written at another blog. Its writers and those who commented get names here and
 * no account that anybody can sign in to. One transaction for all of it; what was taken before
 * stays as it is, whatever became of it here. Thread-safe.
 */
public final class ImportedPosts {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** The state of an account that stands for people of another blog; only ACTIVE ones sign in. */
  private static final String STATE = "IMPORTED";

  private final Store store;

  public ImportedPosts(Store store) {
    this.store = store;
  }

  /**
   * What is new of a post.
   *
   * @param fresh whether it was not here before
   * @param said those of its comments that were not here before
   */
  public record News(boolean fresh, List<ImportedPost.Remark> said) {
    public News {
      said = List.copyOf(said);
    }
  }

  /** What would be new, post by post, if they were taken now. */
  public List<News> look(List<ImportedPost> posts) {
    return store.read(h -> posts.stream().map(p -> news(h, p)).toList());
  }

  private static News news(Handle h, ImportedPost post) {
    boolean fresh = find(h, post.source(), "post", post.id()).isEmpty();
    return new News(
        fresh,
        post.said().stream()
            .filter(r -> find(h, post.source(), "comment", r.id()).isEmpty())
            .toList());
  }

  /**
   * Takes posts with their comments, or those of their comments that came since; all or nothing.
   *
   * @param owner whose posts they become; null for names without account, as the blog shows them
   * @return what was new, post by post
   */
  public List<News> take(List<ImportedPost> posts, @Nullable Member owner) {
    return store.write(h -> posts.stream().map(p -> take(h, p, owner)).toList());
  }

  private News take(Handle h, ImportedPost post, @Nullable Member owner) {
    News news = news(h, post);
    long id = find(h, post.source(), "post", post.id()).orElseGet(() -> insert(h, post, owner));
    post.paths().forEach(path -> lead(h, path, id));
    news.said().forEach(remark -> insert(h, post, id, remark));
    return news;
  }

  private static Optional<Long> find(Handle h, String source, String kind, String id) {
    return h.select(
            "SELECT own_id FROM imported WHERE source = ? AND kind = ? AND foreign_id = ?",
            source,
            kind,
            Words.clean(id))
        .mapTo(Long.class)
        .findOne();
  }

  private static long remember(Handle h, String source, String kind, String id, long own) {
    h.execute(
        "INSERT INTO imported (source, kind, foreign_id, own_id) VALUES (?, ?, ?, ?)",
        source,
        kind,
        Words.clean(id),
        own);
    return own;
  }

  private static long known(
      Handle h, String source, String kind, String id, LongSupplier otherwise) {
    return find(h, source, kind, id)
        .orElseGet(() -> remember(h, source, kind, id, otherwise.getAsLong()));
  }

  private long insert(Handle h, ImportedPost post, @Nullable Member owner) {
    long id = remember(h, post.source(), "post", post.id(), new Ids(h).next("posts"));
    long writer =
        owner == null
            ? known(h, post.source(), "writer", post.writer(), () -> account(h, post.writer()))
            : owner.id();
    Content content = post.content();
    String words = post.name().isEmpty() ? content.title() : post.name();
    h.createUpdate(
            "INSERT INTO posts (id, address, title, member_id, lead, state, comments, made, changed,"
                + " published, shown) VALUES (:id, :address, :title, :writer, :lead, :state,"
                + " :comments, :made, :changed, :published, :shown)")
        .bind("id", id)
        .bind("address", Posts.address(h, words, post.made(), id))
        .bind("title", Words.clean(content.title()))
        .bind("writer", writer)
        .bind("lead", Words.clean(content.lead()))
        .bind("state", post.published() ? Post.State.PUBLISHED : Post.State.DRAFT)
        .bind("comments", post.comments())
        .bind("made", Moments.text(post.made()))
        .bind("changed", Moments.text(post.changed()))
        .bind("published", post.published() ? Moments.text(post.made()) : null)
        .bind("shown", post.published() ? (Integer) 1 : null)
        .execute();
    h.execute(
        "INSERT INTO post_versions (post_id, number, title, tags, blocks, member_id, made, correction)"
            + " VALUES (?, 1, ?, ?, ?, ?, ?, '')",
        id,
        Words.clean(content.title()),
        JSON.writeValueAsString(content.tags()),
        Words.clean(
            JSON.writerFor(new TypeReference<List<Block>>() {})
                .writeValueAsString(content.blocks())),
        writer,
        Moments.text(post.changed()));
    return id;
  }

  private static void lead(Handle h, String path, long post) {
    h.execute(
        "INSERT INTO old_addresses (path, post_id) VALUES (?, ?) ON CONFLICT (path) DO NOTHING",
        Words.clean(path),
        post);
  }

  /** An account in name only; a name that somebody has here gets a mark that it is another's. */
  private long account(Handle h, String name) {
    String shown = name;
    for (int n = 1; taken(h, shown); n++) {
      shown = name + (n == 1 ? " (imported)" : " (imported " + n + ")");
    }
    long id = new Ids(h).next("members");
    h.createUpdate(
            "INSERT INTO members (id, name, name_key, mail, mail_key, mail_confirmed, password,"
                + " user_handle, role, state, trusted, mute_reason, notices, epoch, joined) VALUES"
                + " (:id, :name, :key, '', '', 0, NULL, :handle, 'MEMBER', :state, 0, '', 'NONE', 0,"
                + " :now)")
        .bind("id", id)
        .bind("name", Words.clean(shown))
        .bind("key", Members.key(shown))
        .bind("handle", UUID.randomUUID().toString())
        .bind("state", STATE)
        .bind("now", Moments.now(store.clock()))
        .execute();
    return id;
  }

  private static boolean taken(Handle h, String name) {
    return h.select("SELECT 1 FROM members WHERE name_key = ?", Members.key(name))
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private void insert(Handle h, ImportedPost post, long below, ImportedPost.Remark remark) {
    String source = post.source();
    long readers = known(h, source, "readers", "", () -> account(h, "Readers of another blog"));
    String parent = remark.parent();
    Long answered = parent == null ? null : find(h, source, "comment", parent).orElse(null);
    long id = remember(h, source, "comment", remark.id(), new Ids(h).next("comments"));
    String form = source + " " + remark.id();
    h.createUpdate(
            "INSERT INTO comments (id, post_id, parent_id, member_id, said_by, body, state, removed_by,"
                + " reason, pinned, form, made) VALUES (:id, :post, :parent, :member, :author, :body,"
                + " :state, 'NOBODY', '', 0, :form, :made)")
        .bind("id", id)
        .bind("post", below)
        .bind("parent", answered)
        .bind("member", readers)
        .bind("author", Words.clean(remark.author()))
        .bind("body", Words.clean(remark.body()))
        .bind("state", remark.shown() ? Comment.State.SHOWN : Comment.State.HELD)
        .bind("form", UUID.nameUUIDFromBytes(form.getBytes(StandardCharsets.UTF_8)).toString())
        .bind("made", Moments.text(remark.made()))
        .execute();
  }

  /** The review that stood at a path of another blog. */
  public Optional<Post> at(String path) {
    return store.read(h ->
        Posts.find(
            h, "p.id = (SELECT post_id FROM old_addresses WHERE path = ?)", Words.clean(path)));
  }
}
