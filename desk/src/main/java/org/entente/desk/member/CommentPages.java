package org.entente.desk.member;

import java.time.Clock;
import java.util.Optional;
import org.entente.desk.Fault;
import org.entente.desk.Form;
import org.entente.desk.Markdown;
import org.entente.desk.Page;
import org.entente.desk.Pages;
import org.entente.desk.RateLimits;
import org.entente.desk.RateLimits.Limit;
import org.entente.desk.Room;
import org.entente.desk.SignedIn;
import org.entente.store.Comment;
import org.entente.store.Comments;
import org.entente.store.Member;
import org.entente.store.Post;
import org.entente.store.Posts;
import org.entente.store.Store;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** What members do with comments that are there: change, remove, report. */
public final class CommentPages {
  private final Comments comments;
  private final Posts posts;
  private final Pages pages;
  private final RateLimits limits;
  private final Postman postman;
  private final Markdown markdown = new Markdown();
  private final Clock clock = Clock.systemUTC();

  CommentPages(Room room, RateLimits limits, Postman postman) {
    this.postman = postman;
    Store store = room.store();
    this.comments = new Comments(store);
    this.posts = new Posts(store);
    this.pages = room.pages();
    this.limits = limits;
  }

  /** To a comment that shows. */
  public ServerResponse go(ServerRequest request) {
    Comment comment = visible(request);
    return Pages.seeOther(PostPath.of(post(comment), comment));
  }

  /** The form for changing one's own. */
  public ServerResponse editing(ServerRequest request) {
    Comment comment = own(request);
    Post post = post(comment);
    return CommentThreads.mayWrite(SignedIn.required(request), post, clock.instant())
            && Comments.editable(comment, clock.instant())
        ? edit(request, comment, null)
        : SayPages.toldBelow(post);
  }

  /** Changes one's own. */
  public ServerResponse edit(ServerRequest request) {
    Comment comment = own(request);
    Member member = SignedIn.required(request);
    String body = new Form(request).text("body", 2 * SayPages.LONGEST);
    Optional<String> fault = SayPages.bodyFault(body);
    if (fault.isPresent()) {
      return edit(request, comment, fault.get());
    }
    limits.count(Limit.ACT, "member " + member.id());
    Comment changed = comments.edit(member, comment.id(), body);
    postman.poke();
    Post post = post(changed);
    return Pages.seeOther(
        changed.shown()
            ? PostPath.of(post, changed)
            : PostPath.of(post) + "?comment=held#comments");
  }

  private ServerResponse edit(ServerRequest request, Comment comment, @Nullable String fault) {
    Post post = post(comment);
    CommentFormView form =
        new CommentFormView(
            "/comments/" + comment.id() + "/edit",
            CommentThreads.number(),
            null,
            fault == null ? comment.body() : new Form(request).text("body", 2 * SayPages.LONGEST),
            null,
            null,
            CommentThreads.waits(SignedIn.required(request), post));
    CommentPageView view = new CommentPageView(post, comment, "", form, fault);
    return fault == null
        ? page(request, "Change your comment", "member/edit.jte", view)
        : pages.page(
            request,
            new Page("Change your comment", "member/edit.jte", view)
                .withStatus(HttpStatus.UNPROCESSABLE_CONTENT));
  }

  /** Asks whether to remove one's own. */
  public ServerResponse deleting(ServerRequest request) {
    Comment comment = own(request);
    CommentPageView view = new CommentPageView(post(comment), comment, html(comment), null, null);
    return page(request, "Remove your comment", "member/delete.jte", view);
  }

  /** Removes one's own. */
  public ServerResponse delete(ServerRequest request) {
    Comment comment = own(request);
    comments.delete(SignedIn.required(request), comment.id());
    return Pages.seeOther(PostPath.of(post(comment)) + "?comment=removed#comments");
  }

  /** The form for telling moderators. */
  public ServerResponse reporting(ServerRequest request) {
    Comment comment = visible(request);
    CommentPageView view = new CommentPageView(post(comment), comment, html(comment), null, null);
    return page(request, "Report a comment", "member/report.jte", view);
  }

  /** Tells moderators. */
  public ServerResponse report(ServerRequest request) {
    Comment comment = visible(request);
    Member member = SignedIn.required(request);
    limits.count(Limit.ACT, "member " + member.id());
    comments.report(member, comment.id(), new Form(request).line("reason", 500));
    postman.poke();
    return Pages.seeOther(PostPath.of(post(comment)) + "?comment=reported#comments");
  }

  private String html(Comment comment) {
    return markdown.comment(comment.body());
  }

  private Post post(Comment comment) {
    return posts.byId(comment.post()).orElseThrow(SayPages::noReview);
  }

  /** A comment that does not show is not there, also for who guesses its number. */
  private Comment visible(ServerRequest request) {
    return comments
        .byId(new Form(request).inPath("id"))
        .filter(comments::isVisible)
        .orElseThrow(CommentPages::noComment);
  }

  private Comment own(ServerRequest request) {
    long member = SignedIn.required(request).id();
    return comments
        .byId(new Form(request).inPath("id"))
        .filter(c -> c.member() == member && c.standing().state() != Comment.State.DELETED)
        .orElseThrow(CommentPages::noComment);
  }

  private static Fault noComment() {
    return Fault.missing("There is no such comment.");
  }

  private ServerResponse page(
      ServerRequest request, String title, String template, CommentPageView view) {
    return pages.page(request, new Page(title, template, view));
  }
}
