package org.entente.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * The table of {@link EventTable} as Parquet: typed, compressed with zstd, versions of the codebook
 * and of the records in the file's metadata. Its library is loaded with the first such file and
 * need not be there for anything else.
 */
final class ParquetFile implements Layout {
  /** Held in memory until it is written: bytes. */
  private static final long ROW_GROUP = 8L << 20;

  @Override
  public String name() {
    return "parquet";
  }

  @Override
  public String about() {
    return "every event with status and evidence, Parquet with types, zstd";
  }

  @Override
  public String extension() {
    return "parquet";
  }

  @Override
  public String mediaType() {
    return "application/vnd.apache.parquet";
  }

  @Override
  public boolean isResumable() {
    return false;
  }

  @Override
  public Sheet sheet(OutputStream out, Heading heading, Written before) {
    return new Rows(out, heading);
  }

  private static final class Rows implements Sheet {
    private final Opening opening;
    private final Tally tally = new Tally(Written.NOTHING);
    private @Nullable ParquetWriter<ExportEvent> writer;

    Rows(OutputStream out, Heading heading) {
      this.opening = new Opening(out, heading);
    }

    @Override
    public void begin() throws IOException {
      writer =
          opening
              .withConf(new PlainParquetConfiguration())
              .withCompressionCodec(CompressionCodecName.ZSTD)
              .withRowGroupSize(ROW_GROUP)
              .build();
    }

    @Override
    public void add(ArticleRecord article) throws IOException {
      for (ExportEvent event : article.events()) {
        Objects.requireNonNull(writer).write(event);
        tally.row();
      }
    }

    @Override
    public void flush() {
      // Whole groups of rows are written when they are full.
    }

    @Override
    public void end() throws IOException {
      Objects.requireNonNull(writer).close();
    }

    @Override
    public Written written() {
      return tally.written();
    }
  }

  private static final class Opening extends ParquetWriter.Builder<ExportEvent, Opening> {
    private final Heading heading;

    Opening(OutputStream out, Heading heading) {
      super(new Streamed(out));
      this.heading = heading;
    }

    @Override
    protected Opening self() {
      return this;
    }

    @Override
    protected WriteSupport<ExportEvent> getWriteSupport(Configuration configuration) {
      return new Events(heading);
    }

    @Override
    protected WriteSupport<ExportEvent> getWriteSupport(ParquetConfiguration configuration) {
      return new Events(heading);
    }
  }

  /** Writes one event field by field; a field that is not known is left out. */
  private static final class Events extends WriteSupport<ExportEvent> {
    private final Heading heading;
    private @Nullable RecordConsumer out;

    Events(Heading heading) {
      this.heading = heading;
    }

    @Override
    public WriteContext init(Configuration configuration) {
      return context();
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
      return context();
    }

    private WriteContext context() {
      Map<String, String> about =
          Map.of("entente.codebook", heading.codebook(), "entente.state", heading.state());
      return new WriteContext(schema(), about);
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
      out = consumer;
    }

    @Override
    public void write(ExportEvent event) {
      RecordConsumer consumer = Objects.requireNonNull(out);
      consumer.startMessage();
      int i = 0;
      for (EventColumn column : EventColumn.ALL) {
        Object value = column.value().apply(event);
        if (value != null && !value.equals("")) {
          consumer.startField(column.name(), i);
          add(consumer, value);
          consumer.endField(column.name(), i);
        }
        i++;
      }
      consumer.endMessage();
    }

    private static void add(RecordConsumer consumer, Object value) {
      switch (value) {
        case Long number -> consumer.addLong(number);
        case Double number -> consumer.addDouble(number);
        case LocalDate day -> consumer.addInteger(Math.toIntExact(day.toEpochDay()));
        default -> consumer.addBinary(Binary.fromString(value.toString()));
      }
    }
  }

  private static MessageType schema() {
    List<Type> fields = new ArrayList<>();
    EventColumn.ALL.forEach(column -> fields.add(field(column)));
    return new MessageType("event", fields);
  }

  private static Type field(EventColumn column) {
    return switch (column.type()) {
      case INTEGER -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
      case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
      case DAY ->
          Types.optional(PrimitiveTypeName.INT32)
              .as(LogicalTypeAnnotation.dateType())
              .named(column.name());
      case TEXT ->
          Types.optional(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named(column.name());
    };
  }

  /** A stream that is written from its beginning to its end. */
  private record Streamed(OutputStream stream) implements OutputFile {
    @Override
    public PositionOutputStream create(long blockSize) {
      return new Position(stream);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSize) {
      return new Position(stream);
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }

  private static final class Position extends PositionOutputStream {
    private final OutputStream stream;
    private long written;

    Position(OutputStream stream) {
      this.stream = stream;
    }

    @Override
    public long getPos() {
      return written;
    }

    @Override
    public void write(int b) throws IOException {
      stream.write(b);
      written++;
    }

    @Override
    public void write(byte[] b, int offset, int length) throws IOException {
      stream.write(b, offset, length);
      written += length;
    }

    /** Whoever opened the stream closes it. */
    @Override
    public void close() throws IOException {
      stream.flush();
    }
  }
}
