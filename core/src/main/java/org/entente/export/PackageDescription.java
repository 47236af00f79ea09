package org.entente.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.entente.export.DataPackage.PackageFile;
import org.entente.export.EventColumn.Type;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** {@code datapackage.json} (Frictionless Data Package 1): files, columns, licences. */
final class PackageDescription {
  /** What others may do with codings, which are facts. */
  private static final String FREE = "CC0-1.0";

  /** Words of an article, quoted as evidence. */
  private static final String PUBLISHER = "LicenseRef-publisher";

  private PackageDescription() {}

  static byte[] of(Heading heading, List<PackageFile> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("profile", "data-package");
      json.writeStringProperty("name", "entente-export");
      json.writeStringProperty("title", "Events and quotations read by Entente");
      json.writeStringProperty("version", heading.codebook());
      json.writeArrayPropertyStart("licenses");
      licence(json, FREE, "codings are facts");
      licence(json, PUBLISHER, "words of articles belong to who wrote them; see each column");
      json.writeEndArray();
      json.writeArrayPropertyStart("resources");
      files.forEach(f -> resource(json, f));
      json.writeEndArray();
      json.writeEndObject();
    }
    return (out.toString(StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static void licence(JsonGenerator json, String name, String title) {
    json.writeStartObject();
    json.writeStringProperty("name", name);
    json.writeStringProperty("title", title);
    json.writeEndObject();
  }

  private static void resource(JsonGenerator json, PackageFile file) {
    int dot = file.name().lastIndexOf('.');
    String base = file.name().substring(0, dot);
    String format = file.name().substring(dot + 1).toLowerCase(Locale.ROOT);
    boolean table = format.equals("tab");
    json.writeStartObject();
    json.writeStringProperty("name", (table ? base : base + "-" + format).toLowerCase(Locale.ROOT));
    json.writeStringProperty("path", file.name());
    json.writeStringProperty("format", format);
    json.writeNumberProperty("bytes", file.bytes());
    json.writeStringProperty("hash", "sha256:" + file.sha256());
    if (table) {
      json.writeStringProperty("encoding", "utf-8");
      dialect(json);
      schema(json, base);
    }
    json.writeEndObject();
  }

  private static void dialect(JsonGenerator json) {
    json.writeObjectPropertyStart("dialect");
    json.writeStringProperty("delimiter", "\t");
    json.writeStringProperty("lineTerminator", "\n");
    json.writeBooleanProperty("header", true);
    json.writeBooleanProperty("doubleQuote", false);
    json.writeEndObject();
  }

  private static void schema(JsonGenerator json, String table) {
    json.writeObjectPropertyStart("schema");
    json.writeArrayPropertyStart("fields");
    switch (table) {
      case "events" -> EventColumn.ALL.forEach(c -> field(json, c));
      case "dyads" -> DyadPanel.COLUMNS.forEach(c -> field(json, c, dyadType(c), ""));
      case "withdrawn" -> WithdrawnFile.COLUMNS.forEach(c -> field(json, c, withdrawnType(c), ""));
      default -> throw new IllegalArgumentException("no columns are known of " + table);
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("missingValues");
    json.writeString("");
    json.writeEndArray();
    if (table.equals("events")) {
      json.writeStringProperty("primaryKey", "event_id");
    }
    json.writeEndObject();
  }

  private static void field(JsonGenerator json, EventColumn column) {
    json.writeStartObject();
    json.writeStringProperty("name", column.name());
    json.writeStringProperty("type", word(column.type()));
    json.writeStringProperty("description", column.about());
    json.writeStringProperty("licence", column.words() ? PUBLISHER : FREE);
    json.writeEndObject();
  }

  private static void field(JsonGenerator json, String name, Type type, String about) {
    field(json, new EventColumn(name, type, about, false, e -> null));
  }

  /** Numbers of states are codes, which keep their zeros. */
  private static Type dyadType(String column) {
    return DyadPanel.COLUMNS.indexOf(column) < DyadPanel.COLUMNS.indexOf("year")
        ? Type.TEXT
        : Type.INTEGER;
  }

  private static Type withdrawnType(String column) {
    return switch (column) {
      case "id", "article_id" -> Type.INTEGER;
      case "day" -> Type.DAY;
      default -> Type.TEXT;
    };
  }

  private static String word(Type type) {
    return switch (type) {
      case INTEGER -> "integer";
      case NUMBER -> "number";
      case DAY -> "date";
      case TEXT -> "string";
    };
  }
}
