package org.entente.desk.publish;

import java.util.List;
import org.entente.store.Post;

/**
 * Press reviews.
 *
 * @param posts newest first
 */
public record PostListView(List<Post> posts) {
  public PostListView {
    posts = List.copyOf(posts);
  }
}
