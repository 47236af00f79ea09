package org.entente.desk.publish;

import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.entente.desk.Markdown;
import org.entente.desk.Room;
import org.entente.desk.Site;
import org.entente.desk.member.PostPath;
import org.entente.store.Comment;
import org.entente.store.Comments;
import org.entente.store.Drafts;
import org.entente.store.Post;
import org.entente.store.Posts;
import org.entente.text.Evidence;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The newest reviews as Atom, RSS and JSON Feed, comments as JSON Feed, and the site map: what the
 * public sees, nothing else. A clip is a quotation with its source on top, as on the page.
 */
public final class PostFeeds {
  private static final int NEWEST = 30;

  /** The most that one site map may name (sitemaps.org). */
  private static final int MOST = 50_000;

  private final Posts posts;
  private final Comments comments;
  private final Drafts drafts;
  private final Blocks blocks;
  private final Site site;
  private final Markdown markdown = new Markdown();

  PostFeeds(Room room, Site site, Blocks blocks) {
    this.posts = new Posts(room.store());
    this.comments = new Comments(room.store());
    this.drafts = new Drafts(room.store());
    this.blocks = blocks;
    this.site = site;
  }

  public ServerResponse atom(ServerRequest request) {
    return answer(request, "application/atom+xml", xml("atom_1.0", "/posts.atom"));
  }

  public ServerResponse rss(ServerRequest request) {
    return answer(request, "application/rss+xml", xml("rss_2.0", "/posts.rss"));
  }

  private String xml(String type, String self) {
    List<Post> newest = posts.published(NEWEST, 0);
    SyndFeed feed = new SyndFeedImpl();
    feed.setFeedType(type);
    feed.setTitle("Reviews");
    feed.setDescription("Press reviews of this desk");
    feed.setUri(link(self));
    feed.setLink(link("/posts"));
    Instant changed =
        newest.stream().map(Post::changed).max(Instant::compareTo).orElse(Instant.EPOCH);
    feed.setPublishedDate(Date.from(changed));
    feed.setEntries(newest.stream().map(this::entry).toList());
    try {
      return new SyndFeedOutput().outputString(feed);
    } catch (FeedException e) {
      throw new IllegalStateException("a feed of cleaned text can be written", e);
    }
  }

  private SyndEntry entry(Post post) {
    SyndEntry entry = new SyndEntryImpl();
    entry.setUri(link(PostPath.of(post)));
    entry.setLink(link(PostPath.of(post)));
    entry.setTitle(clean(post.title()));
    entry.setAuthor(clean(post.authorName()));
    entry.setPublishedDate(Date.from(Objects.requireNonNull(post.published())));
    entry.setUpdatedDate(Date.from(post.changed()));
    SyndContentImpl content = new SyndContentImpl();
    content.setType("text/html");
    content.setValue(clean(html(post)));
    entry.setContents(List.of(content));
    return entry;
  }

  private String html(Post post) {
    return PlainHtml.of(blocks.of(drafts.shown(post).content()));
  }

  public ServerResponse json(ServerRequest request) {
    ObjectNode feed = feed("Reviews", "/posts", "/posts.json");
    ArrayNode items = feed.putArray("items");
    for (Post post : posts.published(NEWEST, 0)) {
      ObjectNode item = items.addObject();
      item.put("id", link(PostPath.of(post)));
      item.put("url", link(PostPath.of(post)));
      item.put("title", post.title());
      item.put("content_html", html(post));
      item.put("date_published", String.valueOf(post.published()));
      item.put("date_modified", post.changed().toString());
      item.putArray("authors").addObject().put("name", post.authorName());
      ArrayNode tags = item.putArray("tags");
      drafts.shown(post).content().tags().forEach(tags::add);
    }
    return answer(request, "application/feed+json", feed.toString());
  }

  public ServerResponse comments(ServerRequest request) {
    ObjectNode feed = feed("Comments", "/posts", "/comments.json");
    ArrayNode items = feed.putArray("items");
    for (Comment comment : comments.newest(NEWEST)) {
      posts
          .byId(comment.post())
          .ifPresent(post -> {
            ObjectNode item = items.addObject();
            item.put("id", link("/comments/" + comment.id()));
            item.put("url", link(PostPath.of(post, comment)));
            item.put("title", comment.author() + " on " + post.title());
            item.put("content_html", markdown.comment(comment.body()));
            item.put("date_published", comment.made().toString());
            item.putArray("authors").addObject().put("name", comment.author());
          });
    }
    return answer(request, "application/feed+json", feed.toString());
  }

  private ObjectNode feed(String title, String home, String self) {
    ObjectNode feed = JsonMapper.shared().createObjectNode();
    feed.put("version", "https://jsonfeed.org/version/1.1");
    feed.put("title", title);
    feed.put("home_page_url", link(home));
    feed.put("feed_url", link(self));
    return feed;
  }

  public ServerResponse siteMap(ServerRequest request) {
    StringBuilder xml =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
            .append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for (Post post : posts.published(MOST, 0)) {
      xml.append("<url><loc>")
          .append(PlainHtml.escape(link(PostPath.of(post))))
          .append("</loc><lastmod>")
          .append(post.changed())
          .append("</lastmod></url>\n");
    }
    return answer(request, "application/xml", xml.append("</urlset>\n").toString());
  }

  /** A reader may keep it, and asks each time whether it still holds: what is removed is gone. */
  private static ServerResponse answer(ServerRequest request, String type, String body) {
    String tag = "\"" + Evidence.hash(body).substring(0, 16) + "\"";
    return request
        .checkNotModified(tag)
        .orElseGet(() ->
            ServerResponse.ok()
                .contentType(MediaType.parseMediaType(type + ";charset=UTF-8"))
                .header("Cache-Control", "no-cache")
                .eTag(tag)
                .body(body.getBytes(StandardCharsets.UTF_8)));
  }

  private String link(String path) {
    return site.link(path).toString();
  }

  /** What cannot stand in XML 1.0 becomes a blank. */
  private static String clean(String text) {
    return text.replaceAll(
        "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", " ");
  }
}
