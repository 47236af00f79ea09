package org.entente.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What comes out of gzip, refused where a little goes in and an absurd lot comes out. Not
 * thread-safe.
 */
final class Unpacked extends FilterInputStream {
  /** Ours: news packs 3 to 10 times; runs of one byte, as in a bomb, pack 1,000 times. */
  private static final int MOST_TIMES = 200;

  /** Below this nothing is refused: a short text may be one letter. */
  private static final long HARMLESS = 16L << 20;

  private final Counted packed;
  private long out;

  Unpacked(InputStream in, Counted packed) {
    super(in);
    this.packed = packed;
  }

  /** The input is made to fill memory or disk. */
  static final class BombException extends IOException {
    private static final long serialVersionUID = 1;
    static final String WORDS = "unpacks to more than " + MOST_TIMES + " times its size; left out";

    BombException() {
      super(WORDS);
    }
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    count(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int n = super.read(bytes, offset, length);
    count(Math.max(n, 0));
    return n;
  }

  private void count(int n) throws IOException {
    out += n;
    if (out > HARMLESS && out > MOST_TIMES * packed.count()) {
      throw new BombException();
    }
  }
}
