package org.entente.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The output folder: what is under way stands in {@code _work}, what is whole beside it, and {@code
 * archive.json} comes last. Everything is written aside and then moved. Not thread-safe.
 */
final class Workplace {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final FileSystem system;
  private final Path out;
  private final Path work;

  Workplace(String out, Configuration configuration) throws IOException {
    this.out = new Path(out);
    this.system = this.out.getFileSystem(configuration);
    this.work = new Path(this.out, "_work");
  }

  /** Whether a run has ended here. */
  boolean isFinished() throws IOException {
    return system.exists(new Path(out, "archive.json"));
  }

  /**
   * Takes up the plan of a run that was stopped here, or begins with a new one.
   *
   * @throws ArchiveException where the run that was begun here had another input or codebook
   */
  void begin(Plan plan) throws IOException {
    Path file = new Path(work, "plan.json");
    if (!system.exists(file)) {
      if (system.exists(out) && system.listStatus(out).length > 0 && !system.exists(work)) {
        throw new ArchiveException(out + " holds other files; name an empty folder");
      }
      write(file, plan);
      return;
    }
    if (!plan.equals(read(file))) {
      throw new ArchiveException(
          out
              + " holds a run that was begun with other inputs, options or another codebook; remove "
              + work
              + " to begin anew, or name another folder");
    }
  }

  private Plan read(Path file) throws IOException {
    try (InputStream in = system.open(file)) {
      return JSON.readValue(in, Plan.class);
    } catch (JacksonException e) {
      throw new ArchiveException(file + " cannot be read; remove " + work + " to begin anew", e);
    }
  }

  /** Where a batch is kept. */
  String batch(int number) {
    return new Path(work, String.format(java.util.Locale.ROOT, "coded/batch-%06d", number))
        .toString();
  }

  /** Whether a batch was coded and committed. */
  boolean has(int batch) throws IOException {
    return system.exists(new Path(batch(batch), "_SUCCESS"));
  }

  String[] batches(int count) {
    return IntStream.range(0, count).mapToObj(this::batch).toArray(String[]::new);
  }

  /** Where a table is written before it is whole. */
  String aside(String table) {
    return new Path(work, "tables/" + table).toString();
  }

  /** Moves a table to its place. */
  void publish(String table) throws IOException {
    Path to = new Path(out, table);
    system.delete(to, true);
    if (!system.rename(new Path(aside(table)), to)) {
      throw new ArchiveException("the table " + table + " could not be moved to " + to);
    }
  }

  /** Says that all is whole, and clears away what it was made from. */
  void finish(Object summary) throws IOException {
    write(new Path(out, "archive.json"), summary);
    system.delete(work, true);
  }

  private void write(Path file, Object value) throws IOException {
    Path aside = file.suffix(".part");
    try (OutputStream bytes = system.create(aside, true)) {
      bytes.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(value));
    }
    if (!system.rename(aside, file)) {
      throw new ArchiveException(file + " could not be written");
    }
  }
}
