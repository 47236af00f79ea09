package org.entente.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Parquet file, read back by DuckDB. */
class ParquetTest {
  @TempDir Path folder;

  @Test
  void holdsEveryEventWithItsTypes() throws Exception {
    Path file = write(MemoryRecords.of(Samples.events()));
    try (Duck duck = new Duck()) {
      assertThat(
              duck.ask(
                  "SELECT count(*), min(code), typeof(any_value(day)), typeof(any_value(event_id)),"
                      + " typeof(any_value(goldstein)), sum(quad) FROM '"
                      + file
                      + "'"))
          .containsExactly("7", "014", "DATE", "BIGINT", "DOUBLE", "15");
      assertThat(duck.ask("SELECT DISTINCT compression FROM parquet_metadata('" + file + "')"))
          .containsExactly("ZSTD");
      assertThat(
              duck.ask(
                  "SELECT decode(value) FROM parquet_kv_metadata('"
                      + file
                      + "') WHERE decode(key) = 'entente.codebook'"))
          .containsExactly("1-samples");
    }
  }

  @Test
  void anyTextGoesInAndComesOut() throws Exception {
    Path file = write(MemoryRecords.of(Samples.hostile(3000)));
    try (Duck duck = new Duck()) {
      assertThat(
              duck.ask(
                  "SELECT count(*), count(DISTINCT event_id), count(*) FILTER (length(exact) <>"
                      + " \"end\" - start) FROM '"
                      + file
                      + "'"))
          .containsExactly("3000", "3000", "0");
    }
  }

  private Path write(MemoryRecords records) throws Exception {
    Path file = folder.resolve("events.parquet");
    Files.write(file, records.in("parquet").bytes());
    return file;
  }
}
