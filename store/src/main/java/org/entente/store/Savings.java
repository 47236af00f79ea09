package org.entente.store;

import org.jspecify.annotations.Nullable;

/**
 * Keeps what is written in a form, so that neither a slip nor a second writer loses anything, and a
 * history still holds what people saved: what a browser saves by itself is one version, written
 * over until its member saves. Thread-safe; what returned stays through a killed process.
 */
public final class Savings {
  private final Store store;

  public Savings(Store store) {
    this.store = store;
  }

  /**
   * The version that a form was made of.
   *
   * @param number of the version
   * @param seen its stamp; empty when the form does not say
   */
  public record Base(int number, String seen) {
    /** Whether a version is the one, and says what it said. */
    public boolean is(@Nullable Version version) {
      return version != null
          && version.number() == number
          && (seen.isEmpty() || version.stamp().equals(seen));
    }
  }

  /**
   * What became of a form.
   *
   * @param version that holds it
   * @param overtaken whether somebody else had saved since the form was made
   */
  public record Kept(Version version, boolean overtaken) {}

  /**
   * Keeps what somebody saved, on top of all others.
   *
   * @param comments who may comment from now on; null when the form changed nothing about it, so
   *     that what somebody else decided meanwhile holds
   */
  public Kept save(
      Member by, Post post, Base base, Content content, Post.@Nullable CommentMode comments) {
    return store.write(h -> {
      Version latest = VersionRows.latest(h, post);
      Drafts.touch(h, store.clock(), post, content, comments);
      String now = Moments.now(store.clock());
      boolean over = base.is(latest) && VersionRows.mayGo(h, by, post, latest, base.seen());
      Version kept =
          over
              ? VersionRows.over(h, now, post, latest, content, false)
              : VersionRows.insert(h, now, by, post, content);
      return new Kept(kept, !base.is(latest));
    });
  }

  /**
   * Keeps what the browser sends by itself: in the version that it sent before, else in a new one,
   * which lies aside where somebody else has saved meanwhile. What changes nothing makes none.
   */
  public Kept saveByItself(Member by, Post post, Base base, Content content) {
    return store.write(h -> {
      Version latest = VersionRows.latest(h, post);
      Version edited = VersionRows.find(h, post, base.number()).orElse(latest);
      String now = Moments.now(store.clock());
      if (base.is(edited) && edited.content().equals(content)) {
        return new Kept(edited, latest.number() != edited.number());
      }
      if (base.is(edited) && VersionRows.mayGo(h, by, post, edited, base.seen())) {
        Version kept = VersionRows.over(h, now, post, edited, content, true);
        return new Kept(kept, latest.number() != kept.number());
      }
      VersionRows.Made made = base.is(latest) ? VersionRows.Made.AUTO : VersionRows.Made.ASIDE;
      Version kept = VersionRows.insert(h, now, by, post, content, made);
      return new Kept(kept, kept.aside());
    });
  }
}
