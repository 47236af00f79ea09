package org.entente.desk.member;

import java.util.Comparator;
import java.util.List;
import org.entente.store.Comment;
import org.entente.store.Post;
import org.jspecify.annotations.Nullable;

/**
 * The comments below a post, and the form for one more.
 *
 * @param post below which
 * @param count "No comments", "1 comment", "12 comments"
 * @param lines in the order in which they are read
 * @param form the form, or null where the reader may not comment
 * @param closed why not, or null
 * @param said what was just done, or null
 */
public record CommentsView(
    Post post,
    String count,
    List<CommentLine> lines,
    @Nullable CommentFormView form,
    @Nullable String closed,
    @Nullable String said) {
  public CommentsView {
    lines = List.copyOf(lines);
  }

  /** What is said about the clip that an element of the page holds. */
  public ClipTalk on(String part) {
    return new ClipTalk(
        form == null ? null : form.action() + "/" + part,
        lines.stream()
            .filter(l -> l.about() != null && part.equals(l.about().part()))
            .map(CommentLine::comment)
            .sorted(Comparator.comparing(Comment::id))
            .toList());
  }
}
