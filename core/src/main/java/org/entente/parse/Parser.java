package org.entente.parse;

import java.util.List;
import org.entente.text.Span;

/**
 * From running text to sentences with trees. Implementations are thread-safe and loaded once.
 *
 * <p>Another language brings another implementation; nothing above this package knows which one it
 * is.
 */
public interface Parser {
  /**
   * The sentences of one paragraph. Line breaks inside it count as spaces; no sentence reaches over
   * its ends.
   *
   * @param text the document's content
   * @param paragraph where to read, in UTF-16 units of {@code text}
   */
  List<Sentence> parse(String text, Span paragraph);

  /** A short name with version, written into exports. */
  String name();
}
