package org.entente.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The output folder: what is under way stands in {@code _work}, what is whole beside it, and {@code
 * archive.json} comes last. Everything is written aside and then moved. Not thread-safe.
 */
final class Workplace implements Closeable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final FileSystem system;
  private final Path out;
  private final Path work;
  private @Nullable FileChannel lock;

  Workplace(String out, Configuration configuration) throws IOException {
    this.out = Listing.path(out);
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
    if (system.exists(out) && !system.exists(work) && system.listStatus(out).length > 0) {
      throw new ArchiveException(out + " holds other files; name an empty folder");
    }
    claim();
    if (!system.exists(file)) {
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

  /**
   * Two runs in one folder would write over each other. A lock of the operating system ends with
   * its process, also with {@code kill -9}; other file systems know none that does.
   */
  private void claim() throws IOException {
    if (!(system instanceof LocalFileSystem local)) {
      return;
    }
    system.mkdirs(work);
    FileChannel file =
        FileChannel.open(
            local.pathToFile(new Path(work, "lock")).toPath(),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    lock = file;
    if (!isFree(file)) {
      throw new ArchiveException(
          out + " is being written by another run; wait for its end, or name another folder");
    }
  }

  private static boolean isFree(FileChannel file) throws IOException {
    try {
      return file.tryLock() != null;
    } catch (OverlappingFileLockException e) { // within this process
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    if (lock != null) {
      lock.close();
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
