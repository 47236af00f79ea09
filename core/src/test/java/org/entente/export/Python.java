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
  private Python() {}

  /** What the script prints; the test is skipped where there is no Python 3. */
  static String run(String script, Object... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("python3", "-X", "utf8", "-c", script));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    assumeTrue(isThere(), "python3 is not installed: the independent reading is skipped");
    Path out = Files.createTempFile("python", ".txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
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

  /** Whether Python has a package. */
  static boolean has(String name) throws Exception {
    return run("import importlib.util as u; print(u.find_spec('" + name + "') is not None)")
        .equals("True");
  }

  private static boolean isThere() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
