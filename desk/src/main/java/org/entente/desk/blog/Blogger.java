package org.entente.desk.blog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads Blogger's Atom: the older backup, whose categories say what an entry is, and the newer
 * feed.atom of Google Takeout, whose elements {@code blogger:type} and {@code blogger:status} do.
 */
final class Blogger {
  private static final String KIND = "http://schemas.google.com/g/2005#kind";

  private final Element feed;
  private final BlogExport.Notes notes = new BlogExport.Notes();
  private final List<BlogExport.Entry> posts = new ArrayList<>();
  private final List<BlogExport.Remark> comments = new ArrayList<>();

  Blogger(Document xml) {
    Element found = xml.selectFirst("feed");
    feed = found == null ? xml : found;
  }

  BlogExport read() {
    for (Element entry : Fields.all(feed, "entry")) {
      String kind = kind(entry);
      switch (kind) {
        case "post" -> post(entry);
        case "comment" -> comment(entry);
        case "settings", "template" -> {}
        default -> notes.leaveOut(kind.isEmpty() ? "record without a kind" : kind);
      }
    }
    String blog = Fields.of(feed, "id").replaceFirst("\\.archive$", "");
    return new BlogExport("Blogger", "blogger " + blog, base(), posts, comments, notes);
  }

  private String base() {
    return Fields.all(feed, "link").stream()
        .filter(l -> l.attr("rel").equals("alternate"))
        .map(l -> l.attr("href"))
        .findFirst()
        .orElse("");
  }

  private static String kind(Element entry) {
    String type = Fields.of(entry, "blogger:type");
    String kind =
        Fields.all(entry, "category").stream()
            .filter(c -> c.attr("scheme").equals(KIND))
            .map(c -> c.attr("term").replaceFirst(".*#", ""))
            .findFirst()
            .orElse("");
    return (type.isEmpty() ? kind : type).toLowerCase(Locale.ROOT);
  }

  private void post(Element entry) {
    String id = number(Fields.of(entry, "id"));
    if (id.isEmpty()) {
      notes.add("The post “" + Fields.of(entry, "title") + "” has no id and is left out.");
      return;
    }
    String state = Fields.of(entry, "blogger:status");
    if (standing(entry) == BlogExport.Standing.OUT) {
      notes.leaveOut("post in the bin");
      return;
    }
    boolean draft = entry.getElementsByTag("app:draft").text().equals("yes");
    posts.add(
        new BlogExport.Entry(
            id,
            Fields.of(entry, "title"),
            author(entry, "Unknown writer"),
            Fields.of(entry, "content"),
            !draft && state.matches("(?i)|live"),
            false,
            Fields.moment(
                Fields.of(entry, "published"),
                Fields.of(entry, "blogger:created"),
                Fields.of(entry, "updated")),
            Fields.moment(Fields.of(entry, "updated")),
            Fields.all(entry, "category").stream()
                .filter(c -> !c.attr("scheme").equals(KIND))
                .map(c -> c.attr("term"))
                .distinct()
                .toList(),
            List.of(Fields.of(entry, "blogger:filename"), link(entry, "alternate").orElse(""))));
  }

  private void comment(Element entry) {
    String id = number(Fields.of(entry, "id"));
    Element answered = Fields.all(entry, "thr:in-reply-to").stream().findFirst().orElse(null);
    String post =
        number(
            Fields.orElse(
                Fields.of(entry, "blogger:parent"), answered == null ? "" : answered.attr("ref")));
    if (id.isEmpty() || post.isEmpty()) {
      notes.add(
          "A comment of "
              + author(entry, "Anonymous")
              + " does not say what it stands below and is left out.");
      return;
    }
    comments.add(
        new BlogExport.Remark(
            id,
            post,
            parent(entry),
            author(entry, "Anonymous"),
            Fields.of(entry, "content"),
            standing(entry),
            Fields.moment(Fields.of(entry, "published"), Fields.of(entry, "blogger:created"))));
  }

  /** The older backup names the comment that is answered by a link to its feed. */
  private static @Nullable String parent(Element entry) {
    String named = number(Fields.of(entry, "blogger:inReplyTo"));
    String linked =
        link(entry, "related")
            .filter(l -> l.contains("/comments/"))
            .map(l -> l.replaceFirst(".*/", ""))
            .orElse("");
    String parent = named.isEmpty() ? linked : named;
    return parent.isEmpty() ? null : parent;
  }

  private static BlogExport.Standing standing(Element entry) {
    String state = Fields.of(entry, "blogger:status").toUpperCase(Locale.ROOT);
    if (state.matches(".*(?:SPAM|TRASH|GHOST|DELETE|EMPTIED).*")
        || !Fields.of(entry, "blogger:trashed").isEmpty()) {
      return BlogExport.Standing.OUT;
    }
    return state.matches("|LIVE") ? BlogExport.Standing.SHOWN : BlogExport.Standing.HELD;
  }

  private static String author(Element entry, String otherwise) {
    return Fields.all(entry, "author").stream()
        .map(a -> Fields.of(a, "name"))
        .filter(n -> !n.isEmpty())
        .findFirst()
        .orElse(otherwise);
  }

  private static Optional<String> link(Element entry, String rel) {
    return Fields.all(entry, "link").stream()
        .filter(l -> l.attr("rel").equals(rel))
        .map(l -> l.attr("href"))
        .findFirst();
  }

  /** 456 of {@code tag:blogger.com,1999:blog-123.post-456}. */
  private static String number(String tag) {
    return tag.replaceFirst(".*[.](?:post|page)-", "").strip();
  }
}
