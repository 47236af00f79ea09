package org.entente.desk.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the specifications of feeds ask for, as assertions of our own. */
final class FeedRules {
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private FeedRules() {}

  /** RFC 4287, sections 3 and 4. */
  static void atom(String xml) throws Exception {
    Element feed = root(xml);
    assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
    assertThat(feed.getLocalName()).isEqualTo("feed");
    once(feed, "id", "title", "updated");
    uri(text(feed, "id"));
    moment(text(feed, "updated"));
    assertThat(all(feed, "link")).anyMatch(l -> l.getAttribute("rel").equals("self"));
    Set<String> ids = new HashSet<>();
    boolean signed = !all(feed, "author").isEmpty();
    for (Element entry : all(feed, "entry")) {
      once(entry, "id", "title", "updated");
      uri(text(entry, "id"));
      moment(text(entry, "updated"));
      assertThat(ids.add(text(entry, "id"))).as("an id stands once").isTrue();
      assertThat(signed || !all(entry, "author").isEmpty()).as("somebody wrote it").isTrue();
      all(entry, "author").forEach(a -> once(a, "name"));
      all(entry, "published").forEach(p -> moment(p.getTextContent()));
      all(entry, "category").forEach(c -> assertThat(c.getAttribute("term")).isNotEmpty());
      assertThat(all(entry, "content").size()).isLessThanOrEqualTo(1);
      boolean linked =
          all(entry, "link").stream().anyMatch(l -> l.getAttribute("rel").matches("|alternate"));
      assertThat(linked || !all(entry, "content").isEmpty()).isTrue();
    }
    all(feed, "link").forEach(l -> uri(l.getAttribute("href")));
  }

  /** RSS 2.0 as the RSS Advisory Board has it. */
  static void rss(String xml) throws Exception {
    Element rss = root(xml);
    assertThat(rss.getAttribute("version")).isEqualTo("2.0");
    once(rss, "channel");
    Element channel = all(rss, "channel").getFirst();
    once(channel, "title", "link", "description");
    uri(text(channel, "link"));
    for (Element item : all(channel, "item")) {
      assertThat(all(item, "title").size() + all(item, "description").size()).isPositive();
      all(item, "link").forEach(l -> uri(l.getTextContent()));
      once(item, "guid", "pubDate");
      OffsetDateTime.parse(text(item, "pubDate"), DateTimeFormatter.RFC_1123_DATE_TIME);
      if (!all(item, "guid").getFirst().getAttribute("isPermaLink").equals("false")) {
        uri(text(item, "guid"));
      }
    }
  }

  /** JSON Feed 1.1. */
  static void json(String json) {
    JsonNode feed = JsonMapper.shared().readTree(json);
    assertThat(feed.path("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
    assertThat(feed.path("title").asString()).isNotEmpty();
    uri(feed.path("home_page_url").asString());
    uri(feed.path("feed_url").asString());
    assertThat(feed.path("items").isArray()).isTrue();
    Set<String> ids = new HashSet<>();
    for (JsonNode item : feed.path("items")) {
      assertThat(item.path("id").isString()).isTrue();
      assertThat(ids.add(item.path("id").asString())).isTrue();
      assertThat(item.has("content_html") || item.has("content_text")).isTrue();
      uri(item.path("url").asString());
      moment(item.path("date_published").asString());
      if (item.has("date_modified")) {
        moment(item.path("date_modified").asString());
      }
      item.path("authors").forEach(a -> assertThat(a.path("name").asString()).isNotEmpty());
      item.path("tags").forEach(t -> assertThat(t.isString()).isTrue());
    }
  }

  /** The protocol of sitemaps.org. */
  static void siteMap(String xml) throws Exception {
    Element set = root(xml);
    assertThat(set.getNamespaceURI()).isEqualTo("http://www.sitemaps.org/schemas/sitemap/0.9");
    assertThat(set.getLocalName()).isEqualTo("urlset");
    assertThat(all(set, "url")).isNotEmpty();
    for (Element url : all(set, "url")) {
      once(url, "loc");
      uri(text(url, "loc"));
      all(url, "lastmod").forEach(m -> moment(m.getTextContent()));
    }
  }

  /** What search engines ask of schema.org's BlogPosting. */
  static void blogPosting(String json) {
    JsonNode post = JsonMapper.shared().readTree(json);
    assertThat(post.path("@context").asString()).isEqualTo("https://schema.org");
    assertThat(post.path("@type").asString()).isEqualTo("BlogPosting");
    assertThat(post.path("headline").asString()).isNotEmpty();
    assertThat(post.path("author").path("name").asString()).isNotEmpty();
    moment(post.path("datePublished").asString());
    moment(post.path("dateModified").asString());
    uri(post.path("url").asString());
    assertThat(post.path("commentCount").asInt()).isEqualTo(post.path("comment").size());
    for (JsonNode comment : post.path("comment")) {
      assertThat(comment.path("@type").asString()).isEqualTo("Comment");
      moment(comment.path("dateCreated").asString());
    }
  }

  private static Element root(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    return document.getDocumentElement();
  }

  private static List<Element> all(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element element && element.getLocalName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }

  private static String text(Element parent, String name) {
    return all(parent, name).getFirst().getTextContent();
  }

  private static void once(Element parent, String... names) {
    for (String name : names) {
      assertThat(all(parent, name)).as(name + " in " + parent.getLocalName()).hasSize(1);
    }
  }

  private static void uri(String text) {
    assertThat(URI.create(text).isAbsolute()).as(text).isTrue();
  }

  private static void moment(String text) {
    assertThat(OffsetDateTime.parse(text)).isNotNull();
  }
}
