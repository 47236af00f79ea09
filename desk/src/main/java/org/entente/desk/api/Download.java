package org.entente.desk.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import org.entente.export.FileKind;
import org.entente.export.Heading;
import org.entente.text.Evidence;

/**
 * One file as it is asked for. The same records give the same bytes, so that a part of it is the
 * same part of any other download with its tag.
 */
sealed interface Download permits StreamedDownload, MadeFile {
  FileKind kind();

  /** What stands over the records that are in it. */
  Heading heading();

  /** What a cache and a resumed download know it by (RFC 9110, 8.8.3). */
  String tag();

  /** Its bytes. */
  long length();

  /** Writes all of it. */
  void write(OutputStream out) throws IOException;

  /** Writes a part of it. */
  void write(OutputStream out, ByteRange part) throws IOException;

  /**
   * Of this run of the desk. Another release may write other bytes, and the library of Parquet
   * lists the encodings of a column in an order that another process does not repeat.
   */
  String RUN = UUID.randomUUID().toString();

  /**
   * The tag of a file, until the desk is started anew.
   *
   * @param after the article behind which it begins; 0 for all
   */
  static String tag(FileKind kind, Heading heading, long after) {
    String all = RUN + "\n" + kind.name() + "\n" + heading + "\n" + after;
    return "\"" + Evidence.hash(all).substring(0, 32) + "\"";
  }
}
