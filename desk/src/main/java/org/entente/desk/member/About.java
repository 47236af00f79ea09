package org.entente.desk.member;

import java.util.List;
import java.util.Optional;
import org.entente.store.Block;
import org.entente.store.Comment;
import org.entente.store.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * What a comment is about, as the page says it.
 *
 * @param name which clip, or null for words of the author
 * @param words the words; "" where it is about all of the clip and the clip is on the page
 * @param part the element of the page that holds them now; null where they have left the review
 * @param marked whether the words have an element of their own in the clip
 */
public record About(@Nullable String name, String words, @Nullable String part, boolean marked) {
  /** What a comment is about; null where it is about all of the post. */
  static @Nullable About of(Comment comment, List<Passages.Part> parts) {
    Quoted words = comment.passage();
    if (words == null || !comment.shown()) {
      return null;
    }
    Optional<Passages.Part> holding = Passages.holding(parts, words);
    Quoted.Source source = words.source();
    String name = source == null ? null : source.name();
    if (holding.isEmpty()) {
      return new About(name, words.exact(), null, false);
    }
    Block.Clip clip = holding.get().clip();
    if (source == null || clip == null) {
      return new About(name, words.exact(), holding.get().id(), false);
    }
    boolean all = words.start() <= clip.start() && words.finish() >= clip.finish();
    return new About(name, all ? "" : words.exact(), holding.get().id(), !all);
  }
}
