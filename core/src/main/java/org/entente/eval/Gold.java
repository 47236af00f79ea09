package org.entente.eval;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.codebook.DataFile;

/** Reads gold files: tab-separated columns, lines that begin with # are remarks. */
final class Gold {
  private Gold() {}

  static List<DataFile.Row> rows(Path file, int columns) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      DataFile gold = DataFile.read(file.toString(), in, columns);
      gold.check();
      return gold.rows();
    }
  }

  static double f1(int hit, int found, int wanted) {
    return found + wanted == 0 ? 1 : 2.0 * hit / (found + wanted);
  }
}
