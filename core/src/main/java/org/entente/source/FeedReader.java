package org.entente.source;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.entente.text.Problem;
import org.entente.text.Span;
import org.entente.time.PrintedDates;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** RSS, Atom and JSON Feed: one document for each item, with what the feed declares about it. */
final class FeedReader implements DocumentReader {
  @Override
  public boolean accepts(Input input) {
    String start = input.start();
    boolean xml =
        start.startsWith("<")
            && !start.contains("<html")
            && (start.contains("<rss") || start.contains("<feed") || start.contains("<rdf:rdf"));
    return xml || (start.startsWith("{") && start.contains("jsonfeed.org/version"));
  }

  @Override
  public Items read(Input input) throws IOException {
    try (input) {
      byte[] bytes = Limits.all(input.bytes());
      if (bytes == null) {
        return Items.of(Limits.tooLarge(input.name()));
      }
      Charsets.Decoded decoded =
          Charsets.decode(bytes, PlainReader.charset(input.contentType()), input.name());
      List<Entry> entries;
      try {
        entries = parse(decoded.text(), input.name()).entries();
      } catch (JacksonException e) {
        return Items.of(
            Item.failed(
                Problem.Kind.MALFORMED, input.name(), "is a JSON Feed that is cut off or broken"));
      }
      return entries.isEmpty()
          ? Items.of(Item.failed(Problem.Kind.EMPTY, input.name(), "is a feed without items"))
          : items(input.name(), entries.iterator());
    }
  }

  /** The whole feed at once; empty when it is larger than one document may be, or broken. */
  Optional<Feed> feed(Input input) throws IOException {
    byte[] bytes = Limits.all(input.bytes());
    if (bytes == null) {
      return Optional.empty();
    }
    String text =
        Charsets.decode(bytes, PlainReader.charset(input.contentType()), input.name()).text();
    try {
      Parsed parsed = parse(text, input.name());
      List<Item> all = new ArrayList<>();
      Items items = items(input.name(), parsed.entries().iterator());
      for (Item item = items.next(); item != null; item = items.next()) {
        all.add(item);
      }
      return Optional.of(new Feed(parsed.title(), all));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Parsed parse(String text, String name) {
    return text.stripLeading().startsWith("{") ? json(text, name) : xml(text, name);
  }

  private record Parsed(@Nullable String title, List<Entry> entries) {}

  /** One item of a feed; the content is HTML. */
  private record Entry(@Nullable String id, String content, Metadata metadata) {}

  private static Items items(String name, Iterator<Entry> entries) {
    int[] number = new int[1];
    return () -> {
      if (!entries.hasNext()) {
        return null;
      }
      Entry entry = entries.next();
      String id = Objects.requireNonNullElse(entry.id, name + "#" + ++number[0]);
      return entry.content.isBlank()
          ? Item.failed(Problem.Kind.EMPTY, id, "is a feed item without text")
          : HtmlReader.item(id, entry.content, entry.metadata, List.of());
    };
  }

  private static Parsed xml(String source, String name) {
    Document feed = Parser.xmlParser().parseInput(source, "");
    String publisher = null;
    for (Element channel :
        feed.select("rss > channel > title, feed > title, rdf|RDF > channel > title")) {
      publisher = publisher == null ? FeedElements.words(channel) : publisher;
    }
    List<Entry> entries = new ArrayList<>();
    for (Element item : feed.select("item, entry")) {
      entries.add(entry(item, publisher, name));
    }
    return new Parsed(publisher, entries);
  }

  private static Entry entry(Element item, @Nullable String publisher, String feed) {
    String content = first(item, "content:encoded", "content", "description", "summary");
    Element author = FeedElements.child(item, "author");
    Element name = author == null ? null : FeedElements.child(author, "name");
    String creator = FeedElements.words(FeedElements.child(item, "dc:creator"));
    Metadata metadata =
        new Metadata(
            FeedElements.words(FeedElements.child(item, "title")),
            creator == null ? FeedElements.words(name == null ? author : name) : creator,
            publisher,
            FeedElements.address(item, feed),
            date(first(item, "pubDate", "published", "dc:date", "updated")),
            null);
    return new Entry(first(item, "guid", "id"), content == null ? "" : content, metadata);
  }

  private static @Nullable String first(Element item, String... names) {
    for (String name : names) {
      Element child = FeedElements.child(item, name);
      String type = child == null ? "" : child.attr("type");
      String text =
          child == null ? "" : type.equals("xhtml") ? child.html() : child.wholeText().strip();
      if (!text.isEmpty()) {
        return text;
      }
    }
    return null;
  }

  private static Parsed json(String source, String name) {
    JsonNode feed = JsonMapper.shared().readTree(source);
    String base = string(feed.path("home_page_url"));
    List<Entry> entries = new ArrayList<>();
    for (JsonNode item : feed.path("items")) {
      String html = string(item.path("content_html"));
      String text = Objects.requireNonNullElse(string(item.path("content_text")), "");
      String url = string(item.path("url"));
      Metadata metadata =
          new Metadata(
              string(item.path("title")),
              string(item.path("authors").path(0).path("name")),
              string(feed.path("title")),
              url == null ? null : FeedElements.resolved(base == null ? name : base, url),
              date(string(item.path("date_published"))),
              string(item.path("language")));
      entries.add(
          new Entry(
              string(item.path("id")),
              html == null ? org.jsoup.nodes.Entities.escape(text).replace("\n", "<br>") : html,
              metadata));
    }
    return new Parsed(string(feed.path("title")), entries);
  }

  private static @Nullable String string(JsonNode node) {
    return node.isValueNode() && !node.isNull() ? node.asString() : null;
  }

  private static @Nullable LocalDate date(@Nullable String printed) {
    if (printed == null) {
      return null;
    }
    var found = new PrintedDates().find(printed, new Span(0, printed.length()));
    return found.isEmpty() ? null : found.getFirst().value();
  }
}
