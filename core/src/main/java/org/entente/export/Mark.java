package org.entente.export;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * How far an interrupted file is whole, kept in a small file beside it.
 *
 * @param after the last article that is in it
 * @param bytes how long it is up to there
 * @param written what is in it
 */
record Mark(long after, long bytes, Written written) {
  private static final Mark START = new Mark(0, 0, Written.NOTHING);
  private static final String REFUSED = "refused.";

  /** The mark of {@code part}; the start when there is none, or when it is of something else. */
  static Mark read(Path part, Layout layout, Heading heading) throws IOException {
    Path file = beside(part);
    if (!Files.exists(file) || !Files.exists(part)) {
      return START;
    }
    Properties kept = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      kept.load(in);
    } catch (IllegalArgumentException e) {
      return START;
    }
    if (!identity(layout, heading).equals(kept.getProperty("of"))) {
      return START;
    }
    Map<String, Long> refused = new TreeMap<>();
    for (String name : kept.stringPropertyNames()) {
      if (name.startsWith(REFUSED)) {
        refused.put(name.substring(REFUSED.length()), Long.valueOf(kept.getProperty(name)));
      }
    }
    Mark mark =
        new Mark(
            number(kept, "after"),
            number(kept, "bytes"),
            new Written(number(kept, "rows"), refused));
    return Files.size(part) < mark.bytes ? START : mark;
  }

  private static long number(Properties kept, String name) {
    return Long.parseLong(kept.getProperty(name, "0"));
  }

  void write(Path part, Layout layout, Heading heading) throws IOException {
    Properties kept = new Properties();
    kept.setProperty("of", identity(layout, heading));
    kept.setProperty("after", Long.toString(after));
    kept.setProperty("bytes", Long.toString(bytes));
    kept.setProperty("rows", Long.toString(written.rows()));
    written.refused().forEach((why, n) -> kept.setProperty(REFUSED + why, Long.toString(n)));
    Path file = beside(part);
    Path aside = file.resolveSibling(file.getFileName() + ".new");
    try (Writer out = Files.newBufferedWriter(aside)) {
      kept.store(out, null);
    }
    Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  static void forget(Path part) throws IOException {
    Files.deleteIfExists(beside(part));
  }

  private static Path beside(Path part) {
    return part.resolveSibling(part.getFileName() + ".mark");
  }

  private static String identity(Layout layout, Heading heading) {
    return layout.name() + " " + heading.selection() + " " + heading.state();
  }
}
