package org.entente.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.entente.codebook.EventType;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A file of JSON objects, one on each line: by themselves (JSON Lines), or within something that
 * stands before and after them.
 *
 * @param form name, line about it, extension, media type
 * @param frame what stands before the first object, between two, and after the last
 * @param items makes the objects
 */
record ItemFile(Form form, Frame frame, Items items) implements Layout {
  /** What a user is told of a layout. */
  record Form(String name, String about, String extension, String mediaType) {}

  /** What stands around objects. */
  record Frame(String before, String between, String after) {
    /** JSON Lines. */
    static final Frame LINES = new Frame("", "\n", "\n");
  }

  /** Makes the objects of one article. */
  interface Items {
    void write(ArticleRecord article, ItemWriter out) throws IOException;
  }

  /** Takes objects. */
  interface ItemWriter {
    void item(Consumer<JsonGenerator> members) throws IOException;

    void refuse(String reason);
  }

  @Override
  public String name() {
    return form.name;
  }

  @Override
  public String about() {
    return form.about;
  }

  @Override
  public String extension() {
    return form.extension;
  }

  @Override
  public String mediaType() {
    return form.mediaType;
  }

  @Override
  public Sheet sheet(OutputStream out, Heading heading, Written before) {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    return new Objects(this, writer, new Tally(before));
  }

  /** A code with its name, as all objects show it. */
  static void writeType(JsonGenerator json, EventType type) {
    json.writeStringProperty("code", type.code());
    json.writeStringProperty("name", type.name());
    json.writeStringProperty("plover", type.plover());
    json.writeStringProperty("mode", type.mode());
    json.writeArrayPropertyStart("contexts");
    type.contexts().forEach(json::writeString);
    json.writeEndArray();
    json.writeNumberProperty("quad", type.quad());
    json.writeNumberProperty("goldstein", type.goldstein());
  }

  private static final class Objects implements Sheet, ItemWriter {
    private final JsonFactory factory = new JsonFactory();
    private final ItemFile file;
    private final Writer out;
    private final Tally tally;

    Objects(ItemFile file, Writer out, Tally tally) {
      this.file = file;
      this.out = out;
      this.tally = tally;
    }

    @Override
    public void begin() throws IOException {
      out.write(file.frame.before);
    }

    @Override
    public void add(ArticleRecord article) throws IOException {
      file.items.write(article, this);
    }

    @Override
    public void item(Consumer<JsonGenerator> members) throws IOException {
      StringWriter line = new StringWriter();
      try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), line)) {
        json.writeStartObject();
        members.accept(json);
        json.writeEndObject();
      }
      if (tally.rows() > 0) {
        out.write(file.frame.between);
      }
      out.write(line.toString());
      tally.row();
    }

    @Override
    public void refuse(String reason) {
      tally.refuse(reason);
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void end() throws IOException {
      boolean lines = file.frame == Frame.LINES;
      if (!lines || tally.rows() > 0) {
        out.write(file.frame.after);
      }
      out.flush();
    }

    @Override
    public Written written() {
      return tally.written();
    }
  }
}
