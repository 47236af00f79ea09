package org.entente.desk.publish;

import org.entente.desk.Fault;
import org.entente.desk.Markdown;
import org.entente.desk.Page;
import org.entente.desk.Pages;
import org.entente.desk.SignedIn;
import org.entente.store.Post;
import org.entente.store.Posts;
import org.entente.store.Role;
import org.entente.store.Store;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Press reviews as the public sees them. */
public final class PostPages {
  private static final int NEWEST = 30;

  private final Posts posts;
  private final Pages pages;
  private final Markdown markdown = new Markdown();

  public PostPages(Store store, Pages pages) {
    this.posts = new Posts(store);
    this.pages = pages;
  }

  /** The newest ones. */
  public ServerResponse list(ServerRequest request) {
    PostListView view = new PostListView(posts.published(NEWEST, 0));
    return pages.page(request, new Page("Reviews", "publish/posts.jte", view));
  }

  /** One, at its permanent address. */
  public ServerResponse show(ServerRequest request) {
    Post post = shown(request);
    PostView view = new PostView(post, markdown.post(post.lead()));
    return pages.page(request, new Page(post.title(), "publish/post.jte", view));
  }

  /** A post that whoever asks may see: published ones, one's own drafts, and to editors all. */
  private Post shown(ServerRequest request) {
    String address =
        request.pathVariable("year")
            + "/"
            + request.pathVariable("month")
            + "/"
            + request.pathVariable("name");
    return posts
        .byAddress(address)
        .filter(p -> p.state() == Post.State.PUBLISHED || mayEdit(request, p))
        .orElseThrow(() -> Fault.missing("There is no press review at this address."));
  }

  private static boolean mayEdit(ServerRequest request, Post post) {
    return SignedIn.in(request)
        .filter(m -> m.may(Role.EDITOR) || (m.may(Role.CONTRIBUTOR) && m.id() == post.author()))
        .isPresent();
  }
}
