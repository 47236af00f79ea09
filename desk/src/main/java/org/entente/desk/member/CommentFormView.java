package org.entente.desk.member;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form for saying or changing something.
 *
 * @param action where it is sent
 * @param form its one-time number
 * @param parent what it answers, or null
 * @param body as typed
 * @param quote the words it is about, as typed; null where they cannot be changed
 * @param clip the clip it is about, or null where it is about the post or words of it
 * @param waits whether what is said waits for approval
 */
public record CommentFormView(
    String action,
    String form,
    @Nullable Long parent,
    String body,
    @Nullable String quote,
    Passages.@Nullable Part clip,
    boolean waits) {
  /** The words of the clip, lines run on. */
  public List<String> paragraphs() {
    return clip == null
        ? List.of()
        : Arrays.stream(clip.text().strip().split("\\n\\s*\\n"))
            .map(p -> p.replaceAll("\\s+", " "))
            .toList();
  }

  /** What was wrong is mended in the same form, filled as it was. */
  CommentFormView filled(String said, String words) {
    return new CommentFormView(action, form, parent, said, words, clip, waits);
  }
}
