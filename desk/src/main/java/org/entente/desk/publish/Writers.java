package org.entente.desk.publish;

import org.entente.desk.Fault;
import org.entente.desk.Form;
import org.entente.desk.SignedIn;
import org.entente.store.Member;
import org.entente.store.Post;
import org.entente.store.Posts;
import org.entente.store.Role;
import org.springframework.web.servlet.function.ServerRequest;

/** Who may write on which press review: its author, and editors on all. */
final class Writers {
  private Writers() {}

  static boolean may(Member member, Post post) {
    return Posts.mayWrite(member, post);
  }

  static boolean may(ServerRequest request, Post post) {
    return SignedIn.in(request).filter(m -> may(m, post)).isPresent();
  }

  /** The review that a path names, for somebody who may write on it; another's is not there. */
  static Post post(ServerRequest request, Posts posts) {
    return post(request, posts, new Form(request).inPath("id"));
  }

  static Post post(ServerRequest request, Posts posts, long id) {
    Member member = SignedIn.required(request, Role.CONTRIBUTOR);
    return posts
        .byId(id)
        .filter(p -> may(member, p))
        .orElseThrow(() -> Fault.missing("There is no review " + id + " of yours."));
  }
}
