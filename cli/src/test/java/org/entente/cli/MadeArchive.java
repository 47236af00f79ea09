package org.entente.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.entente.Entente;
import org.entente.Reading;
import org.entente.digest.Digest;
import org.entente.digest.DigestJson;
import org.entente.digest.Digested;
import org.entente.source.Documents;
import org.entente.source.Item;

/** Folders as {@code entente archive run} writes them, without Spark. */
final class MadeArchive {
  static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          "message row { optional int64 number; optional binary id (STRING); optional binary sha256"
              + " (STRING); required int32 form; required binary codebook (STRING); optional binary"
              + " reading (STRING); }");

  private static final DigestJson DIGESTS = new DigestJson();

  private MadeArchive() {}

  /** One item of the input. */
  record Coded(String id, String sha256, Digested item) {}

  static List<Coded> code(Entente entente, Path input, boolean text) {
    List<Coded> all = new ArrayList<>();
    try (Stream<Item> items = Documents.standard().open(input.toString())) {
      items.forEach(item -> all.add(coded(entente, item, text)));
    }
    return all;
  }

  private static Coded coded(Entente entente, Item item, boolean text) {
    if (item.document() == null) {
      return new Coded(
          item.problems().getFirst().where(), null, new Digested(null, item.problems()));
    }
    Reading reading = entente.read(item.document());
    Digest digest = text ? Digest.of(reading) : Digest.excerpt(reading);
    return new Coded(digest.id(), digest.sha256(), new Digested(digest, item.problems()));
  }

  /** A folder in three files. */
  static Path write(Path folder, List<Coded> items, String codebook) throws IOException {
    Path table = Files.createDirectories(folder.resolve("readings"));
    int third = items.size() / 3 + 1;
    for (int i = 0; i * third < items.size(); i++) {
      List<Coded> part = items.subList(i * third, Math.min(items.size(), (i + 1) * third));
      List<Map<String, Object>> rows = new ArrayList<>();
      for (Coded c : part) {
        Map<String, Object> row = new java.util.HashMap<>();
        row.put("number", (long) rows.size());
        row.put("id", c.id());
        row.put("sha256", c.sha256());
        row.put("form", DigestJson.FORM);
        row.put("codebook", codebook);
        row.put("reading", DIGESTS.write(c.item()));
        rows.add(row);
      }
      file(table.resolve("part-%05d.parquet".formatted(i)), SCHEMA, rows);
    }
    summary(folder, codebook, items.size(), DigestJson.FORM);
    return folder;
  }

  static void summary(Path folder, String codebook, int readings, int form) throws IOException {
    Files.writeString(
        folder.resolve("archive.json"),
        "{\"codebook\":\"%s\",\"readings\":%d,\"form\":%d}".formatted(codebook, readings, form));
  }

  static void file(Path file, MessageType schema, List<Map<String, Object>> rows)
      throws IOException {
    Files.deleteIfExists(file);
    try (ParquetWriter<Map<String, Object>> writer =
        new Opening(new LocalOutputFile(file), schema)
            .withConf(new PlainParquetConfiguration())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .build()) {
      for (Map<String, Object> row : rows) {
        writer.write(row);
      }
    }
  }

  private static final class Opening extends ParquetWriter.Builder<Map<String, Object>, Opening> {
    private final MessageType schema;

    Opening(OutputFile file, MessageType schema) {
      super(file);
      this.schema = schema;
    }

    @Override
    protected Opening self() {
      return this;
    }

    @Override
    protected WriteSupport<Map<String, Object>> getWriteSupport(Configuration configuration) {
      return new Rows(schema);
    }

    @Override
    protected WriteSupport<Map<String, Object>> getWriteSupport(
        ParquetConfiguration configuration) {
      return new Rows(schema);
    }
  }

  private static final class Rows extends WriteSupport<Map<String, Object>> {
    private final MessageType schema;
    private RecordConsumer out;

    Rows(MessageType schema) {
      this.schema = schema;
    }

    @Override
    public WriteContext init(Configuration configuration) {
      return new WriteContext(schema, Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
      return new WriteContext(schema, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
      out = consumer;
    }

    @Override
    public void write(Map<String, Object> row) {
      out.startMessage();
      for (int i = 0; i < schema.getFieldCount(); i++) {
        String name = schema.getFieldName(i);
        Object value = row.get(name);
        if (value != null) {
          out.startField(name, i);
          switch (value) {
            case Long number -> out.addLong(number);
            case Integer number -> out.addInteger(number);
            default -> out.addBinary(Binary.fromString(value.toString()));
          }
          out.endField(name, i);
        }
      }
      out.endMessage();
    }
  }
}
