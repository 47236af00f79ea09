package org.entente.desk.publish;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.desk.Markdown;
import org.entente.desk.Room;
import org.entente.desk.Site;
import org.entente.desk.member.PostPath;
import org.entente.store.Comment;
import org.entente.store.Comments;
import org.entente.store.Drafts;
import org.entente.store.Post;
import org.entente.store.Posts;
import org.entente.store.Topic;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The newest comments as feeds, and the site map: what the public sees, nothing else. */
public final class TalkFeeds {
  private static final int NEWEST = 50;

  /** The most that one site map may name (sitemaps.org). */
  private static final int MOST = 50_000;

  private final Posts posts;
  private final Drafts drafts;
  private final ShownTopics topics;
  private final Comments comments;
  private final Site site;
  private final Markdown markdown = new Markdown();

  TalkFeeds(Room room, Site site) {
    this.posts = new Posts(room.store());
    this.drafts = new Drafts(room.store());
    this.topics = new ShownTopics(room.store());
    this.comments = new Comments(room.store());
    this.site = site;
  }

  public ServerResponse atom(ServerRequest request) {
    return FeedAnswer.of(request, newest(), "atom");
  }

  public ServerResponse rss(ServerRequest request) {
    return FeedAnswer.of(request, newest(), "rss");
  }

  public ServerResponse json(ServerRequest request) {
    return FeedAnswer.of(request, newest(), "json");
  }

  private Feed newest() {
    return new Feed(
        "Comments",
        "Comments on the press reviews of this desk",
        link("/posts"),
        link("/comments"),
        comments.newest(NEWEST).stream()
            .map(c -> posts.byId(c.post()).map(p -> item(c, p)))
            .flatMap(Optional::stream)
            .toList());
  }

  private Feed.Item item(Comment comment, Post post) {
    Instant edited = comment.edited();
    return new Feed.Item(
        link("/comments/" + comment.id()),
        link(PostPath.of(post, comment)),
        comment.author() + " on " + post.title(),
        comment.author(),
        comment.made(),
        edited == null ? comment.made() : edited,
        List.of(),
        markdown.comment(comment.body()),
        answered(comment, post));
  }

  /** Another comment or the review itself. */
  private Feed.Answered answered(Comment comment, Post post) {
    Long parent = comment.parent();
    String review = link(PostPath.of(post));
    return parent == null
        ? new Feed.Answered(review, review)
        : new Feed.Answered(link("/comments/" + parent), review + "#comment-" + parent);
  }

  public ServerResponse siteMap(ServerRequest request) {
    StringBuilder xml =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
            .append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    xml.append("<url><loc>").append(PlainHtml.escape(link("/posts"))).append("</loc></url>\n");
    List<Topic> gathered = topics.all();
    for (Topic topic : gathered) {
      xml.append(place(ShownTopics.path(topic), changed(topic)));
    }
    for (Post post : posts.published(MOST - 1 - gathered.size(), 0)) {
      xml.append(place(PostPath.of(post), post.changed()));
    }
    return FeedAnswer.of(request, "application/xml", xml.append("</urlset>\n").toString());
  }

  private String place(String path, Instant changed) {
    String loc = PlainHtml.escape(link(path));
    return "<url><loc>" + loc + "</loc><lastmod>" + changed + "</lastmod></url>\n";
  }

  /** A topic's page is as new as what it says and what it gathers. */
  private Instant changed(Topic topic) {
    return Stream.concat(Stream.of(topic.changed()), drafts.on(topic).stream().map(Post::changed))
        .max(Instant::compareTo)
        .orElseThrow();
  }

  private String link(String path) {
    return site.link(path).toString();
  }
}
