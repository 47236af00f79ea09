package org.entente.archive;

import java.io.Serializable;

/**
 * A piece of the input that one task reads: a whole file, or a stretch of an uncompressed JSON
 * Lines file. A line belongs to the slice in which it begins.
 *
 * @param path of the file, with its file system
 * @param start first byte
 * @param length in bytes
 */
public record Slice(String path, long start, long length) implements Serializable {
  public Slice {
    if (start < 0 || length < 0) {
      throw new IllegalArgumentException(
          path + ": start " + start + " and length " + length + " must not be negative");
    }
  }

  /** What its documents are called that have no id of their own. */
  String name() {
    return start == 0 ? path : path + "@" + start;
  }
}
