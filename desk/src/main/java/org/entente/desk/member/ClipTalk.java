package org.entente.desk.member;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.entente.store.Block;
import org.entente.store.Comment;
import org.entente.store.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * What is said about one clip of a post, for the place where the clip stands.
 *
 * @param form where the form for one more is, or null where the reader may not comment
 * @param comments about it or about words of it, in the order in which they were made
 */
public record ClipTalk(@Nullable String form, List<Comment> comments) {
  public ClipTalk {
    comments = List.copyOf(comments);
  }

  /**
   * Words of a clip that run on.
   *
   * @param text the words
   * @param comment the key of the first comment that is about them alone, or null
   * @param first whether no words before them are of that comment
   */
  public record Run(String text, @Nullable Long comment, boolean first) {}

  /** The paragraphs of a clip, cut where the words begin and end that comments are about. */
  public List<List<Run>> marked(Block.Clip clip) {
    List<List<Run>> paragraphs = new ArrayList<>();
    List<Long> seen = new ArrayList<>();
    for (Block.Piece piece : clip.paragraphs()) {
      paragraphs.add(runs(clip, piece.from(), piece.to(), seen));
    }
    paragraphs.removeIf(List::isEmpty);
    return paragraphs;
  }

  private List<Run> runs(Block.Clip clip, int from, int to, List<Long> seen) {
    TreeSet<Integer> cuts = new TreeSet<>(List.of(from, to));
    for (Comment comment : comments) {
      Quoted words = part(clip, comment);
      if (words != null) {
        cuts.add(Math.clamp(words.start() - clip.start(), from, to));
        cuts.add(Math.clamp(words.finish() - clip.start(), from, to));
      }
    }
    List<Run> runs = new ArrayList<>();
    Integer next = cuts.higher(from);
    for (int at = from; next != null; next = cuts.higher(at)) {
      String text = clip.exact().substring(at, next).replaceAll("\\s+", " ");
      if (!text.isBlank() || !runs.isEmpty()) {
        Long comment = about(clip, clip.start() + at);
        runs.add(new Run(text, comment, comment != null && !seen.contains(comment)));
        seen.add(comment == null ? 0L : comment);
      }
      at = next;
    }
    return runs;
  }

  private @Nullable Long about(Block.Clip clip, int at) {
    for (Comment comment : comments) {
      Quoted words = part(clip, comment);
      if (words != null && words.start() <= at && at < words.finish()) {
        return comment.id();
      }
    }
    return null;
  }

  /** The words of a comment, where they are not all of the clip. */
  private static @Nullable Quoted part(Block.Clip clip, Comment comment) {
    Quoted words = comment.passage();
    return words == null
            || words.source() == null
            || (words.start() <= clip.start() && words.finish() >= clip.finish())
        ? null
        : words;
  }
}
