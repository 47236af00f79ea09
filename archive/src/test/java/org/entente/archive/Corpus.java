package org.entente.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Made-up articles to be coded, and what a run wrote, to be compared. */
final class Corpus {
  private static final List<String> ACTORS =
      List.of("Russia", "France", "Turkey", "Iran", "Japan", "Israel", "Egypt", "China", "India");
  private static final List<String> ACTS =
      List.of(
          "condemned %s on Tuesday.",
          "praised %s after talks in Vienna.",
          "threatened %s with sanctions.",
          "said it hoped to sign an agreement with %s.",
          "expelled two diplomats of %s.");

  private Corpus() {}

  /** A line of JSON Lines with an article of its own; the same number gives the same article. */
  static String line(int number) {
    LocalDate day = LocalDate.of(2013, 1, 1).plusDays(number % 120);
    return "{\"id\":\"made-%05d\",\"date\":\"%s\",\"url\":\"https://%s.example/%d\",\"title\":\"Made article %d\",\"text\":\"%s\"}"
        .formatted(
            number, day, number % 2 == 0 ? "gazette" : "herald", number, number, text(number));
  }

  static String text(int number) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      int seed = number * 7 + i * 13 + number / 9 * i;
      String source = ACTORS.get(Math.floorMod(seed, ACTORS.size()));
      String target = ACTORS.get(Math.floorMod(seed + 1 + number % 7, ACTORS.size()));
      text.append(source).append(' ');
      text.append(ACTS.get(Math.floorMod(seed / 3 + i, ACTS.size())).formatted(target));
      text.append(" Article ").append(number).append(" has item ").append(seed).append(" here. ");
    }
    return text.toString().strip();
  }

  static Path lines(Path file, int from, int to) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = from; i < to; i++) {
      lines.add(line(i));
    }
    Files.createDirectories(file.getParent());
    return Files.write(file, lines);
  }

  /** All rows of a table in one order, as text. */
  static List<String> rows(SparkSession spark, Path out, String table) {
    return spark.read().parquet(out.resolve(table).toString()).collectAsList().stream()
        .map(Row::toString)
        .sorted()
        .toList();
  }

  /** The tables that a run wrote. */
  static List<String> tables(Path out) {
    try (Stream<Path> files = Files.list(out)) {
      return files
          .filter(Files::isDirectory)
          .map(f -> f.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
