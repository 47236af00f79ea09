package org.entente.source;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.entente.text.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The records of a WARC archive (ISO 28500), one in memory at a time. After a broken record the
 * next one is looked for, by the line with which every record begins. Not thread-safe.
 */
final class WarcRecords {
  /** Ours: fields of a record have some hundred bytes; what is longer is no header. */
  private static final int LONGEST_LINE = 1 << 16;

  private static final int MOST_FIELDS = 1000;

  private final InputStream in;
  private @Nullable Record open;
  private @Nullable String ahead; // a line that begins a record and was met while looking for one
  private long position;
  private long lineStart;
  private int number;
  private boolean atEnd;

  WarcRecords(InputStream in) {
    this.in = in;
  }

  /** A record could not be read; the next one is looked for when it is asked for. */
  static final class BrokenException extends IOException {
    private static final long serialVersionUID = 1;
    private final Problem.Kind kind;

    BrokenException(Problem.Kind kind, String message) {
      super(message);
      this.kind = kind;
    }

    Problem.Kind kind() {
      return kind;
    }
  }

  /** A record: its fields by lower-case name, and its body, which is read when it is asked for. */
  final class Record {
    private final Map<String, String> fields;
    private final long start;
    private long left;

    private Record(Map<String, String> fields, long start, long length) {
      this.fields = fields;
      this.start = start;
      this.left = length;
    }

    /** Empty where there is none. */
    String field(String name) {
      return fields.getOrDefault(name, "");
    }

    /** The whole body; null where it is larger than a document may be. */
    byte @Nullable [] body() throws IOException {
      if (left > Limits.DOCUMENT) {
        return null;
      }
      int length = (int) left;
      left = 0;
      try {
        byte[] body = read(length);
        if (body.length < length) {
          throw cut(start);
        }
        return body;
      } catch (Members.DamagedException | EOFException e) {
        throw broken(e, start);
      }
    }
  }

  /** How many records were met, with the broken ones: the place of the one that was last. */
  int number() {
    return number;
  }

  /**
   * The next record; null at the end.
   *
   * @throws BrokenException for one that cannot be read; call again for the next
   */
  @Nullable Record next() throws IOException {
    if (atEnd) {
      return null;
    }
    try {
      skipBody();
      return header();
    } catch (Members.DamagedException | EOFException e) {
      throw broken(e, position);
    }
  }

  private BrokenException broken(IOException e, long start) {
    open = null;
    return e instanceof EOFException
        ? cut(start)
        : new BrokenException(Problem.Kind.MALFORMED, "at byte " + start + " " + e.getMessage());
  }

  private @Nullable Record header() throws IOException {
    String line = ahead == null ? firstLine() : ahead;
    ahead = null;
    if (line == null) {
      atEnd = true;
      return null;
    }
    number++;
    long start = lineStart;
    if (!begins(line)) {
      throw broken(start, "is no WARC record", line());
    }
    Map<String, String> fields = fields(start);
    long length = length(fields.getOrDefault("content-length", ""));
    if (length < 0) {
      throw broken(start, "is a WARC record without a length", line());
    }
    Record record = new Record(fields, start, length);
    open = record;
    return record;
  }

  private Map<String, String> fields(long start) throws IOException {
    Map<String, String> fields = new HashMap<>();
    String name = "";
    for (String line = line(); line != null && !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (Character.isWhitespace(line.charAt(0))) { // a folded line goes on with the field before
        fields.merge(name, line.strip(), (a, b) -> a + " " + b);
      } else if (colon <= 0 || fields.size() > MOST_FIELDS) {
        throw broken(start, "is a WARC record with a broken header", line);
      } else {
        name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        fields.putIfAbsent(name, line.substring(colon + 1).strip());
      }
    }
    return fields;
  }

  private static long length(String printed) {
    try {
      return Long.parseLong(printed);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private void skipBody() throws IOException {
    Record record = open;
    open = null;
    while (record != null && record.left > 0) {
      int n = read((int) Math.min(record.left, 1 << 16)).length;
      if (n == 0) {
        throw cut(record.start);
      }
      record.left -= n;
    }
  }

  private @Nullable String firstLine() throws IOException {
    String line = line();
    while (line != null && line.isEmpty()) {
      line = line();
    }
    return line;
  }

  private static boolean begins(String line) {
    return line.length() < 20 && line.startsWith("WARC/") && Character.isDigit(line.charAt(5));
  }

  /**
   * What is wrong with the record at {@code start}; from {@code line} on the next is looked for.
   */
  private BrokenException broken(long start, String what, @Nullable String line)
      throws IOException {
    String next = line;
    while (next != null && !begins(next)) {
      next = line();
    }
    ahead = next;
    atEnd = next == null;
    return new BrokenException(
        Problem.Kind.MALFORMED, "at byte " + start + " " + what + "; it was left out");
  }

  private BrokenException cut(long start) {
    open = null;
    atEnd = true;
    return new BrokenException(
        Problem.Kind.TRUNCATED, "at byte " + start + " ends in the middle; the archive is cut off");
  }

  private byte[] read(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    position += bytes.length;
    return bytes;
  }

  /** A line without its end, null at the end; of one that is too long only the beginning. */
  private @Nullable String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(80);
    lineStart = position;
    int b = in.read();
    if (b < 0) {
      return null;
    }
    for (; b >= 0 && b != '\n'; b = in.read()) {
      position++;
      if (line.size() < LONGEST_LINE) {
        line.write(b);
      }
    }
    position += b < 0 ? 0 : 1;
    String text = line.toString(StandardCharsets.UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}
