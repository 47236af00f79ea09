package org.entente.archive;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.fs.FSDataInputStream;

/**
 * The bytes of the lines that begin within a slice: from the first line begin to the end of the
 * line that the slice's last byte belongs to. Not thread-safe.
 */
final class LineSlice extends InputStream {
  private static final int BUFFER = 1 << 16;

  private final FSDataInputStream file;
  private final long end;
  private final byte[] buffer = new byte[BUFFER];
  private long position;
  private int next;
  private int filled;
  private boolean done;

  LineSlice(FSDataInputStream file, Slice slice) throws IOException {
    this.file = file;
    this.end = slice.start() + slice.length();
    this.position = Math.max(0, slice.start() - 1);
    file.seek(position);
    if (slice.start() > 0) {
      skipLine();
    }
  }

  /**
   * The line before belongs to the slice before; where it ends just there, nothing of it is
   * skipped.
   */
  private void skipLine() throws IOException {
    for (int b = one(); b >= 0 && b != '\n'; b = one()) {}
    done = position >= end;
  }

  private int one() throws IOException {
    if (next == filled) {
      next = 0;
      filled = Math.max(0, file.read(buffer, 0, BUFFER));
      if (filled == 0) {
        return -1;
      }
    }
    position++;
    return buffer[next++] & 0xFF;
  }

  @Override
  public int read() throws IOException {
    if (done) {
      return -1;
    }
    int b = one();
    done = b < 0 || (b == '\n' && position >= end);
    return b;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = 0;
    while (count < length) {
      int b = read();
      if (b < 0) {
        return count == 0 ? -1 : count;
      }
      into[offset + count++] = (byte) b;
      if (b == '\n') {
        return count;
      }
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
