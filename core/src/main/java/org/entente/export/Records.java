package org.entente.export;

import java.io.IOException;

/**
 * Those who keep records, as far as exports need them. Articles come in the order of their ids, so
 * that an id tells how far a reader got.
 */
public interface Records {
  /** Takes one article after the other. */
  interface Reader {
    void take(ArticleRecord article) throws IOException;
  }

  /** What stands over a file of these records. */
  Heading heading(Selection selection);

  /**
   * Hands over all that are asked for, one article at a time.
   *
   * @param after the id of the last article that is known already; 0 for all
   */
  void each(Selection selection, long after, Reader reader) throws IOException;
}
