package org.entente.archive;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * Finds the files of the inputs and divides those that can be divided: inputs in the order in which
 * they are named, folders sorted by name, as {@code entente add} goes through them, each file once.
 * Hidden files and what begins with an underscore (as Hadoop marks what is no data) are passed over
 * in folders, and so is the output.
 */
final class Listing {
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:/.*");

  private final Configuration configuration;
  private final Path out;
  private final long sliceBytes;
  private final List<Slice> slices = new ArrayList<>();
  private final Set<Path> seen = new HashSet<>();

  /**
   * @param out the folder that is written, which is never an input
   */
  Listing(Configuration configuration, String out, long sliceBytes) throws IOException {
    this.configuration = forReading(configuration);
    this.out = qualified(path(out));
    this.sliceBytes = sliceBytes;
  }

  /**
   * Local files are read as they lie there: Hadoop would look for a file of checksums beside each,
   * and fails where a name has a colon.
   */
  static Configuration forReading(Configuration configuration) {
    Configuration raw = new Configuration(configuration);
    raw.setClass("fs.file.impl", RawLocalFileSystem.class, FileSystem.class);
    raw.setBoolean("fs.file.impl.disable.cache", true);
    return raw;
  }

  /**
   * The slices of files and folders.
   *
   * @throws ArchiveException where an input is not there, or none holds a file
   */
  List<Slice> of(List<String> inputs) throws IOException {
    for (String input : inputs) {
      add(input);
    }
    if (slices.isEmpty()) {
      throw new ArchiveException(
          String.join(", ", inputs) + " holds no file; name WARC, Parquet or JSON Lines files");
    }
    return List.copyOf(slices);
  }

  private void add(String input) throws IOException {
    if (input.isBlank()) {
      throw new ArchiveException("an input has no name; name WARC, Parquet or JSON Lines files");
    }
    Path path = path(input);
    FileSystem system = path.getFileSystem(configuration);
    try {
      FileStatus status = system.getFileStatus(path);
      boolean named = SCHEME.matcher(input).matches() || !status.isDirectory();
      walk(
          system,
          status,
          named ? input.replaceFirst("(?<=.)/+$", "") : java.nio.file.Path.of(input).toString());
    } catch (FileNotFoundException e) {
      throw new ArchiveException("there is no input " + input, e);
    }
  }

  private void walk(FileSystem system, FileStatus status, String name) throws IOException {
    if (status.getPath().equals(out) || !seen.add(status.getPath())) {
      return;
    }
    if (!status.isDirectory()) {
      divide(system, status, name);
      return;
    }
    FileStatus[] children = system.listStatus(status.getPath());
    Arrays.sort(children, Comparator.comparing(c -> c.getPath().getName()));
    for (FileStatus child : children) {
      if (isData(child.getPath())) {
        walk(system, child, (name.endsWith("/") ? name : name + "/") + child.getPath().getName());
      }
    }
  }

  /** Pipes never end, and links to folders may lead in a circle. */
  private static boolean isData(Path path) {
    if (path.getName().startsWith(".") || path.getName().startsWith("_")) {
      return false;
    }
    if (!"file".equals(path.toUri().getScheme())) {
      return true;
    }
    java.nio.file.Path local = java.nio.file.Path.of(path.toUri().getPath());
    return Files.isRegularFile(local) || Files.isDirectory(local, LinkOption.NOFOLLOW_LINKS);
  }

  private void divide(FileSystem system, FileStatus file, String name) throws IOException {
    String path = file.getPath().toString();
    long length = file.getLen();
    boolean cut = length > sliceBytes && isLines(path) && !isPacked(system, file.getPath());
    long step = cut ? sliceBytes : Math.max(length, 1);
    for (long start = 0; start == 0 || start < length; start += step) {
      slices.add(new Slice(path, name, start, Math.min(step, length - start)));
    }
  }

  /** Whether a file holds gzip, whatever it is called. */
  private static boolean isPacked(FileSystem system, Path path) {
    try (InputStream in = system.open(path)) {
      return in.read() == 0x1F && in.read() == 0x8B;
    } catch (IOException e) {
      return false; // whoever reads it says what is wrong with it
    }
  }

  /** What has no scheme is a name, colons and all. */
  static Path path(String input) {
    return SCHEME.matcher(input).matches() ? new Path(input) : new Path(null, null, input);
  }

  private Path qualified(Path path) throws IOException {
    return path.getFileSystem(configuration).makeQualified(path);
  }

  static boolean isLines(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return lower.endsWith(".jsonl") || lower.endsWith(".ndjson") || lower.endsWith(".jsonlines");
  }

  static boolean isParquet(String path) {
    return path.toLowerCase(Locale.ROOT).endsWith(".parquet");
  }
}
