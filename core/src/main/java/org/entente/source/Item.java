package org.entente.source;

import java.util.List;
import org.entente.text.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One thing met while opening a source, in input order: a document with whatever was wrong with it,
 * or only the problem where nothing could be read (a bad line, a binary file).
 *
 * @param document what was read, null when nothing could be
 * @param problems what was wrong, at least one when there is no document
 */
public record Item(@Nullable Document document, List<Problem> problems) {
  public Item {
    problems = List.copyOf(problems);
    if (document == null && problems.isEmpty()) {
      throw new IllegalArgumentException("an item holds a document or says why there is none");
    }
  }

  static Item read(Document document) {
    return new Item(document, List.of());
  }

  static Item read(Document document, List<Problem> problems) {
    return new Item(document, problems);
  }

  static Item failed(Problem problem) {
    return new Item(null, List.of(problem));
  }

  static Item failed(Problem.Kind kind, String where, String message) {
    return failed(new Problem(kind, where, message));
  }
}
