package org.entente.store;

import org.jspecify.annotations.Nullable;

/**
 * Words of a post that a comment is about. Words of a clip are known by their place in the text
 * that was clipped, so that they are found again wherever a later version puts the clip.
 *
 * @param clip the element that held them when the comment was made
 * @param start where they begin, in UTF-16 units: in the clipped text, or in the author's part
 * @param finish where they end, exclusive
 * @param exact the words
 * @param source which clip, or null for words of the author
 */
public record Quoted(String clip, int start, int finish, String exact, @Nullable Source source) {
  public Quoted {
    if (start < 0 || finish <= start) {
      throw new IllegalArgumentException("the passage " + start + ".." + finish + " is no span");
    }
  }

  /** Words of the author. */
  public Quoted(String clip, int start, int finish, String exact) {
    this(clip, start, finish, exact, null);
  }

  /**
   * Which clip.
   *
   * @param sha256 of the clipped text, in lower-case hex
   * @param name how a reader knows the clip, as headline and outlet
   */
  public record Source(String sha256, String name) {}
}
