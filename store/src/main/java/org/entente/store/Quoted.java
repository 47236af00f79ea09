package org.entente.store;

/**
 * Words of a post that a comment is about.
 *
 * @param clip which part of the post
 * @param start where they begin in it, in UTF-16 units
 * @param finish where they end, exclusive
 * @param exact the words
 */
public record Quoted(String clip, int start, int finish, String exact) {
  public Quoted {
    if (start < 0 || finish <= start) {
      throw new IllegalArgumentException("the passage " + start + ".." + finish + " is no span");
    }
  }
}
