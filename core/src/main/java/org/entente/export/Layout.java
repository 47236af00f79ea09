package org.entente.export;

import java.io.IOException;
import java.io.OutputStream;

/** A kind of file that records can be written as. Implementations are stateless and thread-safe. */
public interface Layout {
  /** The word that a user chooses it by. */
  String name();

  /** What it is, in one line. */
  String about();

  /** How names of its files end, without the dot. */
  String extension();

  /** As HTTP names it. */
  String mediaType();

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
