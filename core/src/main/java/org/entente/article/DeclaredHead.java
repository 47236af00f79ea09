package org.entente.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What a page declares about itself, by name of the declaration: {@code json-ld.headline}, {@code
 * og:title}, … Stateless and thread-safe.
 */
final class DeclaredHead {
  /** Ours: no schema nests deeper, a bomb does. */
  private static final int DEEPEST = 24;

  private static final List<String> ARTICLES =
      List.of("Article", "Posting", "Report", "Review", "WebPage");

  private final JsonFactory json = new JsonFactory();

  /** The declarations of a page; those of an article win over those of the page about it. */
  Map<String, String> read(Document dom) {
    Map<String, String> declared = new HashMap<>();
    Map<String, String> shown = new HashMap<>();
    for (Node node = dom; node != null; node = next(node)) {
      if (node instanceof Element element) {
        switch (element.normalName()) {
          case "script" -> script(element, declared);
          case "meta" -> meta(element, declared);
          case "time" -> put(shown, "time.datetime", element.attr("datetime"));
          default -> {}
        }
      }
    }
    shown.forEach(declared::putIfAbsent);
    return declared;
  }

  /** Document order without recursion and without a list of all elements. */
  private static @Nullable Node next(Node node) {
    if (node instanceof Element element && element.childNodeSize() > 0) {
      return element.childNode(0);
    }
    Node up = node;
    while (up != null && up.nextSibling() == null) {
      up = up.parentNode();
    }
    return up == null ? null : up.nextSibling();
  }

  private void script(Element script, Map<String, String> declared) {
    if (script.attr("type").equalsIgnoreCase("application/ld+json")) {
      linkedData(script.data(), declared);
    }
  }

  private static void meta(Element meta, Map<String, String> declared) {
    String name = meta.hasAttr("property") ? meta.attr("property") : meta.attr("name");
    name = name.isEmpty() ? meta.attr("itemprop") : name;
    put(declared, name.toLowerCase(Locale.ROOT), meta.attr("content"));
  }

  private static void put(Map<String, String> declared, String name, String value) {
    if (!name.isEmpty() && !value.isBlank()) {
      declared.putIfAbsent(name, value.strip());
    }
  }

  private void linkedData(String script, Map<String, String> declared) {
    try (JsonParser parser = json.createParser(ObjectReadContext.empty(), script)) {
      parser.nextToken();
      collect(value(parser, 0), declared);
    } catch (JacksonException e) {
      // A page whose JSON-LD is broken declares nothing by it; the other declarations remain.
    }
  }

  private static @Nullable Object value(JsonParser parser, int depth) {
    JsonToken token = parser.currentToken();
    if (depth > DEEPEST) {
      parser.skipChildren();
      return null;
    }
    if (token == JsonToken.START_ARRAY) {
      List<Object> list = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        Object value = value(parser, depth + 1);
        if (value != null) {
          list.add(value);
        }
      }
      return list;
    }
    if (token == JsonToken.START_OBJECT) {
      Map<String, Object> map = new HashMap<>();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        Object value = value(parser, depth + 1);
        if (value != null) {
          map.put(name, value);
        }
      }
      return map;
    }
    return token != null && token.isScalarValue() ? parser.getString() : null;
  }

  private static void collect(@Nullable Object value, Map<String, String> declared) {
    if (value instanceof List<?> list) {
      list.forEach(v -> collect(v, declared));
    } else if (value instanceof Map<?, ?> map) {
      String type = String.valueOf(map.get("@type"));
      if (ARTICLES.stream().anyMatch(type::contains)) {
        String prefix = type.contains("WebPage") ? "json-ld.page." : "json-ld.";
        for (String name : List.of("headline", "datePublished", "author", "publisher")) {
          String text = text(map.get(name));
          if (text != null && !text.isBlank()) {
            declared.putIfAbsent(prefix + name, text.strip());
          }
        }
        declared.putIfAbsent(prefix + "type", type);
      }
      collect(map.get("@graph"), declared);
      collect(map.get("mainEntity"), declared);
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    return switch (value) {
      case String text -> org.jsoup.parser.Parser.unescapeEntities(text, false);
      case List<?> list when !list.isEmpty() -> text(list.getFirst());
      case Map<?, ?> map -> text(map.get("name"));
      case null, default -> null;
    };
  }
}
