package org.entente.export;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs R: a reader that knows nothing of us. */
final class RScript {
  private RScript() {}

  /** What a script prints when run in a folder; the test is skipped where there is no R. */
  static String run(Path folder, Path script) throws Exception {
    assumeTrue(isThere(), "R is not installed: the independent reading is skipped");
    Path out = Files.createTempFile("r", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(List.of("Rscript", "--vanilla", script.toString()))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("R did not end within two minutes");
    }
    String printed = Files.readString(out, StandardCharsets.UTF_8).strip();
    Files.delete(out);
    if (process.exitValue() != 0) {
      throw new IllegalStateException(printed);
    }
    return printed;
  }

  private static boolean isThere() throws InterruptedException {
    try {
      return new ProcessBuilder("Rscript", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
