package org.entente.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A desk as a user starts it: by the launcher, in a process of its own, with the launcher's options
 * of Java and its cache. Closing ends it as Ctrl+C does.
 */
record LaunchedDesk(Process process, URI address) implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("The desk is at (http://\\S+)");

  /**
   * Starts it and waits until it says where it answers.
   *
   * @throws IOException when it ends before it does
   */
  static LaunchedDesk start(Path launcher, Path store) throws IOException {
    String program = launcher.toAbsolutePath().toString();
    Process process =
        new ProcessBuilder(program, "desk", "--store", store.toString(), "--port", "0")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        return new LaunchedDesk(process, URI.create(address.group(1)));
      }
    }
    throw new IOException(program + " desk ended before it said where it answers");
  }

  /** Processor time of the desk since it was started, the launcher's own included. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
