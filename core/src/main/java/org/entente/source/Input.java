package org.entente.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to be read, with what is known about them before reading. Owns the stream. Not thread-safe.
 *
 * @param name path, address or {@code -}; the id of a document that has none of its own
 * @param contentType media type as declared by HTTP or a WARC record, or null
 * @param bytes the content, buffered
 * @param head the first bytes, already peeked at, to choose the reader by
 */
record Input(String name, @Nullable String contentType, BufferedInputStream bytes, byte[] head)
    implements Closeable {
  /** Enough for a DOCTYPE, comments and the start of a feed. */
  private static final int HEAD = 4096;

  static Input of(String name, @Nullable String contentType, InputStream stream)
      throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(stream, 1 << 16);
    byte[] head = new byte[HEAD];
    int length = 0;
    buffered.mark(HEAD + 1);
    try {
      for (int n = 0; n >= 0 && length < HEAD; n = buffered.read(head, length, HEAD - length)) {
        length += n;
      }
      buffered.reset();
      return new Input(name, contentType, buffered, Arrays.copyOf(head, length));
    } catch (Members.DamagedException e) { // what comes before and after it is read all the same
      byte[] before = Arrays.copyOf(head, length);
      InputStream all = new SequenceInputStream(new Interrupted(before, e), buffered);
      return new Input(name, contentType, new BufferedInputStream(all, 1 << 16), before);
    }
  }

  /** Bytes, and what was wrong behind them, thrown once. */
  private static final class Interrupted extends FilterInputStream {
    private @Nullable IOException fault;

    Interrupted(byte[] bytes, IOException fault) {
      super(new ByteArrayInputStream(bytes));
      this.fault = fault;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int n = super.read(into, offset, length);
      IOException told = fault;
      if (n < 0 && told != null) {
        fault = null;
        throw told;
      }
      return n;
    }

    @Override
    public int available() {
      return 0; // nobody reads ahead over the fault
    }
  }

  /** The beginning in lower case and Latin-1, without a byte order mark and leading white space. */
  String start() {
    String start = new String(head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    return (start.startsWith("ï»¿") ? start.substring(3) : start).stripLeading();
  }

  boolean named(String... endings) {
    String lower = name.toLowerCase(Locale.ROOT);
    String bare = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
    for (String ending : endings) {
      if (bare.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  boolean typed(String... types) {
    String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
    for (String wanted : types) {
      if (type.contains(wanted)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
