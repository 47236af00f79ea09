package org.entente.desk.blog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a blog's own export holds, whichever program wrote it.
 *
 * @param program who wrote it, as WordPress
 * @param source which blog, the same in each of its exports
 * @param base where the blog stood; "" where that is not said
 * @param posts in the order of the file
 * @param comments in the order of the file
 * @param notes what of the file could not be taken, and why
 */
public record BlogExport(
    String program,
    String source,
    String base,
    List<Entry> posts,
    List<Remark> comments,
    Notes notes) {
  public BlogExport {
    posts = List.copyOf(posts);
    comments = List.copyOf(comments);
  }

  /**
   * One post.
   *
   * @param id its own name in the blog
   * @param title plain text; may be empty
   * @param writer who wrote it
   * @param html what it says
   * @param published whether everybody could read it; else it is a draft
   * @param closed whether it took no comments
   * @param made when it was published or begun; null where no date can be read
   * @param changed when it was last changed, or null
   * @param tags of any case
   * @param addresses where it stood: addresses or paths, the permanent one first; "" is none
   */
  public record Entry(
      String id,
      String title,
      String writer,
      String html,
      boolean published,
      boolean closed,
      @Nullable Instant made,
      @Nullable Instant changed,
      List<String> tags,
      List<String> addresses) {
    public Entry {
      addresses = List.copyOf(addresses);
      tags = List.copyOf(tags);
    }
  }

  /**
   * One comment.
   *
   * @param id its own name in the blog
   * @param post what it stands below
   * @param parent what it answers, or null
   * @param author who said it
   * @param html what it says
   * @param standing whether the public saw it
   * @param made when it was said, or null
   */
  public record Remark(
      String id,
      String post,
      @Nullable String parent,
      String author,
      String html,
      Standing standing,
      @Nullable Instant made) {}

  /** Whether the public saw a comment. */
  public enum Standing {
    SHOWN,
    /** Waited for approval. */
    HELD,
    /** Spam, trash, or no comment at all. */
    OUT
  }

  /** Collects what could not be taken. Not thread-safe. */
  public static final class Notes {
    private final List<String> sentences = new ArrayList<>();
    private final Map<String, Integer> left = new TreeMap<>();

    /** Something is broken; one sentence. */
    public void add(String sentence) {
      sentences.add(sentence);
    }

    /** Something is left out because it is none of ours. */
    public void leaveOut(String kind) {
      left.merge(kind, 1, Integer::sum);
    }

    public List<String> sentences() {
      return List.copyOf(sentences);
    }

    /** How many of each kind were left out, by kind. */
    public Map<String, Integer> left() {
      return Map.copyOf(left);
    }
  }
}
