package org.entente.desk.publish;

import java.util.List;
import org.entente.store.Post;

/**
 * Press reviews.
 *
 * @param posts newest first
 */
public record PostListView(List<Line> posts) {
  public PostListView {
    posts = List.copyOf(posts);
  }

  /**
   * One press review.
   *
   * @param post what it is
   * @param comments "No comments", "1 comment", "12 comments"
   */
  public record Line(Post post, String comments) {}
}
