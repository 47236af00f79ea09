package org.entente.source;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What the elements of an RSS or Atom feed mean: plain words, and the address of an item. */
final class FeedElements {
  /** An entity or a tag that is still there once the XML was read. */
  private static final Pattern MARKUP =
      Pattern.compile("&(?:#\\d+|#[xX]\\p{XDigit}+|[a-zA-Z]\\w+);|</?[a-zA-Z][^<>]*>");

  private FeedElements() {}

  /**
   * The words of a title or a name. RSS does not say whether they are HTML, and much of it writes
   * them so ("Kerry &amp;amp; Lavrov"), which no reader is to see; Atom says it by {@code type}.
   */
  static @Nullable String words(@Nullable Element element) {
    if (element == null) {
      return null;
    }
    String type = element.attr("type");
    String text = type.equals("xhtml") ? element.text() : element.wholeText().strip();
    boolean html = type.equals("html") || (type.isEmpty() && MARKUP.matcher(text).find());
    String words = html ? Jsoup.parse(text).text().strip() : text;
    return words.isEmpty() ? null : words;
  }

  static @Nullable Element child(Element parent, String name) {
    for (Element child : parent.children()) {
      if (child.tagName().equalsIgnoreCase(name)) {
        return child;
      }
    }
    return null;
  }

  /**
   * The page of an item, in full: Atom has links to other things beside it (answers, the feed
   * itself), and in RSS a guid may be the only one.
   */
  static @Nullable String address(Element item, String feed) {
    String link = link(item);
    Element guid = child(item, "guid");
    if (link == null && guid != null && !guid.attr("isPermaLink").equals("false")) {
      String permanent = guid.text().strip();
      link = permanent.matches("https?://\\S+") ? permanent : null;
    }
    return link == null ? null : resolved(base(item, feed), link);
  }

  private static @Nullable String link(Element parent) {
    for (Element link : parent.children()) {
      if (link.tagName().equalsIgnoreCase("link")) {
        boolean page = List.of("", "alternate").contains(link.attr("rel"));
        String address = (link.hasAttr("href") ? link.attr("href") : link.text()).strip();
        if (page && !address.isEmpty()) {
          return address;
        }
      }
    }
    return null;
  }

  /** What a relative link starts from: the nearest xml:base, else the feed's page, else itself. */
  private static String base(Element item, String feed) {
    Element channel = item.parent();
    String page = channel == null ? null : link(channel);
    String base = page == null ? feed : resolved(feed, page);
    for (Element e : item.parents().reversed()) {
      base = e.hasAttr("xml:base") ? resolved(base, e.attr("xml:base")) : base;
    }
    return item.hasAttr("xml:base") ? resolved(base, item.attr("xml:base")) : base;
  }

  /** As it stands where it cannot be resolved. */
  static String resolved(String base, String link) {
    try {
      URI from = URI.create(base);
      return from.isAbsolute() && !from.isOpaque() ? from.resolve(link).toString() : link;
    } catch (IllegalArgumentException e) {
      return link;
    }
  }
}
