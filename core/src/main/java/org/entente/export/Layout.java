package org.entente.export;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A kind of file that is written record by record. Implementations are stateless and thread-safe.
 */
public non-sealed interface Layout extends FileKind {
  /**
   * Begins a file. Writes nothing yet.
   *
   * @param out takes the bytes; whoever opened it closes it
   * @param before what an earlier, interrupted run has written already
   */
  Sheet sheet(OutputStream out, Heading heading, Written before) throws IOException;

  /** Whether a file that was interrupted between two articles can go on from there. */
  default boolean isResumable() {
    return true;
  }
}
