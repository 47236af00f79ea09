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

/**
 * A file that is sent while it is made.
 *
 * @param after the article behind which it begins; 0 for all
 */
record StreamedDownload(Records records, Layout kind, Heading heading, long after)
    implements Download {
  @Override
  public String tag() {
    return Download.tag(kind, heading, after);
  }

  @Override
  public void write(OutputStream out) throws IOException {
    Written before = after == 0 ? Written.NOTHING : new Written(1, Map.of());
    Sheet sheet = kind.sheet(out, heading, before);
    if (after == 0) {
      sheet.begin();
    }
    records.each(heading.selection(), after, sheet::add);
    sheet.end();
  }

  /** What stands before the part is made and left out. */
  @Override
  public void write(OutputStream out, ByteRange part) throws IOException {
    write(new Cut(out, part));
    out.flush();
  }

  /** Known only when it was made once. */
  @Override
  public long length() {
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
