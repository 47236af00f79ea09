package org.entente.desk.publish;

import java.util.List;
import org.entente.store.Post;

/**
 * Published reviews that have something in common.
 *
 * @param title what it is
 * @param about a line about it for readers of feeds, plain text
 * @param path its page
 * @param feed its feeds, without their ending
 * @param posts newest first
 */
record Shelf(String title, String about, String path, String feed, List<Post> posts) {
  private static final String ANY = "Press reviews of this desk";

  Shelf {
    posts = List.copyOf(posts);
  }

  /** One below {@code /posts}, with its feeds beside it. */
  static Shelf of(String title, String path, List<Post> posts) {
    return new Shelf(title, ANY, path, path + "/feed", posts);
  }

  /** The newest of all. */
  static Shelf all(List<Post> posts) {
    return new Shelf("Reviews", ANY, "/posts", "/posts", posts);
  }

  /** The same with a line of its own. */
  Shelf about(String line) {
    return new Shelf(title, line.isEmpty() ? about : line, path, feed, posts);
  }
}
