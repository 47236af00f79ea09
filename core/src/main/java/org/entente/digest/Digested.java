package org.entente.digest;

import java.util.List;
import org.entente.text.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One thing met in a source, read elsewhere: the digest of a document, or why there is none.
 *
 * @param digest null when nothing could be read
 * @param problems what was wrong before it was read
 */
public record Digested(@Nullable Digest digest, List<Problem> problems) {
  public Digested {
    problems = List.copyOf(problems);
  }
}
