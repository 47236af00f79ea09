package org.entente.desk.member;

import org.entente.store.Comment;
import org.entente.store.Post;
import org.springframework.web.servlet.function.ServerRequest;

/** Where a post and its comments stand. */
public final class PostPath {
  private PostPath() {}

  /** The address of a post that a path {@code /posts/{year}/{month}/{name}…} names. */
  public static String address(ServerRequest request) {
    return request.pathVariable("year")
        + "/"
        + request.pathVariable("month")
        + "/"
        + request.pathVariable("name");
  }

  public static String of(Post post) {
    return "/posts/" + post.address();
  }

  public static String of(Post post, Comment comment) {
    return of(post) + "#comment-" + comment.id();
  }
}
