package org.entente.desk.api;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.entente.export.Heading;
import org.entente.export.Layout;
import org.entente.export.Records;
import org.entente.export.Sheet;
import org.entente.export.Written;
import org.entente.text.Evidence;

/**
 * One file as it is asked for. The same records give the same bytes, so that a part of it is the
 * same part of any other download with this tag.
 *
 * @param after the article behind which it begins; 0 for all
 */
record Download(Records records, Layout layout, Heading heading, long after) {
  /** What a cache and a resumed download know it by (RFC 9110, 8.8.3). */
  String tag() {
    String all = layout.name() + "\n" + heading + "\n" + after;
    return "\"" + Evidence.hash(all).substring(0, 32) + "\"";
  }

  /** Writes all of it. */
  void write(OutputStream out) throws IOException {
    Written before = after == 0 ? Written.NOTHING : new Written(1, Map.of());
    Sheet sheet = layout.sheet(out, heading, before);
    if (after == 0) {
      sheet.begin();
    }
    records.each(heading.selection(), after, sheet::add);
    sheet.end();
  }

  /** Writes a part of it: what stands before is made and left out. */
  void write(OutputStream out, ByteRange part) throws IOException {
    write(new Cut(out, part));
    out.flush();
  }

  /** Its bytes; known only when it was made once. */
  long length() {
    Cut counted = new Cut(OutputStream.nullOutputStream(), new ByteRange(0, Long.MAX_VALUE));
    try {
      write(counted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return counted.at;
  }

  /** Lets a part of a stream pass. */
  private static final class Cut extends OutputStream {
    private final OutputStream out;
    private final ByteRange part;
    private long at;

    Cut(OutputStream out, ByteRange part) {
      this.out = out;
      this.part = part;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] b, int offset, int length) throws IOException {
      long from = Math.max(at, part.first());
      long to = Math.min(at + length - 1, part.last());
      if (from <= to) {
        out.write(b, offset + (int) (from - at), (int) (to - from + 1));
      }
      at += length;
    }
  }
}
