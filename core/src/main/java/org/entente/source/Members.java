package org.entente.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * What comes out of gzip, member after member (RFC 1952), as the records of a WARC lie in it. A
 * damaged member throws once; whoever reads on gets what the next whole member holds. What stands
 * behind the last member and is none is passed over, as gzip itself does. Not thread-safe.
 */
final class Members extends InputStream {
  private static final int NAME = 1 << 3;
  private static final int COMMENT = 1 << 4;
  private static final int EXTRA = 1 << 2;
  private static final int CHECK = 1 << 1;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private int next;
  private int filled;
  private State state = State.BETWEEN;

  private enum State {
    BETWEEN,
    WITHIN,
    DAMAGED,
    ENDED
  }

  Members(InputStream in) {
    this.in = in;
  }

  /** A member cannot be unpacked; reading on goes to the next. */
  static final class DamagedException extends ZipException {
    private static final long serialVersionUID = 1;

    DamagedException() {
      super("is damaged gzip; reading goes on with its next part");
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    while (length > 0 && state != State.ENDED) {
      if (state == State.DAMAGED) {
        state = findNext() ? State.WITHIN : State.ENDED;
      } else if (state == State.BETWEEN) {
        begin();
      } else {
        int n = inflate(bytes, offset, length);
        if (n > 0) {
          return n;
        }
      }
    }
    return length == 0 ? 0 : -1;
  }

  private void begin() throws IOException {
    if (!fill()) {
      state = State.ENDED;
    } else if (isMember()) {
      state = State.WITHIN;
    } else if (findNext()) {
      state = State.WITHIN;
      throw new DamagedException();
    } else {
      state = State.ENDED;
    }
  }

  private int inflate(byte[] bytes, int offset, int length) throws IOException {
    try {
      if (inflater.needsInput() && !inflater.finished()) {
        if (!fill()) {
          state = State.ENDED;
          throw new EOFException("ends within a member");
        }
        inflater.setInput(buffer, next, filled - next);
      }
      int n = inflater.inflate(bytes, offset, length);
      next = filled - inflater.getRemaining();
      crc.update(bytes, offset, n);
      if (n == 0 && inflater.finished()) {
        end();
      } else if (n == 0 && inflater.needsDictionary()) {
        throw damaged();
      }
      return n;
    } catch (DataFormatException e) {
      throw damaged();
    }
  }

  private DamagedException damaged() {
    state = State.DAMAGED;
    return new DamagedException();
  }

  private void end() throws IOException {
    long sum = number();
    number(); // the length: the sum says more
    if (sum != crc.getValue()) {
      throw damaged();
    }
    state = State.BETWEEN;
  }

  private long number() throws IOException {
    long number = 0;
    for (int i = 0; i < 4; i++) {
      number |= (long) some() << 8 * i;
    }
    return number;
  }

  /** Goes behind the next header of a member; false where there is none. */
  private boolean findNext() throws IOException {
    while (fill()) {
      if ((buffer[next] & 0xFF) == 0x1F && isMember()) {
        return true;
      }
      next = Math.min(next + 1, filled);
    }
    return false;
  }

  /** Whether a member begins here; if so its header is read. */
  private boolean isMember() throws IOException {
    if (!ensure(10)
        || (buffer[next] & 0xFF) != 0x1F
        || (buffer[next + 1] & 0xFF) != 0x8B
        || buffer[next + 2] != 8
        || (buffer[next + 3] & 0xE0) != 0) {
      return false;
    }
    int flags = buffer[next + 3];
    next += 10;
    skipHeader(flags);
    inflater.reset();
    inflater.setInput(buffer, next, filled - next);
    crc.reset();
    return true;
  }

  private void skipHeader(int flags) throws IOException {
    if ((flags & EXTRA) != 0) {
      int length = some() | some() << 8;
      for (int i = 0; i < length; i++) {
        some();
      }
    }
    for (int part : new int[] {NAME, COMMENT}) {
      while ((flags & part) != 0 && some() != 0) {}
    }
    if ((flags & CHECK) != 0) {
      some();
      some();
    }
  }

  private int some() throws IOException {
    if (!fill()) {
      state = State.ENDED;
      throw new EOFException("ends within a member");
    }
    return buffer[next++] & 0xFF;
  }

  private boolean fill() throws IOException {
    return ensure(1);
  }

  /** Whether so many bytes are there; what is left moves to the front for it. */
  private boolean ensure(int count) throws IOException {
    if (filled - next >= count) {
      return true;
    }
    System.arraycopy(buffer, next, buffer, 0, filled - next);
    filled -= next;
    next = 0;
    while (filled < count) {
      int n = in.read(buffer, filled, buffer.length - filled);
      if (n < 0) {
        return false;
      }
      filled += n;
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
