package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that exports in the midst of it, and looks at what bears the file's name. */
@Tag("slow")
class KilledExportTest {
  private static final List<String> LAYOUTS =
      List.of("table", "annotations", "parquet", "dyads", "icews-sqlite");

  @TempDir private static Path shared;
  private static Path chronicle;

  @TempDir private Path folder;

  @BeforeAll
  static void addTheChronicle() throws Exception {
    chronicle = Programs.chronicle(shared);
  }

  @Test
  void nothingHalfWrittenBearsTheNameAndTheNextRunCompletesIt() throws Exception {
    int killed = 0;
    for (String layout : LAYOUTS) {
      Path whole = folder.resolve("whole-" + layout);
      assertThat(export(layout, whole)).isZero();
      Path file = folder.resolve("killed-" + layout);
      for (int attempt = 0; attempt < 3; attempt++) {
        killed += killWhileWriting(layout, file) ? 1 : 0;
        if (Files.exists(file)) {
          assertThat(file).as(layout).hasSameBinaryContentAs(whole);
        }
        Files.deleteIfExists(file);
      }
      assertThat(export(layout, file)).isZero();
      assertThat(file).as(layout).hasSameBinaryContentAs(whole);
    }
    assertThat(killed).as("killed while something stood aside").isGreaterThanOrEqualTo(5);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).as("all that stood aside is gone").hasSize(2 * LAYOUTS.size());
    }
  }

  private static int export(String layout, Path file) {
    return Programs.here(
        "export", layout, "--store", chronicle.toString(), "--out", file.toString());
  }

  /** Whether it was killed (by SIGKILL) when its file stood aside and did not bear its name yet. */
  private boolean killWhileWriting(String layout, Path file) throws Exception {
    List<String> command =
        Programs.own("export", layout, "--store", chronicle.toString(), "--out", file.toString());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    while (process.isAlive() && !isAside(file)) {
      Thread.onSpinWait();
    }
    process.destroyForcibly().waitFor();
    return isAside(file) && !Files.exists(file);
  }

  private boolean isAside(Path file) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.anyMatch(
          f -> f.getFileName().toString().startsWith(file.getFileName() + ".") && !f.equals(file));
    }
  }
}
