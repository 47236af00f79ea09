package org.entente.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How many documents sources hold, where that can be told without reading them. */
final class Total {
  /** A file of lines that is larger is not counted: counting would take longer than a second. */
  private static final long LARGEST = 1L << 30;

  private Total() {}

  /**
   * The number, or 0 where one of the sources does not tell.
   *
   * @param archives those of the sources that an archive run wrote
   */
  static long of(List<String> sources, Map<String, ArchiveFolder> archives) {
    long total = 0;
    for (String source : sources) {
      ArchiveFolder archive = archives.get(source);
      long n = archive == null ? of(source) : archive.size();
      if (n == 0) {
        return 0;
      }
      total += n;
    }
    return total;
  }

  private static long of(String source) {
    if (source.equals("-") || source.contains("://")) {
      return 0;
    }
    Path path = Path.of(source);
    try {
      if (Files.isDirectory(path)) {
        try (Stream<Path> files = Files.walk(path)) {
          return files.filter(Files::isRegularFile).count();
        }
      }
      boolean lines = source.endsWith(".jsonl") || source.endsWith(".ndjson");
      return lines && Files.isRegularFile(path) && Files.size(path) <= LARGEST ? lines(path) : 0;
    } catch (IOException e) {
      return 0; // whoever reads the source says what is wrong with it
    }
  }

  private static long lines(Path file) throws IOException {
    long lines = 0;
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        for (int i = 0; i < n; i++) {
          lines += buffer[i] == '\n' ? 1 : 0;
        }
      }
    }
    return lines;
  }
}
