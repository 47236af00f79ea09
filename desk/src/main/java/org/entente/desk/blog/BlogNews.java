package org.entente.desk.blog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.store.ImportedPost;
import org.entente.store.ImportedPosts;

/**
 * What came of a blog's export, or would come of it.
 *
 * @param lines one a post, in the order of the export
 * @param problems what cannot be taken, a sentence each
 * @param left how many of each kind are left out, by kind
 */
public record BlogNews(List<Line> lines, List<String> problems, Map<String, Integer> left) {
  public BlogNews {
    lines = List.copyOf(lines);
    problems = List.copyOf(problems);
    left = Collections.unmodifiableMap(new TreeMap<>(left));
  }

  /**
   * A post.
   *
   * @param title as it is shown
   * @param writer who wrote it, as the blog shows it
   * @param made when it was published or begun
   * @param published whether everybody reads it; else it is a draft
   * @param fresh whether it was not here before
   * @param comments how many of its comments were not here before
   * @param held how many of those wait for approval
   */
  public record Line(
      String title,
      String writer,
      Instant made,
      boolean published,
      boolean fresh,
      int comments,
      int held) {}

  static BlogNews of(
      List<ImportedPost> posts, List<ImportedPosts.News> news, BlogExport.Notes notes) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < posts.size(); i++) {
      ImportedPost post = posts.get(i);
      List<ImportedPost.Remark> said = news.get(i).said();
      lines.add(
          new Line(
              post.content().title(),
              post.writer(),
              post.made(),
              post.published(),
              news.get(i).fresh(),
              said.size(),
              (int) said.stream().filter(r -> !r.shown()).count()));
    }
    return new BlogNews(lines, notes.sentences(), notes.left());
  }

  /** Posts that were not here before and that everybody reads. */
  public int published() {
    return (int) lines.stream().filter(l -> l.fresh() && l.published()).count();
  }

  /** Posts that were not here before and that wait. */
  public int drafts() {
    return (int) lines.stream().filter(l -> l.fresh() && !l.published()).count();
  }

  /** Posts that were here before. */
  public int known() {
    return lines.size() - published() - drafts();
  }

  /** Comments that were not here before. */
  public int comments() {
    return lines.stream().mapToInt(Line::comments).sum();
  }

  /** Those of them that wait for approval. */
  public int held() {
    return lines.stream().mapToInt(Line::held).sum();
  }

  /** How many of the new posts each writer wrote, in the order of the export. */
  public Map<String, Integer> writers() {
    Map<String, Integer> writers = new LinkedHashMap<>();
    lines.stream().filter(Line::fresh).forEach(l -> writers.merge(l.writer(), 1, Integer::sum));
    return writers;
  }

  /** Whether anything is new. */
  public boolean isEmpty() {
    return comments() == 0 && known() == lines.size();
  }
}
