package org.entente.desk.publish;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndCategoryImpl;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndLinkImpl;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.entente.desk.Room;
import org.entente.desk.Site;
import org.entente.desk.XmlText;
import org.entente.desk.member.PostPath;
import org.entente.store.Drafts;
import org.entente.store.Post;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The newest reviews of a shelf as Atom, RSS and JSON Feed: what the public sees, nothing else. A
 * clip is a quotation with its source on top, as on the page.
 */
public final class PostFeeds {
  private static final int NEWEST = 30;

  private final Drafts drafts;
  private final Blocks blocks;
  private final Site site;

  PostFeeds(Room room, Site site, Blocks blocks) {
    this.drafts = new Drafts(room.store());
    this.blocks = blocks;
    this.site = site;
  }

  /**
   * A shelf's feed.
   *
   * @param type atom, rss or json
   */
  ServerResponse of(ServerRequest request, Shelf shelf, String type) {
    List<Post> newest = shelf.posts().stream().limit(NEWEST).toList();
    return type.equals("json")
        ? FeedAnswer.of(request, "application/feed+json", json(shelf, newest))
        : FeedAnswer.of(request, xml(shelf, newest, type));
  }

  private SyndFeed xml(Shelf shelf, List<Post> newest, String type) {
    SyndFeed feed = new SyndFeedImpl();
    feed.setFeedType(type.equals("atom") ? "atom_1.0" : "rss_2.0");
    feed.setTitle(XmlText.clean(shelf.title()));
    feed.setDescription(XmlText.clean(shelf.about()));
    feed.setUri(link(shelf.feed() + "." + type));
    feed.setLink(link(shelf.path()));
    feed.setLinks(List.of(rel("self", shelf.feed() + "." + type), rel("alternate", shelf.path())));
    feed.setPublishedDate(Date.from(changed(newest)));
    feed.setEntries(newest.stream().map(this::entry).toList());
    return feed;
  }

  private static Instant changed(List<Post> posts) {
    return posts.stream().map(Post::changed).max(Instant::compareTo).orElse(Instant.EPOCH);
  }

  private SyndLink rel(String rel, String path) {
    SyndLink link = new SyndLinkImpl();
    link.setRel(rel);
    link.setHref(link(path));
    return link;
  }

  private SyndEntry entry(Post post) {
    SyndEntry entry = new SyndEntryImpl();
    entry.setUri(link(PostPath.of(post)));
    entry.setLink(link(PostPath.of(post)));
    entry.setTitle(XmlText.clean(post.title()));
    entry.setAuthor(XmlText.clean(post.authorName()));
    entry.setPublishedDate(Date.from(Objects.requireNonNull(post.published())));
    entry.setUpdatedDate(Date.from(post.changed()));
    entry.setCategories(tags(post).stream().map(PostFeeds::category).toList());
    SyndContentImpl content = new SyndContentImpl();
    content.setType("text/html");
    content.setValue(XmlText.clean(html(post)));
    entry.setContents(List.of(content));
    return entry;
  }

  private static SyndCategory category(String tag) {
    SyndCategory category = new SyndCategoryImpl();
    category.setName(XmlText.clean(tag));
    return category;
  }

  private List<String> tags(Post post) {
    return drafts.shown(post).content().tags();
  }

  private String html(Post post) {
    return PlainHtml.of(blocks.of(drafts.shown(post).content()));
  }

  private String json(Shelf shelf, List<Post> newest) {
    ObjectNode feed = JsonMapper.shared().createObjectNode();
    feed.put("version", "https://jsonfeed.org/version/1.1");
    feed.put("title", shelf.title());
    feed.put("description", shelf.about());
    feed.put("home_page_url", link(shelf.path()));
    feed.put("feed_url", link(shelf.feed() + ".json"));
    ArrayNode items = feed.putArray("items");
    for (Post post : newest) {
      ObjectNode item = items.addObject();
      item.put("id", link(PostPath.of(post)));
      item.put("url", link(PostPath.of(post)));
      item.put("title", post.title());
      item.put("content_html", html(post));
      item.put("date_published", String.valueOf(post.published()));
      item.put("date_modified", post.changed().toString());
      item.putArray("authors").addObject().put("name", post.authorName());
      tags(post).forEach(item.putArray("tags")::add);
    }
    return feed.toString();
  }

  private String link(String path) {
    return site.link(path).toString();
  }
}
