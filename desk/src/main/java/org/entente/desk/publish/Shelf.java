package org.entente.desk.publish;

import java.util.List;
import org.entente.store.Post;

/**
 * Published reviews that have something in common.
 *
 * @param title what it is
 * @param path its page
 * @param feed its feeds, without their ending
 * @param posts newest first
 */
record Shelf(String title, String path, String feed, List<Post> posts) {
  Shelf {
    posts = List.copyOf(posts);
  }

  /** One below {@code /posts}, with its feeds beside it. */
  static Shelf of(String title, String path, List<Post> posts) {
    return new Shelf(title, path, path + "/feed", posts);
  }
}
