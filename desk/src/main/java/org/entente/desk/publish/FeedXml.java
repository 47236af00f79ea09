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
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.util.Date;
import java.util.List;
import org.entente.desk.XmlText;
import org.jdom2.Element;
import org.jdom2.Namespace;

/**
 * Feeds as Atom (RFC 4287, with in-reply-to of RFC 4685) and RSS 2.0 (with Dublin Core's creator
 * and content:encoded). Pure functions.
 */
final class FeedXml {
  private static final Namespace THREAD =
      Namespace.getNamespace("thr", "http://purl.org/syndication/thread/1.0");

  private FeedXml() {}

  /**
   * @param type atom or rss
   */
  static String of(Feed feed, String type) {
    String self = feed.self() + "." + type;
    SyndFeed xml = new SyndFeedImpl();
    xml.setFeedType(type.equals("atom") ? "atom_1.0" : "rss_2.0");
    xml.setTitle(XmlText.clean(feed.title()));
    xml.setDescription(XmlText.clean(feed.about()));
    xml.setUri(self);
    xml.setLink(feed.home());
    xml.setLinks(List.of(link("self", self), link("alternate", feed.home())));
    xml.setPublishedDate(Date.from(feed.changed()));
    xml.setEntries(feed.items().stream().map(i -> entry(i, type)).toList());
    try {
      return new SyndFeedOutput().outputString(xml);
    } catch (FeedException e) {
      throw new IllegalStateException("a feed of cleaned text can be written", e);
    }
  }

  private static SyndLink link(String rel, String address) {
    SyndLink link = new SyndLinkImpl();
    link.setRel(rel);
    link.setHref(address);
    return link;
  }

  private static SyndEntry entry(Feed.Item item, String type) {
    SyndEntry entry = new SyndEntryImpl();
    entry.setUri(item.id());
    entry.setLink(item.link());
    entry.setTitle(XmlText.clean(item.title()));
    entry.setAuthor(XmlText.clean(item.author()));
    entry.setPublishedDate(Date.from(item.published()));
    entry.setUpdatedDate(Date.from(item.changed()));
    entry.setCategories(item.tags().stream().map(FeedXml::category).toList());
    SyndContentImpl content = new SyndContentImpl();
    content.setType("text/html");
    content.setValue(XmlText.clean(item.html()));
    entry.setContents(List.of(content));
    Feed.Answered answers = item.answers();
    if (answers != null && type.equals("atom")) {
      Element reply = new Element("in-reply-to", THREAD);
      reply.setAttribute("ref", answers.id()).setAttribute("href", answers.link());
      entry.setForeignMarkup(List.of(reply.setAttribute("type", "text/html")));
    }
    return entry;
  }

  private static SyndCategory category(String tag) {
    SyndCategory category = new SyndCategoryImpl();
    category.setName(XmlText.clean(tag));
    return category;
  }
}
