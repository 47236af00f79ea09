package org.entente.desk.member;

import org.entente.store.Comment;
import org.jspecify.annotations.Nullable;

/**
 * One comment in its thread.
 *
 * @param comment what it is
 * @param answers what it answers, null for the post itself
 * @param depth 0 for a comment on the post itself
 * @param html what it says, cleaned; "" where it is removed
 * @param byAuthor whether the author of the post says it
 * @param about what it is about, null for all of the post
 * @param may what the reader may do with it
 */
public record CommentLine(
    Comment comment,
    @Nullable Comment answers,
    int depth,
    String html,
    boolean byAuthor,
    @Nullable About about,
    May may) {
  /** As deep as the eye sees by the indent what a comment answers. */
  private static final int DEEPEST = 4;

  /**
   * @param reply answer it
   * @param edit change it
   * @param delete remove it as one's own
   * @param report tell moderators about it
   * @param moderate decide about it
   */
  public record May(
      boolean reply, boolean edit, boolean delete, boolean report, boolean moderate) {}

  /** How far it is moved in; deeper ones are not moved further. */
  public int indent() {
    return Math.min(depth, DEEPEST);
  }

  /** Whether the indent no longer tells what it answers, so that words must. */
  public boolean isDeep() {
    return depth > DEEPEST;
  }

  /** Whom it answers, in words; "" for a comment on the post itself. */
  public String toWhom() {
    return answers == null ? "" : answers.shown() ? answers.author() : "a removed comment";
  }
}
