package org.entente.cli;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.HydratorSupplier;
import blue.strategic.parquet.ParquetReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** One Parquet file of whole readings, row by row. Not thread-safe. */
final class ReadingsFile implements Closeable {
  private static final List<String> COLUMNS = List.of("id", "sha256", "codebook", "reading");

  private final Path path;
  private final ParquetReader<Map<String, Object>, Row> reader;
  private int rows;

  /**
   * A reading as it is kept.
   *
   * @param id of the document, or where something stands that could not be read
   * @param sha256 of the document's text; null where none could be read
   * @param codebook version that coded it
   * @param reading as {@link org.entente.digest.DigestJson} writes it
   */
  record Row(String id, @Nullable String sha256, String codebook, String reading) {}

  /**
   * @throws IOException one sentence on why it is no such file
   */
  ReadingsFile(Path path) throws IOException {
    this.path = path;
    MessageType schema = schema(path);
    for (String column : COLUMNS) {
      if (!schema.containsField(column) || !isText(schema.getType(column))) {
        throw new IOException(
            "has no column \""
                + column
                + "\" of strings (it has: "
                + String.join(", ", schema.getFields().stream().map(Type::getName).toList())
                + "); the file was left out");
      }
    }
    this.reader =
        ParquetReader.spliterator(path.toFile(), HydratorSupplier.constantly(new Cells()), COLUMNS);
  }

  private static boolean isText(Type type) {
    return type.isPrimitive()
        && type.asPrimitiveType().getPrimitiveTypeName()
            == org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
  }

  private static MessageType schema(Path path) throws IOException {
    try {
      return ParquetReader.readMetadata(path.toFile()).getFileMetaData().getSchema();
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new IOException("is no whole Parquet file; it was left out", e);
    }
  }

  Path path() {
    return path;
  }

  /**
   * The next reading; null at the end.
   *
   * @throws IOException where the file is damaged from here on
   */
  @Nullable Row next() throws IOException {
    List<Row> found = new ArrayList<>(1);
    try {
      if (!reader.tryAdvance(found::add)) {
        return null;
      }
    } catch (RuntimeException | StackOverflowError e) { // a damaged page is either
      close();
      throw new IOException("is damaged after " + rows + " readings; the rest was left out", e);
    }
    rows++;
    return found.getFirst();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private static final class Cells implements Hydrator<Map<String, Object>, Row> {
    @Override
    public Map<String, Object> start() {
      return new HashMap<>();
    }

    @Override
    public Map<String, Object> add(Map<String, Object> row, String column, @Nullable Object value) {
      if (value != null) {
        row.put(column, value);
      }
      return row;
    }

    @Override
    public Row finish(Map<String, Object> row) {
      return new Row(
          String.valueOf(row.getOrDefault("id", "")),
          (String) row.get("sha256"),
          String.valueOf(row.getOrDefault("codebook", "")),
          String.valueOf(row.getOrDefault("reading", "")));
    }
  }
}
