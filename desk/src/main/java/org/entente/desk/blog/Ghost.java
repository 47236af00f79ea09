package org.entente.desk.blog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads Ghost's JSON, of any version; comments where somebody exported that table, too. */
final class Ghost {
  private final JsonNode data;
  private final BlogExport.Notes notes = new BlogExport.Notes();
  private final Map<String, String> writers = new HashMap<>();
  private final Map<String, String> members = new HashMap<>();
  private final Map<String, List<String>> tags = new HashMap<>();
  private final List<BlogExport.Entry> posts = new ArrayList<>();
  private final List<BlogExport.Remark> comments = new ArrayList<>();

  private Ghost(JsonNode data) {
    this.data = data;
  }

  /** Empty when the file is no export of Ghost. */
  static Optional<BlogExport> read(byte[] json) {
    try {
      JsonNode root = JsonMapper.shared().readTree(json);
      JsonNode first = root.path("db").isArray() ? root.path("db").path(0) : root;
      JsonNode data = first.has("data") ? first.path("data") : first;
      return data.path("posts").isArray() ? Optional.of(new Ghost(data).read()) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private BlogExport read() {
    rows("users").forEach(u -> writers.put(text(u, "id"), text(u, "name")));
    rows("members").forEach(m -> members.put(text(m, "id"), text(m, "name")));
    Map<String, String> firsts = new HashMap<>();
    rows("posts_authors")
        .forEach(a -> {
          if (text(a, "sort_order").matches("0?")) {
            firsts.putIfAbsent(text(a, "post_id"), text(a, "author_id"));
          }
        });
    Map<String, String> names = new HashMap<>();
    rows("tags").forEach(t -> names.put(text(t, "id"), text(t, "name")));
    rows("posts_tags")
        .forEach(t -> {
          String name = names.getOrDefault(text(t, "tag_id"), "");
          if (!name.isEmpty() && !name.startsWith("#")) { // Ghost's own, which readers never see
            tags.computeIfAbsent(text(t, "post_id"), id -> new ArrayList<>()).add(name);
          }
        });
    rows("posts").forEach(p -> post(p, firsts));
    rows("comments").forEach(this::comment);
    return new BlogExport("Ghost", "ghost " + base(), base(), posts, comments, notes);
  }

  private Iterable<JsonNode> rows(String table) {
    return data.path(table);
  }

  private String base() {
    for (JsonNode setting : rows("settings")) {
      if (text(setting, "key").equals("url")) {
        return text(setting, "value");
      }
    }
    return "";
  }

  private static String text(JsonNode row, String name) {
    JsonNode value = row.path(name);
    return value.isNull() || value.isMissingNode() ? "" : value.asString("").strip();
  }

  private void post(JsonNode post, Map<String, String> firsts) {
    String id = text(post, "id");
    String title = text(post, "title");
    if (id.isEmpty()) {
      notes.add("The post “" + title + "” has no id and is left out.");
      return;
    }
    if (text(post, "type").equals("page") || text(post, "page").matches("1|true")) {
      notes.leaveOut("page");
      return;
    }
    String author = firsts.getOrDefault(id, text(post, "author_id"));
    String slug = text(post, "slug");
    posts.add(
        new BlogExport.Entry(
            id,
            title,
            Fields.orElse(writers.getOrDefault(author, ""), "Unknown writer"),
            html(post),
            text(post, "status").matches("published|sent")
                && text(post, "visibility").matches("|public"),
            false,
            Fields.moment(text(post, "published_at"), text(post, "created_at")),
            Fields.moment(text(post, "updated_at")),
            tags.getOrDefault(id, List.of()),
            slug.isEmpty() ? List.of() : List.of("/" + slug + "/")));
  }

  /** What Ghost made of its editor's own format; else the plain words. */
  private String html(JsonNode post) {
    String html = text(post, "html");
    String plain = text(post, "plaintext");
    if (html.isEmpty() && !plain.isEmpty()) {
      return Paragraphs.of(plain.replace("&", "&amp;").replace("<", "&lt;"));
    }
    if (html.isEmpty() && !text(post, "mobiledoc").isEmpty() | !text(post, "lexical").isEmpty()) {
      notes.add(
          "The post “"
              + text(post, "title")
              + "” has neither HTML nor plain text; open and save it in Ghost before you export.");
    }
    return html;
  }

  private void comment(JsonNode comment) {
    String id = text(comment, "id");
    String post = text(comment, "post_id");
    if (id.isEmpty() || post.isEmpty()) {
      notes.add("A comment does not say what it stands below and is left out.");
      return;
    }
    String answered = text(comment, "in_reply_to_id");
    String parent = answered.isEmpty() ? text(comment, "parent_id") : answered;
    comments.add(
        new BlogExport.Remark(
            id,
            post,
            parent.isEmpty() ? null : parent,
            Fields.orElse(members.getOrDefault(text(comment, "member_id"), ""), "Anonymous"),
            text(comment, "html"),
            switch (text(comment, "status")) {
              case "published", "" -> BlogExport.Standing.SHOWN;
              case "hidden" -> BlogExport.Standing.HELD;
              default -> BlogExport.Standing.OUT;
            },
            Fields.moment(text(comment, "created_at"))));
  }
}
