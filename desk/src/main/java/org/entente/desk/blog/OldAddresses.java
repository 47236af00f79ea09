package org.entente.desk.blog;

import java.net.URI;
import org.entente.desk.Fault;
import org.entente.desk.member.PostPath;
import org.entente.store.ImportedPosts;
import org.entente.store.Post;
import org.entente.store.Store;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Leads from where a review stood at another blog to where it stands now. Thread-safe. */
public final class OldAddresses {
  private final ImportedPosts posts;

  public OldAddresses(Store store) {
    this.posts = new ImportedPosts(store);
  }

  /** For ever; a withdrawn review says so at its address here, a draft is nowhere. */
  public ServerResponse lead(ServerRequest request) {
    Post post =
        posts
            .at(BlogImport.path(request.requestPath().value()))
            .filter(p -> p.published() != null)
            .orElseThrow(() -> Fault.missing("There is no page at this address."));
    return ServerResponse.status(HttpStatus.MOVED_PERMANENTLY)
        .location(URI.create(PostPath.of(post)))
        .build();
  }
}
