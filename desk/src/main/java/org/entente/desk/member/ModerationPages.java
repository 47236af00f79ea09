package org.entente.desk.member;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.entente.desk.Fault;
import org.entente.desk.Form;
import org.entente.desk.Markdown;
import org.entente.desk.Page;
import org.entente.desk.Pages;
import org.entente.desk.SignedIn;
import org.entente.store.Acts;
import org.entente.store.Comment;
import org.entente.store.Comments;
import org.entente.store.Member;
import org.entente.store.Members;
import org.entente.store.Moderation;
import org.entente.store.Posts;
import org.entente.store.Role;
import org.entente.store.Store;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** What moderators do. */
public final class ModerationPages {
  private static final int NEWEST_ACTS = 200;

  private final Moderation moderation;
  private final Comments comments;
  private final Members members;
  private final Posts posts;
  private final Acts acts;
  private final Pages pages;
  private final Postman postman;
  private final Markdown markdown = new Markdown();
  private final Clock clock = Clock.systemUTC();

  public ModerationPages(Store store, Pages pages, Postman postman) {
    this.postman = postman;
    this.moderation = new Moderation(store);
    this.comments = new Comments(store);
    this.members = new Members(store);
    this.posts = new Posts(store);
    this.acts = new Acts(store);
    this.pages = pages;
  }

  /** What waits. */
  public ServerResponse queue(ServerRequest request) {
    List<Moderation.Report> reports = moderation.reports();
    List<ModerationView.Case> reported =
        reports.stream()
            .map(Moderation.Report::comment)
            .distinct()
            .flatMap(id -> comments.byId(id).stream())
            .filter(c -> c.standing().state() != Comment.State.DELETED)
            .map(c -> one(c, reports))
            .toList();
    List<ModerationView.Case> held =
        moderation.held().stream().map(c -> one(c, List.of())).toList();
    ModerationView view = new ModerationView(held, reported);
    return pages.page(request, new Page("Moderation", "member/moderation.jte", view));
  }

  private ModerationView.Case one(Comment comment, List<Moderation.Report> reports) {
    CommentPageView page =
        new CommentPageView(
            posts.byId(comment.post()).orElseThrow(),
            comment,
            markdown.comment(comment.body()),
            null,
            null);
    return new ModerationView.Case(
        page, reports.stream().filter(r -> r.comment() == comment.id()).toList());
  }

  /** One comment with its history; a link in a mail leads here. */
  public ServerResponse show(ServerRequest request) {
    Comment comment = comment(request);
    Member member = members.byId(comment.member()).orElse(null);
    ModerationCaseView view =
        new ModerationCaseView(
            one(comment, moderation.reports()),
            comments.versions(comment).stream().map(markdown::comment).toList(),
            member,
            member != null && member.mutedAt(clock.instant()));
    return pages.page(request, new Page("Moderation", "member/moderation-case.jte", view));
  }

  /** Approves, hides, removes, pins, settles. */
  public ServerResponse act(ServerRequest request) {
    Member by = SignedIn.required(request, Role.MODERATOR);
    Form form = new Form(request);
    Moderation.Act act = form.choice("act", Moderation.Act.class);
    Moderation.Seen seen = new Moderation.Seen(form.inPath("id"), form.line("seen", 16));
    moderation.act(by, seen, act, form.line("reason", 500));
    postman.poke();
    return Pages.seeOther("/moderation");
  }

  private Comment comment(ServerRequest request) {
    return comments
        .byId(new Form(request).inPath("id"))
        .orElseThrow(() -> Fault.missing("There is no such comment."));
  }

  /** Lets a member not comment for a number of days; 0 lets it again. */
  public ServerResponse mute(ServerRequest request) {
    Member by = SignedIn.required(request, Role.MODERATOR);
    Form form = new Form(request);
    Member member =
        members
            .byId(form.inPath("id"))
            .orElseThrow(() -> Fault.missing("There is no such member."));
    if (member.may(Role.MODERATOR) && !by.may(Role.ADMINISTRATOR)) {
      throw new Fault(
          org.springframework.http.HttpStatus.FORBIDDEN,
          "Only an administrator mutes a moderator.");
    }
    long days = Math.clamp(form.number("days").orElse(0L), 0, 3650);
    Instant until = clock.instant().plus(Duration.ofDays(days));
    members.mute(by, member, until, form.line("reason", 500));
    return Pages.seeOther("/members");
  }

  /** What moderators and administrators did. */
  public ServerResponse acts(ServerRequest request) {
    ActsView view = new ActsView(acts.newest(NEWEST_ACTS));
    return pages.page(request, new Page("Acts", "member/acts.jte", view));
  }
}
