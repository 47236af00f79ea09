package org.entente.desk.mcp;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two streams of lines, questions and answers, that keeps back the end of the questions until all
 * are answered: the protocol's library forgets what is open when its input ends.
 */
final class Exchange {
  /** Seconds to wait for the last answers. */
  private static final int PATIENCE = 60;

  private static final JsonMapper JSON = new JsonMapper();

  private final InputStream in;
  private final OutputStream out;
  private final CountDownLatch ended = new CountDownLatch(1);
  private long open;

  Exchange(InputStream in, OutputStream out) {
    this.in = new Questions(in);
    this.out = new Answers(out);
  }

  InputStream in() {
    return in;
  }

  OutputStream out() {
    return out;
  }

  void awaitEnd() throws InterruptedException {
    ended.await();
  }

  private synchronized void asked(byte[] line) {
    try {
      JsonNode message = JSON.readTree(line);
      open += message.has("id") && message.has("method") ? 1 : 0;
    } catch (JacksonException e) {
      // No question: the library says so or passes over it.
    }
  }

  private synchronized void answered(long lines) {
    open -= lines;
    notifyAll();
  }

  private synchronized void end() {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
    try {
      for (long left = PATIENCE; open > 0 && left > 0; ) {
        wait(TimeUnit.SECONDS.toMillis(1));
        left = TimeUnit.NANOSECONDS.toSeconds(until - System.nanoTime());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ended.countDown();
  }

  /** Hands over line by line, so that each is counted before anybody can answer it. */
  private final class Questions extends InputStream {
    private final InputStream source;
    private byte[] line = new byte[0];
    private int at;

    Questions(InputStream source) {
      this.source = source;
    }

    private boolean advance() throws IOException {
      if (at < line.length) {
        return true;
      }
      ByteArrayOutputStream next = new ByteArrayOutputStream();
      int b = source.read();
      for (; b >= 0 && b != '\n' && next.size() <= McpStreams.LONGEST; b = source.read()) {
        next.write(b);
      }
      if (b >= 0) {
        next.write(b);
      }
      line = next.toByteArray();
      at = 0;
      asked(line);
      if (line.length == 0) {
        end();
      }
      return line.length > 0;
    }

    @Override
    public int read() throws IOException {
      return advance() ? line[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (!advance()) {
        return -1;
      }
      int read = Math.min(length, line.length - at);
      System.arraycopy(line, at, bytes, offset, read);
      at += read;
      return read;
    }
  }

  /** A line counts as an answer when it is on its way. */
  private final class Answers extends FilterOutputStream {
    private long lines;

    Answers(OutputStream target) {
      super(target);
    }

    @Override
    public synchronized void write(int b) throws IOException {
      out.write(b);
      lines += b == '\n' ? 1 : 0;
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      for (int i = offset; i < offset + length; i++) {
        lines += bytes[i] == '\n' ? 1 : 0;
      }
    }

    @Override
    public synchronized void flush() throws IOException {
      out.flush();
      answered(lines);
      lines = 0;
    }
  }
}
