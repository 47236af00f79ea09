package org.entente.store;

import java.time.Instant;
import org.entente.text.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * What a member says below a post.
 *
 * @param id its key; later ones have higher keys
 * @param post below which
 * @param parent what it answers, null for the post itself
 * @param member who said it
 * @param author who said it, as shown
 * @param passage the words of the post it is about, or null
 * @param body Markdown
 * @param standing whether it shows
 * @param pinned whether it stands before the others
 * @param made when it was said
 * @param edited when it was last changed by its author, or null
 * @param imported whether it was said at another blog, by somebody who is no member here
 */
public record Comment(
    long id,
    long post,
    @Nullable Long parent,
    long member,
    String author,
    @Nullable Quoted passage,
    String body,
    Standing standing,
    boolean pinned,
    Instant made,
    @Nullable Instant edited,
    boolean imported) {
  /** Whether a comment shows. */
  public enum State {
    /** Waits for approval. */
    HELD,
    SHOWN,
    /** Taken away by a moderator; replies to it do not show either. */
    HIDDEN,
    /** Leaves "removed by …" where it showed; replies to it stay. */
    DELETED
  }

  /** Who removed a comment that leaves a trace. */
  public enum Remover {
    /** It never showed, or nobody did. */
    NOBODY,
    AUTHOR,
    MODERATOR
  }

  /**
   * @param state whether it shows
   * @param remover who removed it
   * @param reason why, as a moderator gave it, or ""
   */
  public record Standing(State state, Remover remover, String reason) {}

  /** Differs when what it says or what was decided about it does. */
  public String stamp() {
    return Evidence.hash(standing.state() + " " + body).substring(0, 16);
  }

  public boolean shown() {
    return standing.state() == State.SHOWN;
  }
}
