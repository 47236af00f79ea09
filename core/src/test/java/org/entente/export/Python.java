package org.entente.export;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a few lines of Python: a reader that knows nothing of us. */
final class Python {
  private static final String DEBIAN = "/usr/bin/python3";

  private Python() {}

  /** What the script prints; the test is skipped where there is no Python 3. */
  static String run(String script, Object... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("python3", "-X", "utf8", "-c", script));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    assumeTrue(isThere(), "python3 is not installed: the independent reading is skipped");
    return run(Path.of("."), command);
  }

  private static String run(Path folder, List<String> command) throws Exception {
    Path out = Files.createTempFile("python", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("python3 did not end within a minute");
    }
    String printed = Files.readString(out, StandardCharsets.UTF_8).strip();
    Files.delete(out);
    if (process.exitValue() != 0) {
      throw new IllegalStateException(printed);
    }
    return printed;
  }

  /** What a script prints when run in a folder by Debian's Python, which has pandas. */
  static String script(Path folder, String name) throws Exception {
    return run(folder, List.of(DEBIAN, "-X", "utf8", name));
  }

  /** Whether Debian's Python is there with pandas. */
  static boolean hasPandas() throws Exception {
    return Files.isExecutable(Path.of(DEBIAN))
        && new ProcessBuilder(DEBIAN, "-c", "import pandas")
                .redirectErrorStream(true)
                .start()
                .waitFor()
            == 0;
  }

  private static boolean isThere() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
