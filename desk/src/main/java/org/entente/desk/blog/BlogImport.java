package org.entente.desk.blog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.store.Block;
import org.entente.store.Content;
import org.entente.store.ImportedPost;
import org.entente.store.ImportedPosts;
import org.entente.store.Member;
import org.entente.store.Post;
import org.entente.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Puts a blog's export into the store: published posts are published here with their dates, others
 * become drafts, comments stand below them under the names that they had. What was taken before
 * stays as it is.
 */
public final class BlogImport {
  private static final int MOST_TAGS = 20;

  private final ImportedPosts posts;
  private final Instant now;

  public BlogImport(Store store, Instant now) {
    this.posts = new ImportedPosts(store);
    this.now = now;
  }

  /**
   * Takes all that can be taken, or nothing should the store fail.
   *
   * @param export not used before: what cannot be taken is added to its notes
   * @param owner whose posts they become; null for the writers' names as they stand in the export
   */
  public BlogNews take(BlogExport export, @Nullable Member owner) {
    List<ImportedPost> all = posts(export);
    return BlogNews.of(all, posts.take(all, owner), export.notes());
  }

  /** What {@link #take} would do now. */
  public BlogNews look(BlogExport export) {
    List<ImportedPost> all = posts(export);
    return BlogNews.of(all, posts.look(all), export.notes());
  }

  private List<ImportedPost> posts(BlogExport export) {
    Map<String, List<ImportedPost.Remark>> below = new RemarkThreads(export).below();
    List<ImportedPost> all = new ArrayList<>();
    for (BlogExport.Entry entry : export.posts()) {
      try {
        all.add(post(export, entry, below.getOrDefault(entry.id(), List.of())));
      } catch (IllegalArgumentException e) {
        export.notes().add(named(entry) + " is left out: " + e.getMessage() + ".");
      }
    }
    return all;
  }

  private static String named(BlogExport.Entry entry) {
    return "Post " + entry.id() + (entry.title().isEmpty() ? "" : " (“" + entry.title() + "”)");
  }

  private ImportedPost post(
      BlogExport export, BlogExport.Entry entry, List<ImportedPost.Remark> said) {
    String markdown = HtmlMarkdown.of(entry.html(), export.base());
    Instant made = entry.made();
    if (made == null) {
      export.notes().add(named(entry) + " has no date that can be read and becomes a draft.");
    }
    List<String> tags = entry.tags();
    if (tags.size() > MOST_TAGS) {
      export.notes().add(named(entry) + " has " + tags.size() + " tags; the first 20 are kept.");
      tags = tags.subList(0, MOST_TAGS);
    }
    Instant begun = made == null ? now : made;
    Instant changed = entry.changed();
    List<String> paths =
        entry.addresses().stream()
            .map(OldAddresses::key)
            .filter(p -> !p.isEmpty())
            .distinct()
            .toList();
    return new ImportedPost(
        export.source(),
        entry.id(),
        entry.writer(),
        new Content(title(entry, markdown), tags, blocks(markdown)),
        entry.published() && made != null,
        entry.closed() ? Post.CommentMode.CLOSED : Post.CommentMode.FIRST_HELD,
        begun,
        changed == null || changed.isBefore(begun) ? begun : changed,
        name(paths.isEmpty() ? "" : paths.getFirst()),
        paths,
        said);
  }

  private static String title(BlogExport.Entry entry, String markdown) {
    String first = markdown.lines().findFirst().orElse("").replaceAll("[#>*_\\\\]", "").strip();
    String title = Fields.orElse(Fields.orElse(entry.title(), first), "Untitled");
    return title.length() <= Content.LONGEST_TITLE
        ? title
        : title.substring(0, Content.LONGEST_TITLE - 1) + "…";
  }

  /** One part, or as many as a long text needs; cut between paragraphs where there are any. */
  static List<Block> blocks(String markdown) {
    List<Block> blocks = new ArrayList<>();
    String rest = markdown;
    while (rest.length() > Block.Prose.LONGEST) {
      int cut = rest.lastIndexOf("\n\n", Block.Prose.LONGEST);
      int at = cut > 0 ? cut : Block.Prose.LONGEST;
      blocks.add(new Block.Prose(rest.substring(0, at)));
      rest = rest.substring(at).stripLeading();
    }
    blocks.add(new Block.Prose(rest));
    return blocks;
  }

  /** The last words of a path, where an address here can be made of them. */
  private static String name(String path) {
    String last = path.replaceFirst(".*/", "").replaceFirst("\\.html?$", "");
    return last.matches("[a-z0-9][a-z0-9-]*") ? last : "";
  }
}
