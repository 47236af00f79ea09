package org.entente.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.entente.digest.DigestJson;
import org.entente.text.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The output of {@code entente archive run}, from which its readings are taken without coding them
 * again. What cannot be read becomes a problem, and the rest is still read. Not thread-safe.
 */
final class ArchiveFolder {
  private static final String SUMMARY = "archive.json";
  private static final String TABLE = "readings";

  private final Path folder;
  private @Nullable Summary summary;

  ArchiveFolder(String source) {
    this.folder = Path.of(source);
  }

  /** Whether a source is such a folder, or is called like one. */
  static boolean isNamedBy(String source) {
    if (source.equals("-") || source.contains("://")) {
      return false;
    }
    Path path = Path.of(source);
    return source.replaceFirst("/+$", "").endsWith(".parquet")
        || Files.isRegularFile(path.resolve(SUMMARY));
  }

  /**
   * What is met in the folder.
   *
   * @param row a reading; null where there is only a problem
   * @param problem null where there is a reading
   */
  record Found(ReadingsFile.@Nullable Row row, @Nullable Problem problem) {}

  /** What the folder says of itself. */
  private record Summary(String codebook, long readings, int form) {}

  /** The version of codebook and actors that coded it; empty where it does not say. */
  String codebook() {
    try {
      return summary().codebook();
    } catch (IOException e) {
      return ""; // reading it tells what is wrong
    }
  }

  /** How many readings it says to hold; 0 where it does not say. */
  long size() {
    try {
      return summary().readings();
    } catch (IOException e) {
      return 0; // reading it tells what is wrong
    }
  }

  /** All readings in the order in which they were read, one in memory at a time. */
  Iterator<Found> open() {
    try {
      Summary summary = summary();
      if (summary.form() != DigestJson.FORM) {
        throw new IOException(
            "holds readings of form "
                + summary.form()
                + ", this version of Entente reads form "
                + DigestJson.FORM
                + "; run the archive again with it, or add with the version that wrote it");
      }
      return new Walk(files(), summary.readings());
    } catch (IOException e) {
      return List.of(problem(folder, String.valueOf(e.getMessage()))).iterator();
    }
  }

  /** Read once, so that all that is said of the folder is said of one state of it. */
  private Summary summary() throws IOException {
    Summary known = summary;
    if (known == null) {
      known = read();
      summary = known;
    }
    return known;
  }

  private Summary read() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          Files.exists(folder)
              ? "is a file; name the folder that 'entente archive run' wrote"
              : "is not there; name the folder that 'entente archive run' wrote");
    }
    Path file = folder.resolve(SUMMARY);
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          Files.isDirectory(folder.resolve("_work"))
              ? "holds a run that has not ended; run 'entente archive run' again with the same words"
              : "is no output of 'entente archive run': it has no " + SUMMARY);
    }
    try {
      JsonNode all = JsonMapper.builder().build().readTree(file);
      if (!all.path(TABLE).isIntegralNumber()) {
        throw new IOException(
            "holds no readings, for it was written with --no-readings or by an older version;"
                + " run it again into another folder");
      }
      return new Summary(
          all.path("codebook").asString(""), all.path(TABLE).asLong(), all.path("form").asInt(0));
    } catch (JacksonException e) {
      throw new IOException("has an " + SUMMARY + " that cannot be read", e);
    }
  }

  private List<Path> files() throws IOException {
    Path table = folder.resolve(TABLE);
    if (!Files.isDirectory(table)) {
      throw new IOException("lacks its table " + TABLE + "; copy it from where it was written");
    }
    try (Stream<Path> files = Files.list(table)) {
      return files
          .filter(f -> f.toString().endsWith(".parquet"))
          .filter(f -> !f.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    }
  }

  private static Found problem(Path where, String message) {
    return new Found(null, new Problem(Problem.Kind.MALFORMED, where.toString(), message));
  }

  /** One file after the other. */
  private final class Walk implements Iterator<Found> {
    private final Iterator<Path> files;
    private final long expected;
    private @Nullable ReadingsFile open;
    private @Nullable Found next;
    private long rows;
    private boolean told;

    Walk(List<Path> files, long expected) {
      this.files = files.iterator();
      this.expected = expected;
    }

    @Override
    public boolean hasNext() {
      while (next == null && (open != null || files.hasNext())) {
        next = pull();
      }
      if (next == null && !told && rows != expected) {
        next =
            problem(
                folder,
                "holds " + rows + " of its " + expected + " readings; the others are missing");
        told = true;
      }
      return next != null;
    }

    @Override
    public Found next() {
      if (!hasNext()) {
        throw new java.util.NoSuchElementException();
      }
      Found found = java.util.Objects.requireNonNull(next);
      next = null;
      return found;
    }

    private @Nullable Found pull() {
      ReadingsFile file = open;
      Path path = file == null ? files.next() : file.path();
      try {
        if (file == null) {
          file = new ReadingsFile(path);
          open = file;
        }
        ReadingsFile.Row row = file.next();
        if (row == null) {
          open = null;
          file.close();
          return null;
        }
        rows++;
        return new Found(row, null);
      } catch (IOException e) {
        open = null;
        return problem(path, String.valueOf(e.getMessage()));
      }
    }
  }
}
