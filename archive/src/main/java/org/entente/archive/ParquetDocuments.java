package org.entente.archive;

import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
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
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.entente.source.Document;
import org.entente.source.Item;
import org.entente.source.Metadata;
import org.entente.text.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a Parquet file with the columns of {@code entente code}: {@code text}, and
 * optionally {@code id}, {@code date} (text or a date), {@code title}, {@code publisher}, {@code
 * url}, {@code lang}, {@code author}. Not thread-safe.
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
  static ParquetDocuments open(String path, Configuration configuration) throws IOException {
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
        path,
        ParquetReader.builder(new GroupReadSupport(), new Path(path))
            .withConf(configuration)
            .build());
  }

  private static MessageType schema(String path, Configuration configuration) throws IOException {
    try (ParquetFileReader file =
        ParquetFileReader.open(
            HadoopInputFile.fromPath(new Path(path), configuration),
            ParquetReadOptions.builder().build())) {
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
    return new Item(Document.plain(id == null ? where : id, text, metadata), problems);
  }

  private static @Nullable String value(Group row, String column) {
    if (!row.getType().containsField(column) || row.getFieldRepetitionCount(column) == 0) {
      return null;
    }
    if (!row.getType().getType(column).isPrimitive()) {
      return null;
    }
    return switch (row.getType().getType(column).asPrimitiveType().getPrimitiveTypeName()) {
      case BINARY -> row.getString(column, 0);
      case INT32 -> // a date is stored as days since 1970
          column.equals("date")
              ? LocalDate.ofEpochDay(row.getInteger(column, 0)).toString()
              : row.getValueToString(row.getType().getFieldIndex(column), 0);
      default -> row.getValueToString(row.getType().getFieldIndex(column), 0);
    };
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
