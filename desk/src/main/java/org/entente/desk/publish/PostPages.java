package org.entente.desk.publish;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entente.desk.Fault;
import org.entente.desk.Markdown;
import org.entente.desk.Page;
import org.entente.desk.Pages;
import org.entente.desk.Room;
import org.entente.desk.Site;
import org.entente.desk.member.CommentThreads;
import org.entente.desk.member.CommentsView;
import org.entente.desk.member.PostPath;
import org.entente.store.Drafts;
import org.entente.store.Post;
import org.entente.store.Posts;
import org.entente.store.Version;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Press reviews as the public sees them. */
public final class PostPages {
  /** As much as other sites show of a link. */
  private static final int SUMMARY = 200;

  private final Posts posts;
  private final Drafts drafts;
  private final ShownTopics topics;
  private final Pages pages;
  private final CommentThreads threads;
  private final Blocks blocks;
  private final Site site;
  private final Markdown markdown = new Markdown();

  PostPages(Room room, CommentThreads threads, Site site, Blocks blocks) {
    this.posts = new Posts(room.store());
    this.drafts = new Drafts(room.store());
    this.topics = new ShownTopics(room.store());
    this.pages = room.pages();
    this.threads = threads;
    this.blocks = blocks;
    this.site = site;
  }

  /** One, at its permanent address; whoever may write on it also sees its other versions. */
  public ServerResponse show(ServerRequest request) {
    Post post = shown(request);
    boolean writes = Writers.may(request, post);
    Version version = writes ? asked(request, post) : drafts.shown(post);
    CommentsView below = threads.below(request, post, blocks.parts(version.content()));
    String jsonLd = Description.jsonLd(site, post, version, below.lines());
    String link = site.link(PostPath.of(post)).toString();
    boolean seen = post.state() == Post.State.PUBLISHED;
    PostView view =
        new PostView(
            post,
            version,
            blocks.of(version.content()),
            corrections(post),
            topics(version),
            seen ? posts.older(post).orElse(null) : null,
            seen ? posts.newer(post).orElse(null) : null,
            writes ? "/drafts/" + post.id() : null,
            below,
            new PostView.About(link, summary(version), jsonLd));
    return pages.page(request, new Page(version.content().title(), "publish/post.jte", view));
  }

  private List<PostView.Gathering> topics(Version version) {
    return topics.of(version.content().tags()).stream()
        .map(t -> new PostView.Gathering(t.says().title(), ShownTopics.path(t)))
        .toList();
  }

  /** A review that whoever asks may see. */
  private Post shown(ServerRequest request) {
    Post post =
        posts
            .byAddress(PostPath.address(request))
            .orElseThrow(() -> Fault.missing("There is no press review at this address."));
    if (post.state() != Post.State.PUBLISHED && !Writers.may(request, post)) {
      throw post.state() == Post.State.WITHDRAWN
          ? new Fault(HttpStatus.GONE, "The review that stood here was withdrawn by the desk.")
          : Fault.missing("There is no press review at this address.");
    }
    return post;
  }

  /** The clips as W3C Web Annotations. */
  public ServerResponse annotations(ServerRequest request) {
    Post post = shown(request);
    return ServerResponse.ok()
        .contentType(MediaType.parseMediaType("application/ld+json"))
        .body(
            Description.annotations(site, post, drafts.shown(post))
                .getBytes(StandardCharsets.UTF_8));
  }

  private String summary(Version version) {
    String plain = markdown.plain(version.content().lead()).replaceAll("\\s+", " ");
    int cut = plain.length() <= SUMMARY ? -1 : plain.lastIndexOf(' ', SUMMARY);
    return cut < 0 ? plain : plain.substring(0, cut) + " …";
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
