package org.entente.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.time.temporal.JulianFields;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.entente.source.Document;
import org.entente.source.Item;
import org.entente.source.Metadata;
import org.entente.text.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a Parquet file with the columns of {@code entente code}: {@code text}, and
 * optionally {@code id}, {@code date} (text, a date or a point in time), {@code title}, {@code
 * publisher}, {@code url}, {@code lang}, {@code author}. Not thread-safe.
 */
final class ParquetDocuments implements Iterator<Item>, Closeable {
  private final String name;
  private final ParquetReader<Group> reader;
  private @Nullable Item next;
  private int number;

  private ParquetDocuments(String name, ParquetReader<Group> reader) {
    this.name = name;
    this.reader = reader;
    this.next = read();
  }

  /** The next row, null at the end; where the file is damaged, its problem comes last. */
  private @Nullable Item read() {
    if (number < 0) {
      return null;
    }
    try {
      Group row = reader.read();
      number++;
      return row == null ? null : item(row, name + ":" + number);
    } catch (IOException
        | RuntimeException
        | StackOverflowError e) { // a damaged page is any of these
      String message = "is damaged after " + number + " rows; the rest was left out";
      number = -1;
      return new Item(null, List.of(new Problem(Problem.Kind.MALFORMED, name, message)));
    }
  }

  /**
   * Opens a file.
   *
   * @throws IOException where it is no Parquet file, or has no column {@code text}
   */
  static ParquetDocuments open(Path path, String name, Configuration configuration)
      throws IOException {
    MessageType schema = schema(path, configuration);
    if (!schema.containsField("text")
        || !schema.getType("text").isPrimitive()
        || schema.getType("text").asPrimitiveType().getPrimitiveTypeName()
            != PrimitiveTypeName.BINARY) {
      throw new IOException(
          "has no column \"text\" of strings (it has: "
              + names(schema)
              + "); the file was left out");
    }
    return new ParquetDocuments(
        name, ParquetReader.builder(new GroupReadSupport(), path).withConf(configuration).build());
  }

  private static MessageType schema(Path path, Configuration configuration) throws IOException {
    try (ParquetFileReader file =
        ParquetFileReader.open(
            HadoopInputFile.fromPath(path, configuration), ParquetReadOptions.builder().build())) {
      return file.getFooter().getFileMetaData().getSchema();
    } catch (RuntimeException | StackOverflowError e) {
      throw new IOException("is no whole Parquet file; it was left out", e);
    }
  }

  private static String names(MessageType schema) {
    return String.join(", ", schema.getFields().stream().map(f -> f.getName()).toList());
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Item next() {
    Item item = next;
    if (item == null) {
      throw new NoSuchElementException();
    }
    next = read();
    return item;
  }

  private static Item item(Group row, String where) {
    String text = value(row, "text");
    if (text == null || text.isBlank()) {
      return new Item(
          null, List.of(new Problem(Problem.Kind.EMPTY, where, "has an empty \"text\"")));
    }
    String id = value(row, "id");
    List<Problem> problems = new ArrayList<>();
    Metadata metadata =
        new Metadata(
            value(row, "title"),
            value(row, "author"),
            value(row, "publisher"),
            value(row, "url"),
            Metadata.day(value(row, "date"), where, problems),
            value(row, "lang"));
    return new Item(
        Document.plain(id == null || id.isBlank() ? where : id, text, metadata), problems);
  }

  private static @Nullable String value(Group row, String column) {
    if (!row.getType().containsField(column) || row.getFieldRepetitionCount(column) == 0) {
      return null;
    }
    if (!row.getType().getType(column).isPrimitive()) {
      return null;
    }
    PrimitiveType type = row.getType().getType(column).asPrimitiveType();
    return switch (type.getPrimitiveTypeName()) {
      case INT32 -> type.stringifier().stringify(row.getInteger(column, 0)); // dates, too
      case INT64 -> type.stringifier().stringify(row.getLong(column, 0)); // points in time, too
      case INT96 -> day(row.getInt96(column, 0));
      case FIXED_LEN_BYTE_ARRAY -> type.stringifier().stringify(row.getBinary(column, 0));
      case BINARY -> row.getString(column, 0);
      default -> row.getValueToString(row.getType().getFieldIndex(column), 0);
    };
  }

  /** The day of a point in time as older programs write it: nanoseconds, then the Julian day. */
  private static String day(Binary time) {
    int julian = time.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN).getInt(8);
    return LocalDate.MIN.with(JulianFields.JULIAN_DAY, julian).toString();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
