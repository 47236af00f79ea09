package org.entente.desk.mcp;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
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

  /** Whether the library can take a line: at others it would fall silent for ever. */
  private boolean passes(byte[] line) throws IOException {
    if (line.length > McpStreams.LONGEST) {
      refuse(id(line), "A question has at most " + McpStreams.LONGEST + " bytes; ask for less.");
      return false;
    }
    if (new String(line, StandardCharsets.UTF_8).isBlank()) {
      return false;
    }
    if (!isMessage(line)) {
      refuse("null", "This line is no message of JSON-RPC 2.0.");
      return false;
    }
    return true;
  }

  private static boolean isMessage(byte[] line) {
    try {
      JsonNode message = JSON.readTree(line);
      return message.path("jsonrpc").asString("").equals("2.0")
          && (message.has("method") || message.has("result") || message.has("error"));
    } catch (JacksonException e) {
      return false;
    }
  }

  private void refuse(String id, String sentence) throws IOException {
    String told =
        "{\"jsonrpc\":\"2.0\",\"id\":%s,\"error\":{\"code\":-32600,\"message\":\"%s\"}}\n"
            .formatted(id, sentence);
    synchronized (this) {
      open++;
    }
    synchronized (out) { // as the library does, so that no answer stands within another
      out.write(told.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  }

  /** The id of a question of which only the beginning is known; null when it comes later. */
  private static String id(byte[] beginning) {
    try (JsonParser json = JSON.createParser(beginning)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean found = json.currentName().equals("id");
        JsonToken value = json.nextToken();
        if (found && (value == JsonToken.VALUE_NUMBER_INT || value == JsonToken.VALUE_STRING)) {
          return JSON.writeValueAsString(
              value == JsonToken.VALUE_STRING ? json.getString() : json.getBigIntegerValue());
        }
        json.skipChildren();
      }
    } catch (JacksonException e) {
      // It ends within a value.
    }
    return "null";
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
      line = next();
      while (line.length > 0 && !passes(line)) {
        line = next();
      }
      at = 0;
      asked(line);
      if (line.length == 0) {
        end();
      }
      return line.length > 0;
    }

    /** A line with its end; of one that is too long the beginning, and the rest is passed over. */
    private byte[] next() throws IOException {
      ByteArrayOutputStream next = new ByteArrayOutputStream();
      int b = source.read();
      for (; b >= 0 && b != '\n'; b = source.read()) {
        if (next.size() <= McpStreams.LONGEST) {
          next.write(b);
        }
      }
      if (b >= 0) {
        next.write(b);
      }
      return next.toByteArray();
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
