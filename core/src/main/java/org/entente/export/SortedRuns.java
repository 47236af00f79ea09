package org.entente.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sorts keys, each with a small value, of which the first that was added under a key counts. Holds
 * a few megabytes however many there are: what is too much is kept in sorted runs in one file in
 * the folder for temporary files, eight bytes a key, which is gone when the process is. Not
 * thread-safe.
 */
final class SortedRuns {
  /** Bits of a key. */
  static final int KEY_BITS = 48;

  /** Bits of a value. */
  static final int VALUE_BITS = 3;

  private static final int PLACE_BITS = 15;

  /** Keys in memory, which become a run. */
  private static final int LENGTH = 1 << PLACE_BITS;

  /** Runs that are read at once: more are merged into one. */
  private static final int MOST = 512;

  /** Bytes that are read of a run at once. */
  private static final int BUFFER = 1 << 12;

  private final long[] keys = new long[LENGTH];
  private final byte[] values = new byte[LENGTH];
  private final int most;
  private List<Run> runs = new ArrayList<>();
  private @Nullable FileChannel file;
  private int size;
  private long end;
  private long repeated;

  SortedRuns() {
    this(MOST);
  }

  /**
   * @param most runs that are read at once
   */
  SortedRuns(int most) {
    this.most = most;
  }

  /** Takes keys in their order. */
  interface Visitor {
    void visit(long key, int value) throws IOException;
  }

  /** Some sorted keys in the file, each once. */
  private record Run(long start, long length) {}

  /**
   * Adds a key.
   *
   * @param key at least 0, below 2⁴⁸
   * @param value 0 to 7
   */
  void add(long key, int value) throws IOException {
    if (key >>> KEY_BITS != 0 || value >>> VALUE_BITS != 0) {
      throw new IllegalArgumentException(key + " or " + value + " has too many bits");
    }
    if (size == LENGTH) {
      spill();
    }
    keys[size] = key << PLACE_BITS | size;
    values[size++] = (byte) value;
  }

  /** Adds that found their key there already: known when all were visited. */
  long repeated() {
    return repeated;
  }

  /** Visits every key once, with the value that it was added with first. Nothing is added later. */
  void each(Visitor visitor) throws IOException {
    if (runs.isEmpty()) {
      drain(visitor);
      return;
    }
    spill();
    merge(visitor);
    file().close();
  }

  /** Hands over what is in memory: the place breaks ties, so that the first stands first. */
  private void drain(Visitor visitor) throws IOException {
    Arrays.sort(keys, 0, size);
    long last = -1;
    for (int i = 0; i < size; i++) {
      long key = keys[i] >>> PLACE_BITS;
      if (key == last) {
        repeated++;
      } else {
        visitor.visit(key, values[(int) (keys[i] & LENGTH - 1)]);
        last = key;
      }
    }
    size = 0;
  }

  private void spill() throws IOException {
    if (runs.size() == most) {
      Written merged = new Written();
      merge(merged);
      runs = new ArrayList<>(List.of(merged.run()));
    }
    Written run = new Written();
    drain(run);
    runs.add(run.run());
  }

  /** Earlier runs come first among equals. */
  private void merge(Visitor visitor) throws IOException {
    PriorityQueue<Reading> open = new PriorityQueue<>();
    for (int i = 0; i < runs.size(); i++) {
      Reading reading = new Reading(runs.get(i), i);
      if (reading.advance()) {
        open.add(reading);
      }
    }
    long last = -1;
    while (!open.isEmpty()) {
      Reading first = open.remove();
      if (first.key == last) {
        repeated++;
      } else {
        visitor.visit(first.key, first.value);
        last = first.key;
      }
      if (first.advance()) {
        open.add(first);
      }
    }
  }

  private FileChannel file() throws IOException {
    FileChannel open = file;
    if (open == null) {
      Path path = Files.createTempFile("entente", ".runs");
      open =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      file = open;
    }
    return open;
  }

  /** A run on its way into the file, behind all that is there. */
  private final class Written implements Visitor {
    private final ByteBuffer buffer = ByteBuffer.allocate(16 * BUFFER);
    private final long start = end;

    @Override
    public void visit(long key, int value) throws IOException {
      if (!buffer.hasRemaining()) {
        flush();
      }
      buffer.putLong(key << VALUE_BITS | value);
    }

    private void flush() throws IOException {
      buffer.flip();
      while (buffer.hasRemaining()) {
        end += file().write(buffer, end);
      }
      buffer.clear();
    }

    Run run() throws IOException {
      flush();
      return new Run(start, end - start);
    }
  }

  /** A run that is read from its beginning. */
  private final class Reading implements Comparable<Reading> {
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);
    private final int number;
    private final long stop;
    private long at;
    private long key;
    private int value;

    Reading(Run run, int number) {
      this.number = number;
      this.at = run.start;
      this.stop = run.start + run.length;
    }

    /** Whether there was another key. */
    boolean advance() throws IOException {
      if (!buffer.hasRemaining() && !fill()) {
        return false;
      }
      long both = buffer.getLong();
      key = both >>> VALUE_BITS;
      value = (int) (both & (1 << VALUE_BITS) - 1);
      return true;
    }

    private boolean fill() throws IOException {
      buffer.clear().limit((int) Math.min(BUFFER, stop - at));
      while (buffer.hasRemaining()) {
        int read = file().read(buffer, at);
        if (read < 0) {
          throw new IOException("the file for temporary keys ended early");
        }
        at += read;
      }
      buffer.flip();
      return buffer.hasRemaining();
    }

    @Override
    public int compareTo(Reading other) {
      int order = Long.compare(key, other.key);
      return order != 0 ? order : Integer.compare(number, other.number);
    }
  }
}
