package org.entente.desk.publish;

import java.util.List;
import org.entente.store.Post;

/**
 * The reviews that somebody may write on.
 *
 * @param posts those begun last first
 */
public record DraftsView(List<Post> posts) {
  public DraftsView {
    posts = List.copyOf(posts);
  }
}
