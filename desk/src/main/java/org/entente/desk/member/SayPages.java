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
import org.entente.store.Quoted;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Saying something: below a post, about one of its clips, in answer to a comment. */
public final class SayPages {
  static final int LONGEST = 10_000;
  private static final int LONGEST_QUOTE = 2000;

  private final Comments comments;
  private final Posts posts;
  private final Pages pages;
  private final RateLimits limits;
  private final Passages passages;
  private final Postman postman;
  private final Markdown markdown = new Markdown();
  private final Clock clock = Clock.systemUTC();

  SayPages(Room room, RateLimits limits, Passages passages, Postman postman) {
    this.comments = new Comments(room.store());
    this.posts = new Posts(room.store());
    this.pages = room.pages();
    this.postman = postman;
    this.limits = limits;
    this.passages = passages;
  }

  /** The form for a comment on a clip; who may not comment is told why below the post. */
  public ServerResponse onClip(ServerRequest request) {
    Post post = post(request);
    Passages.Part clip =
        passages.of(post).stream()
            .filter(p -> p.clip() != null && p.id().equals(request.pathVariable("clip")))
            .findFirst()
            .orElseThrow(() -> Fault.missing("The review has no such clip."));
    Member member = SignedIn.required(request);
    if (!CommentThreads.mayWrite(member, post, clock.instant())) {
      return toldBelow(post);
    }
    CommentPageView view =
        new CommentPageView(post, null, "", form(member, post, null, clip), null);
    return pages.page(request, new Page("Comment on a clip", "member/again.jte", view));
  }

  /** Whoever may not write is told why there, not after having written. */
  static ServerResponse toldBelow(Post post) {
    return Pages.seeOther(PostPath.of(post) + "#comments");
  }

  /** The form for an answer. */
  public ServerResponse reply(ServerRequest request) {
    Comment comment =
        comments
            .byId(new Form(request).inPath("id"))
            .filter(comments::isVisible)
            .orElseThrow(() -> Fault.missing("There is no such comment."));
    Post post = posts.byId(comment.post()).orElseThrow(SayPages::noReview);
    Member member = SignedIn.required(request);
    if (!CommentThreads.mayWrite(member, post, clock.instant())) {
      return toldBelow(post);
    }
    CommentFormView form = form(member, post, comment.id(), null);
    CommentPageView view =
        new CommentPageView(post, comment, markdown.comment(comment.body()), form, null);
    return pages.page(request, new Page("Answer", "member/reply.jte", view));
  }

  /** An answer is about what it answers, so that it has no field for words of the post. */
  private static CommentFormView form(
      Member member, Post post, @Nullable Long parent, Passages.@Nullable Part clip) {
    return new CommentFormView(
        PostPath.of(post) + "/comments",
        CommentThreads.number(),
        parent,
        "",
        parent == null ? "" : null,
        clip,
        CommentThreads.waits(member, post));
  }

  /** Keeps a comment, and leads to it or to the word that it waits. */
  public ServerResponse say(ServerRequest request) {
    Member member = SignedIn.required(request);
    Post post = post(request);
    Form form = new Form(request);
    Long parent = form.number("parent").orElse(null);
    String body = form.text("body", 2 * LONGEST);
    Said said = said(post, form);
    String fault = bodyFault(body).orElse(said.fault());
    if (fault != null) {
      CommentFormView again = form(member, post, parent, said.clip()).filled(body, said.words());
      CommentPageView view = new CommentPageView(post, null, "", again, fault);
      return pages.page(
          request,
          new Page("Your comment", "member/again.jte", view)
              .withStatus(HttpStatus.UNPROCESSABLE_CONTENT));
    }
    limits.count(Limit.COMMENT, "member " + member.id());
    Comment kept =
        comments.add(
            member, new Comments.Said(post.id(), parent, said.passage(), body, number(form)));
    postman.poke();
    return Pages.seeOther(
        kept.shown() ? PostPath.of(post, kept) : PostPath.of(post) + "?comment=held#comments");
  }

  /**
   * What a form says that it is about.
   *
   * @param clip which clip, or null
   * @param words as typed
   * @param passage the words of the post, or null for all of it
   * @param fault what is wrong, or null
   */
  private record Said(
      Passages.@Nullable Part clip,
      String words,
      @Nullable Quoted passage,
      @Nullable String fault) {}

  private Said said(Post post, Form form) {
    String words = form.text("quote", LONGEST_QUOTE);
    String key = form.line("clip", 100);
    if (key.isEmpty()) {
      Quoted found = passages.find(post, words).orElse(null);
      String fault =
          words.isBlank() || found != null
              ? null
              : "These words do not stand in the review; copy them as they are, or leave the field"
                  + " empty.";
      return new Said(null, words, found, fault);
    }
    Optional<Passages.Part> clip =
        passages.of(post).stream().filter(p -> p.key().equals(key)).findFirst();
    if (clip.isEmpty()) {
      String fault =
          "The clip has just left the review. What you wrote is below; sent now, it is about the"
              + " review as a whole.";
      return new Said(null, "", null, fault);
    }
    Quoted found = words.isBlank() ? clip.get().whole() : clip.get().find(words).orElse(null);
    String fault =
        found != null
            ? null
            : "These words do not stand in the clip; copy them as they are, or leave the field"
                + " empty.";
    return new Said(clip.get(), words, found, fault);
  }

  private static String number(Form form) {
    String number = form.raw("form", 64);
    if (!number.matches("[A-Za-z0-9_-]{16,64}")) {
      throw Fault.badRequest("This form lacks its number; load the page again.");
    }
    return number;
  }

  /** What is wrong with what a comment says. */
  static Optional<String> bodyFault(String body) {
    return Comments.isEmpty(body)
        ? Optional.of("There is nothing in the comment.")
        : body.length() > LONGEST
            ? Optional.of(
                "A comment has up to 10,000 characters; this one has " + body.length() + ".")
            : Optional.empty();
  }

  private Post post(ServerRequest request) {
    return posts
        .byAddress(PostPath.address(request))
        .filter(p -> p.state() == Post.State.PUBLISHED)
        .orElseThrow(SayPages::noReview);
  }

  static Fault noReview() {
    return Fault.missing("There is no press review at this address.");
  }
}
