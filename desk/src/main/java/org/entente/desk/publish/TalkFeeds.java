package org.entente.desk.publish;

import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.desk.Markdown;
import org.entente.desk.Room;
import org.entente.desk.Site;
import org.entente.desk.XmlText;
import org.entente.desk.member.PostPath;
import org.entente.store.Comment;
import org.entente.store.Comments;
import org.entente.store.Drafts;
import org.entente.store.Post;
import org.entente.store.Posts;
import org.entente.store.Topic;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The newest comments as RSS and JSON Feed, and the site map: what the public sees, nothing else.
 */
public final class TalkFeeds {
  private static final int NEWEST = 30;

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

  private record Said(Comment comment, Post post) {
    String title() {
      return comment.author() + " on " + post.title();
    }
  }

  private List<Said> newest() {
    return comments.newest(NEWEST).stream()
        .map(c -> posts.byId(c.post()).map(p -> new Said(c, p)))
        .flatMap(Optional::stream)
        .toList();
  }

  public ServerResponse json(ServerRequest request) {
    ObjectNode feed = JsonMapper.shared().createObjectNode();
    feed.put("version", "https://jsonfeed.org/version/1.1");
    feed.put("title", "Comments");
    feed.put("home_page_url", link("/posts"));
    feed.put("feed_url", link("/comments.json"));
    ArrayNode items = feed.putArray("items");
    for (Said said : newest()) {
      ObjectNode item = items.addObject();
      item.put("id", link("/comments/" + said.comment().id()));
      item.put("url", link(PostPath.of(said.post(), said.comment())));
      item.put("title", said.title());
      item.put("content_html", markdown.comment(said.comment().body()));
      item.put("date_published", said.comment().made().toString());
      item.putArray("authors").addObject().put("name", said.comment().author());
    }
    return FeedAnswer.of(request, "application/feed+json", feed.toString());
  }

  public ServerResponse rss(ServerRequest request) {
    SyndFeed feed = new SyndFeedImpl();
    feed.setFeedType("rss_2.0");
    feed.setTitle("Comments");
    feed.setDescription("Comments on the press reviews of this desk");
    feed.setLink(link("/posts"));
    feed.setEntries(newest().stream().map(this::entry).toList());
    return FeedAnswer.of(request, feed);
  }

  private SyndEntry entry(Said said) {
    SyndEntry entry = new SyndEntryImpl();
    entry.setUri(link("/comments/" + said.comment().id()));
    entry.setLink(link(PostPath.of(said.post(), said.comment())));
    entry.setTitle(XmlText.clean(said.title()));
    entry.setAuthor(XmlText.clean(said.comment().author()));
    entry.setPublishedDate(Date.from(said.comment().made()));
    SyndContentImpl content = new SyndContentImpl();
    content.setType("text/html");
    content.setValue(XmlText.clean(markdown.comment(said.comment().body())));
    entry.setDescription(content);
    return entry;
  }

  public ServerResponse siteMap(ServerRequest request) {
    StringBuilder xml =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
            .append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    List<Topic> gathered = topics.all();
    for (Topic topic : gathered) {
      xml.append(place(ShownTopics.path(topic), changed(topic)));
    }
    for (Post post : posts.published(MOST - gathered.size(), 0)) {
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
