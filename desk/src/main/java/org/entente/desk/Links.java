package org.entente.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.relation.Grain;
import org.entente.store.StoredEvent;
import org.entente.store.StoredStatement;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/** The addresses of views: whoever links to a page asks here. Pure functions. */
public final class Links {
  private Links() {}

  public static String article(long id) {
    return "/article/" + id;
  }

  /** The sentence of an event in its article. */
  public static String event(StoredEvent event) {
    return event(event.article().id(), event.id());
  }

  public static String event(long article, long event) {
    return article(article) + "#e" + event;
  }

  public static String statement(long article, long statement) {
    return article(article) + "#s" + statement;
  }

  /** The form that clips words of an article, with those of a span chosen. */
  public static String clip(long article, Span span) {
    return article(article) + "/clip?from=" + span.start() + "&to=" + span.end() + "#chosen";
  }

  /** The form that clips the words of a statement. */
  public static String clip(StoredStatement s) {
    Span first = s.contents().getFirst();
    return clip(s.article().id(), s.contents().stream().reduce(first, Span::cover));
  }

  /** The same with the first sentence chosen that holds one of the words. */
  public static String clip(long article, String words) {
    return with(article(article) + "/clip", Map.of("about", words)) + "#chosen";
  }

  /** The form that puts what the desk found into a review. */
  public static String insert(String kind, Map<String, String> asked) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("kind", kind);
    parts.putAll(asked);
    return with("/insert", parts);
  }

  public static String story(long id) {
    return "/story/" + id;
  }

  public static String actor(String key) {
    return with("/actor", Map.of("key", key));
  }

  public static String speaker(String name) {
    return with("/speaker", Map.of("name", name));
  }

  /** A pair as it stands by weeks at the last day that was read. */
  public static String pair(String one, String other) {
    return pair(one, other, Grain.WEEK, null);
  }

  public static String pair(String one, String other, Grain by, @Nullable LocalDate on) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("a", one);
    parts.put("b", other);
    if (by != Grain.WEEK) {
      parts.put("by", by.noun());
    }
    if (on != null) {
      parts.put("on", on.toString());
    }
    return with("/pair", parts);
  }

  /**
   * The page of a tag. What no server takes in a path ({@code % ; \\} and a part of points) stands
   * as {@code ~} with two digits; {@link #tag(String)} reads it.
   */
  public static String ofTag(String tag) {
    StringBuilder part = new StringBuilder();
    boolean points = tag.matches("\\.+");
    tag.chars()
        .forEach(c -> {
          if ("%;\\~".indexOf(c) >= 0 || points) {
            part.append("~%02x".formatted(c));
          } else {
            part.append((char) c);
          }
        });
    return path("/posts/tags/", part.toString());
  }

  /** The tag that a part of a path names. */
  public static String tag(String part) {
    return Pattern.compile("~([0-9a-f]{2})")
        .matcher(part)
        .replaceAll(m -> Matcher.quoteReplacement("" + (char) Integer.parseInt(m.group(1), 16)));
  }

  /** A path whose last part is somebody's words. */
  public static String path(String folder, String part) {
    return folder + URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A path with its query, each part encoded; blank values are left out. */
  public static String with(String path, Map<String, String> parts) {
    String query =
        parts.entrySet().stream()
            .filter(p -> !p.getValue().isBlank())
            .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? path : path + "?" + query;
  }
}
