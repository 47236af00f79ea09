package org.entente.desk.member;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.desk.LocaleWords;
import org.entente.desk.Markdown;
import org.entente.desk.SignedIn;
import org.entente.store.Comment;
import org.entente.store.Comments;
import org.entente.store.Member;
import org.entente.store.Post;
import org.entente.store.Role;
import org.entente.store.Store;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * The comments of a post as a page shows them; place them with
 * {@code @template.member.comments(frame = frame, view = …)}. Thread-safe.
 */
public final class CommentThreads {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Comments comments;
  private final Markdown markdown = new Markdown();
  private final Clock clock = Clock.systemUTC();

  public CommentThreads(Store store) {
    this.comments = new Comments(store);
  }

  /** "No comments", "1 comment", "12 comments". */
  public static String count(int comments, LocaleWords words) {
    return switch (comments) {
      case 0 -> "No comments";
      case 1 -> "1 comment";
      default -> words.number(comments) + " comments";
    };
  }

  /**
   * What a reader sees below a post.
   *
   * @param parts of the post as the page shows them
   */
  public CommentsView below(ServerRequest request, Post post, List<Passages.Part> parts) {
    Optional<Member> reader = SignedIn.in(request);
    List<Comment> seen = comments.below(post);
    int count = (int) seen.stream().filter(Comment::shown).count();
    LocaleWords words = LocaleWords.of(request);
    return new CommentsView(
        post,
        count(count, words),
        new Lines(post, parts, reader.orElse(null), clock.instant()).of(seen),
        reader.filter(m -> mayWrite(m, post, clock.instant())).map(m -> form(m, post)).orElse(null),
        closed(post, reader.orElse(null), words),
        request.param("comment").map(CommentThreads::said).orElse(null));
  }

  static boolean mayWrite(Member member, Post post, Instant now) {
    return post.state() == Post.State.PUBLISHED
        && post.comments() != Post.CommentMode.CLOSED
        && !member.mutedAt(now);
  }

  static CommentFormView form(Member member, Post post) {
    String action = PostPath.of(post) + "/comments";
    return new CommentFormView(action, number(), null, "", "", null, waits(member, post));
  }

  static boolean waits(Member member, Post post) {
    boolean own = member.may(Role.MODERATOR) || member.id() == post.author();
    return switch (post.comments()) {
      case OPEN -> false;
      case FIRST_HELD -> !own && !member.trusted();
      case HELD, CLOSED -> !own;
    };
  }

  /** A form's one-time number. */
  static String number() {
    byte[] bits = new byte[16];
    RANDOM.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  private @Nullable String closed(Post post, @Nullable Member reader, LocaleWords words) {
    if (post.comments() == Post.CommentMode.CLOSED) {
      return "Comments on this review are closed.";
    }
    if (post.state() != Post.State.PUBLISHED) {
      return "Comments open when the review is published.";
    }
    Member.Mute mute = reader == null ? null : reader.mute();
    if (mute != null && mute.until().isAfter(clock.instant())) {
      String reason = mute.reason().isEmpty() ? "" : " Reason: " + mute.reason();
      return "You may not comment until " + words.moment(mute.until()) + "." + reason;
    }
    return null;
  }

  /** What just happened, by the word in the address. */
  private static @Nullable String said(String word) {
    return switch (word) {
      case "held" ->
          "Thank you. Your comment waits for approval by a moderator; nobody sees it before.";
      case "removed" -> "Your comment is removed.";
      case "reported" -> "Thank you. A moderator will look at it.";
      default -> null;
    };
  }

  /** Puts comments into the order in which they are read: answers below what they answer. */
  private final class Lines {
    private final Post post;
    private final List<Passages.Part> parts;
    private final @Nullable Member reader;
    private final Instant now;
    private final List<CommentLine> lines = new ArrayList<>();
    private final Map<Long, List<Comment>> answers = new HashMap<>();

    Lines(Post post, List<Passages.Part> parts, @Nullable Member reader, Instant now) {
      this.post = post;
      this.parts = parts;
      this.reader = reader;
      this.now = now;
    }

    List<CommentLine> of(List<Comment> seen) {
      List<Comment> first = new ArrayList<>();
      for (Comment comment : seen) {
        Long parent = comment.parent();
        (parent == null ? first : answers.computeIfAbsent(parent, p -> new ArrayList<>()))
            .add(comment);
      }
      first.sort(Comparator.comparing((Comment c) -> !c.pinned()).thenComparing(Comment::id));
      first.forEach(c -> add(c, null, 0));
      return lines;
    }

    private void add(Comment comment, @Nullable Comment answered, int depth) {
      String html = comment.shown() ? markdown.comment(comment.body()) : "";
      boolean byAuthor = comment.shown() && comment.member() == post.author();
      About about = About.of(comment, parts);
      lines.add(new CommentLine(comment, answered, depth, html, byAuthor, about, may(comment)));
      answers.getOrDefault(comment.id(), List.of()).forEach(c -> add(c, comment, depth + 1));
    }

    private CommentLine.May may(Comment comment) {
      if (reader == null || !comment.shown()) {
        return new CommentLine.May(false, false, false, false, false);
      }
      boolean own = reader.id() == comment.member();
      boolean writes = mayWrite(reader, post, now);
      return new CommentLine.May(
          writes,
          writes && own && Comments.editable(comment, now),
          own,
          !own,
          reader.may(Role.MODERATOR));
    }
  }
}
