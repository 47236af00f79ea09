package org.entente.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entente.text.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON Lines, one document a line: {@code text}, and optionally {@code id}, {@code date}, {@code
 * title}, {@code publisher}, {@code url}, {@code lang} and {@code author}. Other members are passed
 * over. A bad line becomes a problem with its number; the lines after it are read.
 */
final class JsonLinesReader implements DocumentReader {
  private static final List<String> MEMBERS =
      List.of("id", "text", "date", "title", "publisher", "url", "lang", "author");

  private final JsonFactory factory = new JsonFactory();

  @Override
  public boolean accepts(Input input) {
    return input.named(".jsonl", ".ndjson", ".jsonlines")
        || input.typed("ndjson", "jsonl")
        || input.start().startsWith("{");
  }

  @Override
  public Items read(Input input) {
    return new Lines(input, 0);
  }

  /** The lines of a stretch of a file, before which others stand. */
  Items readFrom(Input input, int before) {
    return new Lines(input, before);
  }

  private final class Lines implements Items {
    private final Input input;
    private final LineBytes lines;
    private boolean reported;

    Lines(Input input, int before) {
      this.input = input;
      this.lines = new LineBytes(input.bytes(), before);
      this.reported = before > 0; // a stretch in which no line begins is no empty file
    }

    @Override
    public @Nullable Item next() throws IOException {
      while (lines.advance()) {
        String where = input.name() + ":" + lines.number();
        if (lines.tooLong()) {
          return Limits.tooLarge(where);
        }
        if (!lines.isBlank()) {
          return item(lines.bytes(), where);
        }
      }
      boolean empty = lines.number() == 0 && !reported;
      reported = true;
      return empty
          ? Item.failed(Problem.Kind.EMPTY, input.name(), "is empty; there is nothing to read")
          : null;
    }

    @Override
    public void close() throws IOException {
      input.close();
    }
  }

  private Item item(byte[] line, String where) {
    Charsets.Decoded decoded = Charsets.decode(line, "UTF-8", where);
    Map<String, String> members;
    try {
      members = members(decoded.text());
    } catch (JacksonException e) {
      return malformed(where, "is not JSON: " + reason(e) + "; the line was left out");
    }
    String text = members.get("text");
    if (text == null) {
      return malformed(where, "is no JSON object with a \"text\"; the line was left out");
    }
    List<Problem> problems = new ArrayList<>(decoded.problems());
    Metadata metadata =
        new Metadata(
            members.get("title"),
            members.get("author"),
            members.get("publisher"),
            members.get("url"),
            Metadata.day(members.get("date"), where, problems),
            members.get("lang"));
    String id = members.getOrDefault("id", "");
    return text.isBlank()
        ? Item.failed(Problem.Kind.EMPTY, where, "has an empty \"text\"")
        : Item.read(Document.plain(id.isBlank() ? where : id, text, metadata), problems);
  }

  private Map<String, String> members(String line) {
    Map<String, String> members = new HashMap<>();
    try (JsonParser json = factory.createParser(ObjectReadContext.empty(), line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return members;
      }
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (value.isScalarValue() && value != JsonToken.VALUE_NULL && MEMBERS.contains(name)) {
          members.put(name, json.getString());
        } else {
          json.skipChildren();
        }
      }
      json.nextToken(); // reports what follows the object on the same line
    }
    return members;
  }

  private static String reason(JacksonException e) {
    String message = Objects.requireNonNullElse(e.getOriginalMessage(), "unreadable");
    int line = message.indexOf('\n');
    return line < 0 ? message : message.substring(0, line);
  }

  private static Item malformed(String where, String message) {
    return Item.failed(Problem.Kind.MALFORMED, where, message);
  }

  /** Lines as bytes, so that a line of another charset spoils only itself. */
  private static final class LineBytes {
    private final InputStream in;
    private byte[] line = new byte[1 << 14];
    private int length;
    private int number;
    private boolean tooLong;

    LineBytes(InputStream in, int before) {
      this.in = in;
      this.number = before;
    }

    boolean advance() throws IOException {
      length = 0;
      tooLong = false;
      int b = in.read();
      if (b < 0) {
        return false;
      }
      number++;
      for (; b >= 0 && b != '\n'; b = in.read()) {
        tooLong |= length >= Limits.DOCUMENT;
        if (!tooLong) {
          append((byte) b);
        }
      }
      return true;
    }

    private void append(byte b) {
      if (length == line.length) {
        line = java.util.Arrays.copyOf(line, 2 * length);
      }
      line[length++] = b;
    }

    int number() {
      return number;
    }

    boolean tooLong() {
      return tooLong;
    }

    byte[] bytes() {
      return java.util.Arrays.copyOf(line, length);
    }

    boolean isBlank() {
      for (int i = 0; i < length; i++) {
        if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
          return false;
        }
      }
      return true;
    }
  }
}
