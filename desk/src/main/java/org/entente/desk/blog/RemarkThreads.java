package org.entente.desk.blog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.store.ImportedPost;
import org.jspecify.annotations.Nullable;

/**
 * Puts a blog's comments below its posts, each after what it answers. An answer to what is left out
 * stands below what that answered. One use, one thread.
 */
final class RemarkThreads {
  /** As long as an author's words may be; what is longer is cut, and said. */
  private static final int LONGEST = 50_000;

  private final BlogExport export;
  private final Map<String, BlogExport.Remark> remarks = new LinkedHashMap<>();
  private final Set<String> posts = new HashSet<>();

  RemarkThreads(BlogExport export) {
    this.export = export;
    export.posts().forEach(p -> posts.add(p.id()));
    export.comments().forEach(c -> remarks.putIfAbsent(c.id(), c));
  }

  /** Comments by post, what is answered before its answers, and older ones first. */
  Map<String, List<ImportedPost.Remark>> below() {
    Map<String, List<BlogExport.Remark>> answers = new HashMap<>();
    Map<String, List<BlogExport.Remark>> first = new HashMap<>();
    for (BlogExport.Remark remark : remarks.values()) {
      if (!posts.contains(remark.post())) {
        export.notes().leaveOut("comment on what is left out");
      } else if (remark.standing() == BlogExport.Standing.OUT) {
        export.notes().leaveOut("spam, binned or automatic comment");
      } else if (remark.made() == null) {
        export.notes().add("Comment " + remark.id() + " has no date that can be read; left out.");
      } else {
        String parent = kept(remark);
        (parent == null
                ? first.computeIfAbsent(remark.post(), p -> new ArrayList<>())
                : answers.computeIfAbsent(parent, p -> new ArrayList<>()))
            .add(remark);
      }
    }
    Map<String, List<ImportedPost.Remark>> below = new HashMap<>();
    first.forEach((post, all) -> below.put(post, inOrder(all, answers)));
    return below;
  }

  /** The nearest comment above that is kept; null for the post itself, also where lines circle. */
  private @Nullable String kept(BlogExport.Remark remark) {
    Set<String> seen = new HashSet<>(Set.of(remark.id()));
    String parent = remark.parent();
    while (parent != null && seen.add(parent)) {
      BlogExport.Remark above = remarks.get(parent);
      if (above == null || !above.post().equals(remark.post())) {
        return null;
      }
      if (above.standing() != BlogExport.Standing.OUT && above.made() != null) {
        return circles(above) ? null : parent;
      }
      parent = above.parent();
    }
    return null;
  }

  private boolean circles(BlogExport.Remark from) {
    Set<String> seen = new HashSet<>();
    BlogExport.Remark at = from;
    while (at != null && at.parent() != null) {
      if (!seen.add(at.id())) {
        return true;
      }
      at = remarks.get(at.parent());
    }
    return false;
  }

  /**
   * @param remark what is said
   * @param parent the name of what it answers, or null
   * @param at its date, never before that of what it answers
   */
  private record Placed(BlogExport.Remark remark, @Nullable String parent, Instant at) {}

  private List<ImportedPost.Remark> inOrder(
      List<BlogExport.Remark> first, Map<String, List<BlogExport.Remark>> answers) {
    List<Placed> placed = new ArrayList<>();
    first.forEach(r -> placed.add(new Placed(r, null, made(r))));
    for (int i = 0; i < placed.size(); i++) { // grows while it is walked: level below level
      Placed above = placed.get(i);
      String id = above.remark().id();
      for (BlogExport.Remark answer : answers.getOrDefault(id, List.of())) {
        Instant made = made(answer);
        placed.add(new Placed(answer, id, made.isBefore(above.at()) ? above.at() : made));
      }
    }
    return placed.stream()
        .sorted(Comparator.comparing(Placed::at))
        .map(p -> remark(p.remark(), p.parent()))
        .filter(r -> !r.body().isBlank())
        .toList();
  }

  private static Instant made(BlogExport.Remark remark) {
    Instant made = remark.made();
    return made == null ? Instant.EPOCH : made;
  }

  private ImportedPost.Remark remark(BlogExport.Remark remark, @Nullable String parent) {
    String markdown = HtmlMarkdown.of(remark.html(), export.base());
    if (markdown.length() > LONGEST) {
      export.notes().add("Comment " + remark.id() + " is cut after 50,000 characters.");
      markdown = markdown.substring(0, LONGEST);
    }
    boolean shown = remark.standing() == BlogExport.Standing.SHOWN;
    return new ImportedPost.Remark(
        remark.id(), parent, remark.author(), markdown, shown, made(remark));
  }
}
