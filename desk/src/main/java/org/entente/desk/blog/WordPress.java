package org.entente.desk.blog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads WXR, WordPress's extension of RSS, of any version. */
final class WordPress {
  /** What an editor may have begun: only {@code publish} was seen by everybody. */
  private static final List<String> STATES =
      List.of("publish", "draft", "pending", "future", "private");

  private final Element channel;
  private final BlogExport.Notes notes = new BlogExport.Notes();
  private final Map<String, String> names = new HashMap<>();
  private final List<BlogExport.Entry> posts = new ArrayList<>();
  private final List<BlogExport.Remark> comments = new ArrayList<>();

  WordPress(Document xml) {
    Element found = xml.selectFirst("channel");
    channel = found == null ? xml : found;
  }

  BlogExport read() {
    for (Element author : Fields.all(channel, "wp:author")) {
      String login = Fields.of(author, "wp:author_login");
      names.put(login, Fields.orElse(Fields.of(author, "wp:author_display_name"), login));
    }
    Fields.all(channel, "item").forEach(this::item);
    String base = base();
    return new BlogExport("WordPress", "wordpress " + base, base, posts, comments, notes);
  }

  /** Where the blog stood, without a slash at its end. */
  private String base() {
    return Fields.orElse(Fields.of(channel, "wp:base_blog_url"), Fields.of(channel, "link"));
  }

  private void item(Element item) {
    String type = Fields.of(item, "wp:post_type");
    String state = Fields.of(item, "wp:status");
    if (!type.equals("post")) {
      notes.leaveOut(type.isEmpty() ? "record without a type" : type);
    } else if (!STATES.contains(state)) {
      notes.leaveOut(state.isEmpty() ? "post without a state" : "post in state " + state);
    } else {
      post(item, state);
    }
  }

  private void post(Element item, String state) {
    String id = Fields.of(item, "wp:post_id");
    String title = Fields.plain(Fields.of(item, "title"));
    if (id.isEmpty()) {
      notes.add("The post “" + title + "” has no number (wp:post_id) and is left out.");
      return;
    }
    String login = Fields.of(item, "dc:creator");
    boolean open = Fields.of(item, "wp:post_password").isEmpty();
    posts.add(
        new BlogExport.Entry(
            id,
            title,
            Fields.orElse(names.getOrDefault(login, login), "Unknown writer"),
            Paragraphs.of(Fields.of(item, "content:encoded")),
            state.equals("publish") && open,
            Fields.of(item, "wp:comment_status").equals("closed"),
            Fields.moment(
                Fields.of(item, "wp:post_date_gmt"),
                Fields.of(item, "wp:post_date"),
                Fields.of(item, "pubDate")),
            Fields.moment(Fields.of(item, "wp:post_modified_gmt")),
            tags(item),
            List.of(Fields.of(item, "link"), base() + "/?p=" + id)));
    Fields.all(item, "wp:comment").forEach(c -> comment(id, c));
  }

  private static List<String> tags(Element item) {
    return Fields.all(item, "category").stream()
        .filter(c -> c.attr("domain").matches("category|post_tag|tag"))
        .filter(c -> !c.attr("nicename").equals("uncategorized"))
        .map(c -> Fields.plain(c.wholeText()))
        .distinct()
        .collect(Collectors.toList());
  }

  private void comment(String post, Element comment) {
    String id = Fields.of(comment, "wp:comment_id");
    if (id.isEmpty()) {
      notes.add("A comment on post " + post + " has no number (wp:comment_id) and is left out.");
      return;
    }
    String parent = Fields.of(comment, "wp:comment_parent");
    boolean said = Fields.of(comment, "wp:comment_type").matches("|comment");
    BlogExport.Standing standing =
        !said
            ? BlogExport.Standing.OUT
            : switch (Fields.of(comment, "wp:comment_approved")) {
              case "1", "approved" -> BlogExport.Standing.SHOWN;
              case "0", "hold" -> BlogExport.Standing.HELD;
              default -> BlogExport.Standing.OUT;
            };
    comments.add(
        new BlogExport.Remark(
            id,
            post,
            parent.matches("0?") ? null : parent,
            Fields.orElse(Fields.plain(Fields.of(comment, "wp:comment_author")), "Anonymous"),
            Paragraphs.of(Fields.of(comment, "wp:comment_content")),
            standing,
            Fields.moment(
                Fields.of(comment, "wp:comment_date_gmt"), Fields.of(comment, "wp:comment_date"))));
  }
}
