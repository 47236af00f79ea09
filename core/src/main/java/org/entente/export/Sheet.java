package org.entente.export;

import java.io.IOException;

/** One file being written, article by article. Not thread-safe. */
public interface Sheet {
  /** Writes what stands before the first record. */
  void begin() throws IOException;

  void add(ArticleRecord article) throws IOException;

  /** Hands all that was added to the stream. */
  void flush() throws IOException;

  /** Writes what stands after the last record, and flushes. */
  void end() throws IOException;

  /** What was written so far. */
  Written written();
}
