package org.entente.desk.publish;

import java.util.List;
import org.entente.store.Post;

/**
 * Press reviews.
 *
 * @param title what they have in common
 * @param feed their feeds, without their ending
 * @param posts newest first
 * @param groups where others are found
 */
public record PostListView(String title, String feed, List<Line> posts, List<Group> groups) {
  public PostListView {
    posts = List.copyOf(posts);
    groups = List.copyOf(groups);
  }

  /**
   * One press review.
   *
   * @param post what it is
   * @param comments "No comments", "1 comment", "12 comments"
   */
  public record Line(Post post, String comments) {}

  /**
   * Reviews parted by one thing.
   *
   * @param title by what
   * @param shelves the parts
   */
  public record Group(String title, List<Shelved> shelves) {
    public Group {
      shelves = List.copyOf(shelves);
    }

    /**
     * @param name what the reviews have in common
     * @param path their page
     * @param posts how many
     */
    public record Shelved(String name, String path, int posts) {}
  }
}
