package org.entente.store;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Press reviews as they are written: every saving is kept, the public sees the one that was
 * published last. Thread-safe; what returned stays through a killed process.
 */
public final class Drafts {
  private static final JsonMapper JSON = JsonMapper.shared();
  private final Store store;
  private final Posts posts;

  public Drafts(Store store) {
    this.store = store;
    this.posts = new Posts(store);
  }

  /** Begins a press review that nobody else sees yet. */
  public Post begin(Member author, Content content, Post.CommentMode comments) {
    return store.write(h -> {
      Post post =
          Posts.add(
              h, store.clock(), author, new Posts.Draft(content.title(), content.lead(), comments));
      insert(h, author, post, content);
      return post;
    });
  }

  /** Keeps another version on top of all others. */
  public Version save(Member by, Post post, Content content, Post.CommentMode comments) {
    return store.write(h -> {
      touch(h, store.clock(), post, content, comments);
      return insert(h, by, post, content);
    });
  }

  /**
   * Keeps a version that is made of the newest one, whoever saved that a moment ago.
   *
   * @param change of what the newest version says
   * @return what was kept
   */
  public Version change(Member by, Post post, UnaryOperator<Content> change) {
    return store.write(h -> {
      Content content = change.apply(VersionRows.latest(h, post).content());
      touch(h, store.clock(), post, content, null);
      return insert(h, by, post, content);
    });
  }

  private Version insert(Handle h, Member by, Post post, Content content) {
    return VersionRows.insert(h, Moments.now(store.clock()), by, post, content);
  }

  /**
   * What readers see of a published review changes when it is published again, not before. Whether
   * it is published is asked of its row: it may have come due since its form was loaded.
   *
   * @param comments who may comment; null leaves it
   */
  static void touch(
      Handle h, Clock clock, Post post, Content content, Post.@Nullable CommentMode comments) {
    if (comments != null) {
      h.execute("UPDATE posts SET comments = ? WHERE id = ?", comments.name(), post.id());
    }
    h.execute(
        "UPDATE posts SET title = ?, changed = ? WHERE id = ? AND state = 'DRAFT'",
        Words.clean(content.title()),
        Moments.now(clock),
        post.id());
  }

  /**
   * Shows the newest version to the public. The address is made of the title and the month at the
   * first publication and stays from then on; members who want reviews by mail are then told.
   *
   * @param correction what is mended, one line; must say something once the review was published
   * @throws StoreException when the line is missing, or the house asks for a second person and
   *     nobody approved this version
   */
  public Post publish(Post post, String correction) {
    return store.write(h -> publish(h, post, VersionRows.latest(h, post), correction));
  }

  /**
   * The same, if the newest version is still the one that somebody read.
   *
   * @throws StoreException also when somebody has saved since
   */
  public Post publish(Post post, Version read, String correction) {
    return store.write(h -> publish(h, post, requireNewest(h, post, read), correction));
  }

  private Post publish(Handle h, Post post, Version last, String correction) {
    requireSecond(h, post, last.number());
    Schedules.cancel(h, post);
    return publish(h, store.clock(), now(h, post), last, correction);
  }

  /** A review as its row is in this transaction. */
  static Post now(Handle h, Post post) {
    return Posts.find(h, "p.id = ?", post.id()).orElseThrow();
  }

  static Version requireNewest(Handle h, Post post, Version read) {
    Version last = VersionRows.latest(h, post);
    if (last.number() != read.number() || !last.stamp().equals(read.stamp())) {
      throw new StoreException(
          StoreException.Reason.OVERTAKEN,
          "somebody has saved the review since you opened it; read what is newest, then publish");
    }
    return last;
  }

  static void requireSecond(Handle h, Post post, int version) {
    if (!mayShow(h, post, version)) {
      throw new StoreException(
          StoreException.Reason.REFUSED, "a second person must approve this version first");
    }
  }

  /** What readers saw once keeps the line that stood above it then. */
  private static boolean wasShown(Handle h, Post post, Version version) {
    return !version.correction().isEmpty()
        || version.number() > 0 && shownNumber(h, post) == version.number();
  }

  private static int shownNumber(Handle h, Post post) {
    return h.select("SELECT COALESCE(shown, 0) FROM posts WHERE id = ?", post.id())
        .mapTo(Integer.class)
        .one();
  }

  static void requireCorrection(Post post, String correction) {
    if (post.published() != null && correction.isBlank()) {
      throw new StoreException(StoreException.Reason.REFUSED, "say in one line what is corrected");
    }
  }

  static boolean mayShow(Handle h, Post post, int version) {
    return !HouseRules.secondPerson(h) || SecondLooks.approved(h, post, version);
  }

  /**
   * @param post as its row is in this transaction
   */
  static Post publish(Handle h, Clock clock, Post post, Version wanted, String correction) {
    requireCorrection(post, correction);
    boolean again = post.published() != null;
    Version last = wasShown(h, post, wanted) ? VersionRows.again(h, clock, post, wanted) : wanted;
    h.execute(
        "UPDATE post_versions SET correction = ? WHERE post_id = ? AND number = ?",
        again ? Words.clean(correction.strip()) : "",
        post.id(),
        last.number());
    Instant now = clock.instant();
    String address =
        again ? post.address() : Posts.address(h, last.content().title(), now, post.id());
    h.execute(
        "UPDATE posts SET title = ?, lead = ?, address = ?, shown = ?, state = 'PUBLISHED',"
            + " published = COALESCE(published, ?), changed = ? WHERE id = ?",
        Words.clean(last.content().title()),
        Words.clean(last.content().lead()),
        address,
        last.number() == 0 ? null : (Integer) last.number(),
        Moments.text(now),
        Moments.text(now),
        post.id());
    SecondLooks.close(h, Moments.text(now), post);
    Post published = Posts.find(h, "p.id = ?", post.id()).orElseThrow();
    if (!again) {
      Newsletters.published(h, clock, published, last.content());
    }
    return published;
  }

  /** Takes a review away from the public; its address says so. */
  public Post withdraw(Post post) {
    return store.write(h -> {
      Schedules.cancel(h, post);
      h.execute(
          "UPDATE posts SET state = 'WITHDRAWN', changed = ? WHERE id = ? AND state = 'PUBLISHED'",
          Moments.now(store.clock()),
          post.id());
      return now(h, post);
    });
  }

  /** What was saved last. */
  public Version latest(Post post) {
    return store.read(h -> VersionRows.latest(h, post));
  }

  /** What the public sees of a published review; of any other, what was saved last. */
  public Version shown(Post post) {
    return store.read(h -> shown(h, post));
  }

  static Version shown(Handle h, Post post) {
    if (post.published() == null) {
      return VersionRows.latest(h, post);
    }
    int shown = shownNumber(h, post);
    return shown == 0 ? VersionRows.whole(post) : VersionRows.find(h, post, shown).orElseThrow();
  }

  public Optional<Version> version(Post post, int number) {
    return store.read(h -> VersionRows.find(h, post, number));
  }

  /** All savings, newest first. */
  public List<Version> versions(Post post) {
    return store.read(h -> VersionRows.all(h, post));
  }

  /** All reviews that are not erased, those begun last first; one author's, or everybody's. */
  public List<Post> all(@Nullable Member author) {
    return author == null
        ? posts.list("1 = 1 ORDER BY p.id DESC")
        : posts.list("p.member_id = ? ORDER BY p.id DESC", author.id());
  }

  /** How many published reviews have a month or a tag. */
  public record Count(String name, int posts) {}

  /** The months (as 2013-05, in UTC) in which reviews were published, newest first. */
  public List<Count> months() {
    return store.read(h ->
        h.createQuery(
                "SELECT SUBSTR(published, 1, 7) AS month, COUNT(*) FROM posts WHERE state ="
                    + " 'PUBLISHED' GROUP BY SUBSTR(published, 1, 7) ORDER BY month DESC")
            .map((rs, c) -> new Count(rs.getString(1), rs.getInt(2)))
            .list());
  }

  /** The reviews published in a month, newest first. */
  public List<Post> inMonth(String month) {
    return posts.list(
        "p.state = 'PUBLISHED' AND SUBSTR(p.published, 1, 7) = ? ORDER BY p.published DESC, p.id DESC",
        month);
  }

  /** The tags of published reviews, most first. */
  public List<Count> tags() {
    Map<String, Integer> counts = new TreeMap<>();
    tagged().values().forEach(all -> all.forEach(t -> counts.merge(t, 1, Integer::sum)));
    return counts.entrySet().stream()
        .map(e -> new Count(e.getKey(), e.getValue()))
        .sorted(Comparator.comparing(Count::posts).reversed())
        .toList();
  }

  /** The published reviews with a tag, newest first. */
  public List<Post> withTag(String tag) {
    return tagged(tags -> tags.contains(tag));
  }

  /** The published reviews that a topic gathers, newest first. */
  public List<Post> on(Topic topic) {
    return tagged(topic::gathers);
  }

  private List<Post> tagged(Predicate<List<String>> wanted) {
    Map<Long, List<String>> tags = tagged();
    return posts.list("p.state = 'PUBLISHED' ORDER BY p.published DESC, p.id DESC").stream()
        .filter(p -> wanted.test(tags.getOrDefault(p.id(), List.of())))
        .toList();
  }

  private Map<Long, List<String>> tagged() {
    return store.read(h -> {
      Map<Long, List<String>> tags = new HashMap<>();
      h.createQuery(
              "SELECT p.id, v.tags FROM posts p JOIN post_versions v ON v.post_id = p.id AND v.number"
                  + " = p.shown WHERE p.state = 'PUBLISHED' AND v.tags <> '[]'")
          .map((rs, c) ->
              tags.put(
                  rs.getLong(1),
                  JSON.readValue(rs.getString(2), new TypeReference<List<String>>() {})))
          .list();
      return tags;
    });
  }
}
