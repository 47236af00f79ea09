package org.entente.desk.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.entente.export.FileKind;
import org.entente.export.Heading;

/**
 * A file that was made whole before it is sent. It has no name any more: it is gone when nobody
 * keeps or reads it, and when the process ends. Thread-safe.
 */
final class MadeFile implements Download {
  private static final int BUFFER = 1 << 16;

  private final FileKind kind;
  private final Heading heading;
  private final FileChannel file;
  private final long length;
  private final Runnable gone;
  private int holders = 1;

  private MadeFile(FileKind kind, Heading heading, FileChannel file, Runnable gone)
      throws IOException {
    this.kind = kind;
    this.heading = heading;
    this.file = file;
    this.length = file.size();
    this.gone = gone;
  }

  /**
   * Takes a file over.
   *
   * @param gone is told when it is gone
   */
  static MadeFile of(FileKind kind, Heading heading, Path file, Runnable gone) throws IOException {
    return new MadeFile(
        kind,
        heading,
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE),
        gone);
  }

  @Override
  public FileKind kind() {
    return kind;
  }

  @Override
  public Heading heading() {
    return heading;
  }

  @Override
  public String tag() {
    return Download.tag(kind, heading, 0);
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public void write(OutputStream out) throws IOException {
    write(out, new ByteRange(0, length - 1));
  }

  @Override
  public void write(OutputStream out, ByteRange part) throws IOException {
    hold();
    try {
      ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
      long at = part.first();
      while (at <= part.last()) {
        buffer.clear().limit((int) Math.min(BUFFER, part.last() - at + 1));
        int read = file.read(buffer, at);
        if (read < 0) {
          throw new IOException("the file that was made ended early");
        }
        out.write(buffer.array(), 0, read);
        at += read;
      }
      out.flush();
    } finally {
      release();
    }
  }

  private synchronized void hold() throws IOException {
    if (holders == 0) {
      throw new IOException("the file that was made is not kept any more");
    }
    holders++;
  }

  /** Lets it go: it is gone with the last who does. */
  synchronized void release() throws IOException {
    if (--holders == 0) {
      file.close();
      gone.run();
    }
  }
}
