package org.entente.time;

import org.jspecify.annotations.Nullable;

/**
 * Reads one kind of time expression. Looks at a bounded number of words, so that all readers at all
 * words take linear time.
 */
interface TimeReader {
  /** The expression that begins at word {@code i}, or null. */
  @Nullable Match read(int i);
}
