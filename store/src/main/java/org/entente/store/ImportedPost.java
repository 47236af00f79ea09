package org.entente.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A press review that was written at another blog.
 *
 * @param source which blog, the same at each import
 * @param id its own name there, one of a kind in the blog
 * @param writer who wrote it, as shown there
 * @param content what it says
 * @param published whether the public sees it; else it is a draft
 * @param comments who may comment here
 * @param made when it was published there, or begun
 * @param changed when it was last changed there
 * @param name the words of its address there; "" where they are not known
 * @param paths where it stood, as {@code /2013/05/a-rare-level.html} or {@code /?p=12}
 * @param said what was said below it, what is answered before its answers
 */
public record ImportedPost(
    String source,
    String id,
    String writer,
    Content content,
    boolean published,
    Post.CommentMode comments,
    Instant made,
    Instant changed,
    String name,
    List<String> paths,
    List<Remark> said) {
  public ImportedPost {
    if (source.isBlank() || id.isBlank()) {
      throw new IllegalArgumentException("an imported post names its blog and itself");
    }
    paths = List.copyOf(paths);
    said = List.copyOf(said);
  }

  /**
   * A comment from another blog.
   *
   * @param id its own name there
   * @param parent the name of what it answers, or null
   * @param author who said it, as shown there
   * @param body Markdown
   * @param shown whether the public saw it; else it waits for approval
   * @param made when it was said
   */
  public record Remark(
      String id,
      @Nullable String parent,
      String author,
      String body,
      boolean shown,
      Instant made) {}
}
