package org.entente.archive;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** Finds the files of the inputs and divides those that can be divided. Sorted by path. */
final class Listing {
  private final Configuration configuration;
  private final long sliceBytes;

  Listing(Configuration configuration, long sliceBytes) {
    this.configuration = configuration;
    this.sliceBytes = sliceBytes;
  }

  /**
   * The slices of files and folders.
   *
   * @throws ArchiveException where an input is not there, or none holds a file
   */
  List<Slice> of(List<String> inputs) throws IOException {
    List<FileStatus> files = new ArrayList<>();
    for (String input : inputs) {
      add(new Path(input), files);
    }
    files.sort(Comparator.comparing(f -> f.getPath().toString()));
    List<Slice> slices = new ArrayList<>();
    for (FileStatus file : files) {
      divide(file, slices);
    }
    if (slices.isEmpty()) {
      throw new ArchiveException(
          String.join(", ", inputs) + " holds no file; name WARC, Parquet or JSON Lines files");
    }
    return slices;
  }

  private void add(Path path, List<FileStatus> files) throws IOException {
    FileSystem system = path.getFileSystem(configuration);
    try {
      RemoteIterator<LocatedFileStatus> found = system.listFiles(path, true);
      while (found.hasNext()) {
        LocatedFileStatus file = found.next();
        String name = file.getPath().getName();
        if (!name.startsWith(".") && !name.startsWith("_")) {
          files.add(file);
        }
      }
    } catch (FileNotFoundException e) {
      throw new ArchiveException("there is no input " + path, e);
    }
  }

  private void divide(FileStatus file, List<Slice> slices) {
    String path = file.getPath().toString();
    long length = file.getLen();
    long step = isLines(path) ? sliceBytes : Math.max(length, 1);
    for (long start = 0; start == 0 || start < length; start += step) {
      slices.add(new Slice(path, start, Math.min(step, length - start)));
    }
  }

  static boolean isLines(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return lower.endsWith(".jsonl") || lower.endsWith(".ndjson") || lower.endsWith(".jsonlines");
  }

  static boolean isParquet(String path) {
    return path.toLowerCase(Locale.ROOT).endsWith(".parquet");
  }
}
