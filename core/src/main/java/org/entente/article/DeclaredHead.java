package org.entente.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
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
    for (Element element : dom.getElementsByTag("script")) {
      if (element.attr("type").equalsIgnoreCase("application/ld+json")) {
        linkedData(element.data(), declared);
      }
    }
    for (Element meta : dom.getElementsByTag("meta")) {
      String name = meta.hasAttr("property") ? meta.attr("property") : meta.attr("name");
      name = name.isEmpty() ? meta.attr("itemprop") : name;
      if (!name.isEmpty() && !meta.attr("content").isBlank()) {
        declared.putIfAbsent(name.toLowerCase(java.util.Locale.ROOT), meta.attr("content").strip());
      }
    }
    return declared;
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
