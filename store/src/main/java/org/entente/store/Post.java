package org.entente.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A press review.
 *
 * @param id its key
 * @param address permanent, as {@code 2013/05/a-rare-level-of-agreement}
 * @param title its title
 * @param author who wrote it: key
 * @param authorName who wrote it, as shown
 * @param lead what the author says, in Markdown
 * @param state whether the public sees it
 * @param comments who may comment
 * @param made when it was begun
 * @param changed when it was last changed
 * @param published when it was first published, null before
 */
public record Post(
    long id,
    String address,
    String title,
    long author,
    String authorName,
    String lead,
    State state,
    CommentMode comments,
    Instant made,
    Instant changed,
    @Nullable Instant published) {
  /** Whether the public sees a post. */
  public enum State {
    DRAFT,
    PUBLISHED,
    /** Was published; its address says that it is gone. */
    WITHDRAWN
  }

  /** Who may comment on a post, and when it shows. */
  public enum CommentMode {
    CLOSED,
    /** Each waits for approval. */
    HELD,
    /** A member's first waits for approval. */
    FIRST_HELD,
    OPEN
  }
}
