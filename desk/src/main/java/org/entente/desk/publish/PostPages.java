package org.entente.desk.publish;

import java.util.Map;
import org.entente.desk.Fault;
import org.entente.desk.LocaleWords;
import org.entente.desk.Markdown;
import org.entente.desk.Page;
import org.entente.desk.Pages;
import org.entente.desk.Room;
import org.entente.desk.SignedIn;
import org.entente.desk.member.CommentThreads;
import org.entente.desk.member.PostPath;
import org.entente.store.Comments;
import org.entente.store.Post;
import org.entente.store.Posts;
import org.entente.store.Role;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Press reviews as the public sees them. */
public final class PostPages {
  private static final int NEWEST = 30;

  private final Posts posts;
  private final Pages pages;
  private final Comments comments;
  private final CommentThreads threads;
  private final Markdown markdown = new Markdown();

  public PostPages(Room room, CommentThreads threads) {
    this.posts = new Posts(room.store());
    this.comments = new Comments(room.store());
    this.pages = room.pages();
    this.threads = threads;
  }

  /** The newest ones. */
  public ServerResponse list(ServerRequest request) {
    PostListView view = list(LocaleWords.of(request));
    return pages.page(request, new Page("Reviews", "publish/posts.jte", view));
  }

  private PostListView list(LocaleWords words) {
    Map<Long, Integer> counts = comments.counts();
    return new PostListView(
        posts.published(NEWEST, 0).stream()
            .map(p ->
                new PostListView.Line(
                    p, CommentThreads.count(counts.getOrDefault(p.id(), 0), words)))
            .toList());
  }

  /** One, at its permanent address. */
  public ServerResponse show(ServerRequest request) {
    Post post = shown(request);
    PostView view = new PostView(post, markdown.post(post.lead()), threads.below(request, post));
    return pages.page(request, new Page(post.title(), "publish/post.jte", view));
  }

  /** A post that whoever asks may see: published ones, one's own drafts, and to editors all. */
  private Post shown(ServerRequest request) {
    return posts
        .byAddress(PostPath.address(request))
        .filter(p -> p.state() == Post.State.PUBLISHED || mayEdit(request, p))
        .orElseThrow(() -> Fault.missing("There is no press review at this address."));
  }

  private static boolean mayEdit(ServerRequest request, Post post) {
    return SignedIn.in(request)
        .filter(m -> m.may(Role.EDITOR) || (m.may(Role.CONTRIBUTOR) && m.id() == post.author()))
        .isPresent();
  }
}
