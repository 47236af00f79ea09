package org.entente.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.entente.export.DataPackage.PackageFile;
import org.entente.export.EventColumn.Type;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * {@code datapackage.json}: files, columns, keys, licences. By the rules of Data Package 1, Tabular
 * Data Resource 1 and Table Schema 1 (specs.frictionlessdata.io). What a licence is called stands
 * in the Open Definition's list or is told in a file of the package; a column tells its own as
 * {@code licence}, which those rules leave to us.
 */
final class PackageDescription {
  /** What others may do with codings, which are facts. */
  private static final String FREE = "CC0-1.0";

  /** Scripts and their explanation, which are of this project. */
  private static final String OURS = "Apache-2.0";

  /** Words of an article, quoted as evidence. */
  private static final String PUBLISHER = "LicenseRef-publisher";

  /** Where it is told what may be done with them. */
  private static final String TOLD = "README.md";

  /** How files end, and what they are. */
  private static final Map<String, String> KINDS =
      Map.of(
          "tab", "text/tab-separated-values",
          "parquet", "application/vnd.apache.parquet",
          "jsonl", "application/x-ndjson",
          "md", "text/markdown",
          "cff", "application/yaml",
          "py", "text/x-python",
          "r", "text/x-r",
          "sql", "application/sql");

  private static final Map<String, List<String>> KEYS =
      Map.of(
          "events", List.of("event_id"),
          "dyads", List.of("iso3_1", "iso3_2", "year", "month"),
          "withdrawn", List.of("what", "id"));

  private PackageDescription() {}

  static byte[] of(Heading heading, List<PackageFile> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("profile", "data-package");
      json.writeStringProperty("name", "entente-export");
      json.writeStringProperty("title", "Events and quotations read by Entente");
      json.writeStringProperty("version", heading.codebook());
      licences(json, true, true, false);
      json.writeArrayPropertyStart("resources");
      files.forEach(f -> resource(json, f));
      json.writeEndArray();
      json.writeEndObject();
    }
    return (out.toString(StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static void licences(JsonGenerator json, boolean free, boolean words, boolean ours) {
    json.writeArrayPropertyStart("licenses");
    if (free) {
      licence(json, "name", FREE, "codings are facts");
    }
    if (words) {
      licence(json, "path", TOLD, "words of articles belong to who wrote them; see each column");
    }
    if (ours) {
      licence(json, "name", OURS, "scripts and their explanation");
    }
    json.writeEndArray();
  }

  private static void licence(JsonGenerator json, String member, String value, String title) {
    json.writeStartObject();
    json.writeStringProperty(member, value);
    json.writeStringProperty("title", title);
    json.writeEndObject();
  }

  private static void resource(JsonGenerator json, PackageFile file) {
    int dot = file.name().lastIndexOf('.');
    String base = file.name().substring(0, dot);
    String end = file.name().substring(dot + 1).toLowerCase(Locale.ROOT);
    boolean table = end.equals("tab");
    boolean data = table || end.equals("parquet") || end.equals("jsonl");
    json.writeStartObject();
    json.writeStringProperty("name", (table ? base : base + "-" + end).toLowerCase(Locale.ROOT));
    json.writeStringProperty("path", file.name());
    json.writeStringProperty("format", table ? "tsv" : end);
    json.writeStringProperty("mediatype", Objects.requireNonNull(KINDS.get(end)));
    json.writeNumberProperty("bytes", file.bytes());
    json.writeStringProperty("hash", "sha256:" + file.sha256());
    boolean words = base.equals("events") || base.equals("quotations");
    licences(json, data || end.equals("cff"), words, !data && !end.equals("cff"));
    if (table) {
      json.writeStringProperty("profile", "tabular-data-resource");
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
    List<String> key = Objects.requireNonNull(KEYS.get(table));
    json.writeObjectPropertyStart("schema");
    json.writeArrayPropertyStart("fields");
    columns(table).forEach(c -> field(json, c, key.contains(c.name())));
    json.writeEndArray();
    json.writeArrayPropertyStart("missingValues");
    json.writeString("");
    json.writeEndArray();
    json.writeArrayPropertyStart("primaryKey");
    key.forEach(json::writeString);
    json.writeEndArray();
    json.writeEndObject();
  }

  private static List<EventColumn> columns(String table) {
    return switch (table) {
      case "events" -> EventColumn.ALL;
      case "dyads" -> DyadPanel.COLUMNS.stream().map(PackageDescription::ofDyads).toList();
      case "withdrawn" ->
          WithdrawnFile.COLUMNS.stream().map(PackageDescription::ofWithdrawn).toList();
      default -> throw new IllegalArgumentException("no columns are known of " + table);
    };
  }

  private static void field(JsonGenerator json, EventColumn column, boolean key) {
    json.writeStartObject();
    json.writeStringProperty("name", column.name());
    json.writeStringProperty("type", word(column.type()));
    json.writeStringProperty("description", column.about());
    json.writeStringProperty("licence", column.words() ? PUBLISHER : FREE);
    if (key) {
      json.writeObjectPropertyStart("constraints");
      json.writeBooleanProperty("required", true);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /** Numbers of states are codes and no quantities. */
  private static EventColumn ofDyads(String name) {
    String about =
        switch (name) {
          case "year", "month" -> "the " + name;
          case "articles" -> "articles of that month that were read";
          default -> aboutState(name);
        };
    boolean text = DyadPanel.COLUMNS.indexOf(name) < DyadPanel.COLUMNS.indexOf("year");
    return new EventColumn(name, text ? Type.TEXT : Type.INTEGER, about, false, e -> null);
  }

  private static String aboutState(String name) {
    String which = name.endsWith("1") ? "the first state" : "the second state";
    if (name.startsWith("ccode")) {
      return which + ", Correlates of War number in that month";
    }
    if (name.startsWith("gwcode")) {
      return which + ", Gleditsch and Ward number";
    }
    if (name.startsWith("iso3")) {
      return which + ", ISO 3166-1 alpha-3";
    }
    String way = name.endsWith("_12") ? "by the first state to the second" : "the other way";
    return name.substring(0, name.length() - 3).replace('_', ' ') + ": events " + way;
  }

  private static EventColumn ofWithdrawn(String name) {
    return switch (name) {
      case "what" -> text(name, "event or quotation");
      case "id" ->
          new EventColumn(name, Type.INTEGER, "its id, never given again", false, e -> null);
      case "article_id" ->
          new EventColumn(name, Type.INTEGER, "key of the article", false, e -> null);
      case "code" -> text(name, "CAMEO code of an event");
      case "day" -> new EventColumn(name, Type.DAY, "the day it counted for", false, e -> null);
      case "reason" -> text(name, "coded anew, rejected, or new version of the document");
      case "codebook" -> text(name, "version of the codebook that had coded it");
      default -> throw new IllegalArgumentException("nothing is known of the column " + name);
    };
  }

  private static EventColumn text(String name, String about) {
    return new EventColumn(name, Type.TEXT, about, false, e -> null);
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
