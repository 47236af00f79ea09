package org.entente.desk.watch;

import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndLinkImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.entente.desk.XmlText;
import org.entente.store.StoredWatch;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A watch as Atom (RFC 4287) and as JSON Feed 1.1. Pure functions. */
final class WatchFeeds {
  private static final String AUTHOR = "Entente";

  private WatchFeeds() {}

  static String atom(StoredWatch watch, List<StoredWatch.Item> items, String self) {
    SyndFeed feed = new SyndFeedImpl();
    feed.setFeedType("atom_1.0");
    feed.setUri(id(watch, ""));
    feed.setTitle(XmlText.clean(watch.name()));
    feed.setAuthor(AUTHOR);
    SyndLink itself = new SyndLinkImpl();
    itself.setRel("self");
    itself.setHref(self);
    feed.setLinks(List.of(itself));
    Instant updated = items.isEmpty() ? watch.made() : items.getFirst().found();
    feed.setPublishedDate(Date.from(updated));
    feed.setEntries(items.stream().map(i -> entry(watch, i)).toList());
    try {
      return new SyndFeedOutput().outputString(feed);
    } catch (FeedException e) {
      throw new IllegalStateException("a feed of plain text can be written", e);
    }
  }

  private static SyndEntry entry(StoredWatch watch, StoredWatch.Item item) {
    SyndEntry entry = new SyndEntryImpl();
    entry.setUri(id(watch, "-" + item.id()));
    entry.setTitle(XmlText.clean(item.title()));
    entry.setLink(item.path());
    entry.setAuthor(AUTHOR); // else an author without a name is written
    entry.setPublishedDate(Date.from(item.found()));
    entry.setUpdatedDate(Date.from(item.found()));
    SyndContentImpl summary = new SyndContentImpl();
    summary.setType("text");
    summary.setValue(XmlText.clean(item.summary()));
    entry.setDescription(summary);
    return entry;
  }

  /** A tag (RFC 4151): the same however the desk is reached. */
  private static String id(StoredWatch watch, String part) {
    String day = watch.made().toString().substring(0, 10);
    return "tag:entente," + day + ":watch-" + watch.token() + part;
  }

  static String json(StoredWatch watch, List<StoredWatch.Item> items, String self) {
    ObjectNode feed = JsonMapper.shared().createObjectNode();
    feed.put("version", "https://jsonfeed.org/version/1.1");
    feed.put("title", watch.name());
    feed.put("feed_url", self);
    ArrayNode list = feed.putArray("items");
    for (StoredWatch.Item item : items) {
      ObjectNode one = list.addObject();
      one.put("id", id(watch, "-" + item.id()));
      one.put("url", item.path());
      one.put("title", item.title());
      one.put("content_text", item.summary());
      one.put("date_published", item.found().toString());
    }
    return feed.toString();
  }
}
