package org.entente.desk.member;

import java.util.List;
import java.util.stream.Collectors;
import org.entente.desk.Letter;
import org.entente.desk.Markdown;
import org.entente.desk.Site;
import org.entente.store.Comment;
import org.entente.store.Mails;
import org.entente.store.Mails.Kind;
import org.entente.store.Member;
import org.entente.store.Moderation;
import org.entente.store.Post;
import org.entente.store.Posts;
import org.entente.store.Store;

/** What mails say. Thread-safe. */
public final class LetterWords {
  /** As much of a review's first words as a mail shows, in characters. */
  private static final int LEAD = 700;

  private final Site site;
  private final Posts posts;
  private final Mails mails;
  private final Markdown markdown = new Markdown();

  public LetterWords(Store store, Site site) {
    this.site = site;
    this.posts = new Posts(store);
    this.mails = new Mails(store);
  }

  Letter reply(Member reader, Comment comment) {
    Post post = post(comment);
    String subject = comment.author() + " answered you on “" + post.title() + "”";
    return letter(reader, subject, one(comment, post));
  }

  Letter held(Member reader, Comment comment) {
    Post post = post(comment);
    String body =
        comment.author()
            + " wrote:\n\n"
            + quoted(comment)
            + "\n\nApprove or hide it: "
            + site.link("/moderation/" + comment.id());
    return letter(reader, "A comment waits on “" + post.title() + "”", body);
  }

  Letter reported(Member reader, Comment comment, List<Moderation.Report> reports) {
    Post post = post(comment);
    String body =
        reports.stream().map(r -> r.by() + ": " + r.reason()).collect(Collectors.joining("\n"))
            + "\n\n"
            + comment.author()
            + " had written:\n\n"
            + quoted(comment)
            + "\n\nDecide about it: "
            + site.link("/moderation/" + comment.id());
    return letter(reader, "A comment is reported on “" + post.title() + "”", body);
  }

  Letter digest(Member reader, List<Comment> comments) {
    String subject = comments.size() == 1 ? "1 answer to you" : comments.size() + " answers to you";
    String body =
        comments.stream().map(c -> one(c, post(c))).collect(Collectors.joining("\n\n---\n\n"));
    return letter(reader, subject, body);
  }

  private String one(Comment comment, Post post) {
    return comment.author()
        + " on “"
        + post.title()
        + "”:\n\n"
        + quoted(comment)
        + "\n\n"
        + site.link(PostPath.of(post) + "#comment-" + comment.id());
  }

  /** A review that was just published. */
  Letter review(Member reader, Post post) {
    return letter(reader, post.title(), told(post), Kind.REVIEWS);
  }

  /** The reviews of a week. */
  Letter week(Member reader, List<Post> reviews) {
    String subject =
        reviews.size() == 1 ? reviews.getFirst().title() : reviews.size() + " reviews of the week";
    String body = reviews.stream().map(this::told).collect(Collectors.joining("\n\n---\n\n"));
    return letter(reader, subject, body, Kind.REVIEWS);
  }

  /** Title, author, the first words, address; clipped words are read at the desk. */
  private String told(Post post) {
    String lead = markdown.plain(post.lead()).strip();
    int cut = lead.length() <= LEAD ? -1 : lead.lastIndexOf(' ', LEAD);
    String words = cut < 0 ? lead : lead.substring(0, cut) + " …";
    return post.title()
        + "\nby "
        + post.authorName()
        + (words.isEmpty() ? "" : "\n\n" + words)
        + "\n\n"
        + site.link(PostPath.of(post));
  }

  private String quoted(Comment comment) {
    return markdown
        .plain(comment.body())
        .lines()
        .map(l -> "> " + l)
        .collect(Collectors.joining("\n"));
  }

  private Letter letter(Member reader, String subject, String body) {
    return letter(reader, subject, body, Kind.NOTICES);
  }

  private Letter letter(Member reader, String subject, String body, Kind kind) {
    String token = mails.unsubscribing(reader.id(), kind);
    String unsubscribe = site.link("/unsubscribe/" + token).toString();
    String whole =
        body
            + "\n\n-- \nYou get this as a member of "
            + site.address()
            + "\nNo more of these, in one click: "
            + unsubscribe
            + "\n";
    return new Letter(reader.mail(), subject, whole, unsubscribe);
  }

  private Post post(Comment comment) {
    return posts.byId(comment.post()).orElseThrow();
  }

  /** A link that signs in. */
  public String signIn(String ticket) {
    return "Open this within a quarter of an hour to sign in to "
        + site.address()
        + "\n\n"
        + site.link("/sign-in/" + ticket)
        + "\n\nIf you did not ask for it, nothing happens as long as nobody opens it.\n";
  }

  /** A link that proves an address. */
  public String confirm(String ticket) {
    return "Open this within three days to confirm your address at "
        + site.address()
        + "\n\n"
        + site.link("/confirm/" + ticket)
        + "\n\nIf you have no account there, somebody mistyped an address; nothing happens then.\n";
  }

  /** To who asked and was let in. */
  public String welcome(String ticket) {
    return "You are a member of "
        + site.address()
        + " now. Open this within a week to sign in for the first time and to choose a password or a"
        + " passkey:\n\n"
        + site.link("/sign-in/" + ticket)
        + "\n";
  }
}
