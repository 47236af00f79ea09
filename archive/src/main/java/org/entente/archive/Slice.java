package org.entente.archive;

import java.io.Serializable;
import java.util.Locale;

/**
 * A piece of the input that one task reads: a whole file, or a stretch of an uncompressed JSON
 * Lines file. A line belongs to the slice in which it begins.
 *
 * @param path of the file, with its file system
 * @param name of the file as the user wrote it, by which documents are called that have no id
 * @param start first byte
 * @param length in bytes
 */
public record Slice(String path, String name, long start, long length) implements Serializable {
  public Slice {
    if (start < 0 || length < 0) {
      throw new IllegalArgumentException(
          path + ": start " + start + " and length " + length + " must not be negative");
    }
  }

  /** What tells it from other slices; sorted, those of a file stand in its order. */
  String key() {
    return start == 0 ? path : String.format(Locale.ROOT, "%s@%019d", path, start);
  }
}
