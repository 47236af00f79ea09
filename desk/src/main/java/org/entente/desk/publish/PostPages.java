package org.entente.desk.publish;

import java.util.List;
import java.util.Map;
import org.entente.desk.Fault;
import org.entente.desk.LocaleWords;
import org.entente.desk.Page;
import org.entente.desk.Pages;
import org.entente.desk.Room;
import org.entente.desk.member.CommentThreads;
import org.entente.desk.member.PostPath;
import org.entente.store.Comments;
import org.entente.store.Drafts;
import org.entente.store.Post;
import org.entente.store.Posts;
import org.entente.store.Version;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Press reviews as the public sees them. */
public final class PostPages {
  private static final int NEWEST = 30;

  private final Posts posts;
  private final Drafts drafts;
  private final Pages pages;
  private final Comments comments;
  private final CommentThreads threads;
  private final Blocks blocks;

  PostPages(Room room, CommentThreads threads) {
    this.posts = new Posts(room.store());
    this.drafts = new Drafts(room.store());
    this.comments = new Comments(room.store());
    this.pages = room.pages();
    this.threads = threads;
    this.blocks = new Blocks(room);
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

  /** One, at its permanent address; whoever may write on it also sees its other versions. */
  public ServerResponse show(ServerRequest request) {
    Post post =
        posts
            .byAddress(PostPath.address(request))
            .orElseThrow(() -> Fault.missing("There is no press review at this address."));
    boolean writes = Writers.may(request, post);
    if (!writes && post.state() == Post.State.WITHDRAWN) {
      throw new Fault(HttpStatus.GONE, "The review that stood here was withdrawn by the desk.");
    }
    if (!writes && post.state() == Post.State.DRAFT) {
      throw Fault.missing("There is no press review at this address.");
    }
    Version version = writes ? asked(request, post) : drafts.shown(post);
    PostView view =
        new PostView(
            post,
            version,
            blocks.of(version.content()),
            corrections(post),
            writes ? "/drafts/" + post.id() : null,
            threads.below(request, post));
    return pages.page(request, new Page(version.content().title(), "publish/post.jte", view));
  }

  private Version asked(ServerRequest request, Post post) {
    String number = request.param("version").orElse("");
    return number.matches("[0-9]{1,6}")
        ? drafts
            .version(post, Integer.parseInt(number))
            .orElseThrow(() -> Fault.missing("The review has no such version."))
        : drafts.shown(post);
  }

  private List<Version> corrections(Post post) {
    return drafts.versions(post).stream().filter(v -> !v.correction().isEmpty()).toList();
  }
}
