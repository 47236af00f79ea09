package org.entente.desk.publish;

import java.util.List;
import org.entente.store.Drafts;
import org.entente.store.Post;

/**
 * Press reviews.
 *
 * @param title what they have in common
 * @param posts newest first
 * @param months months with reviews, newest first
 * @param tags tags with reviews, most first
 */
public record PostListView(
    String title, List<Line> posts, List<Drafts.Count> months, List<Drafts.Count> tags) {
  public PostListView {
    posts = List.copyOf(posts);
    months = List.copyOf(months);
    tags = List.copyOf(tags);
  }

  /**
   * One press review.
   *
   * @param post what it is
   * @param comments "No comments", "1 comment", "12 comments"
   */
  public record Line(Post post, String comments) {}
}
