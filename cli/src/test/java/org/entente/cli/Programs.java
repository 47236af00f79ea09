package org.entente.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;

/** Begins programs: this one as a process of its own, and readers that know nothing of it. */
final class Programs {
  private Programs() {}

  /** The command line that starts this program as a process of its own. */
  static List<String> own(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.entente.cli.Main"));
    command.addAll(List.of(arguments));
    return command;
  }

  /** A command within this process; what it prints is lost. */
  static int here(String... arguments) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(Writer.nullWriter()));
    line.setErr(new PrintWriter(Writer.nullWriter()));
    return line.execute(arguments);
  }

  /** The bundled chronicle, added to a store in a folder. */
  static Path chronicle(Path folder) throws IOException {
    java.util.logging.LogManager.getLogManager().reset();
    Path file = folder.resolve("chronicle.jsonl");
    Files.writeString(file, HtmlView.resource("chronicle.jsonl"));
    Path store = folder.resolve("chronicle.db");
    if (here("add", file.toString(), "--store", store.toString()) != Exit.OK) {
      throw new IOException("the chronicle could not be added");
    }
    return store;
  }

  /** Whether a program is there and ends well. */
  static boolean isThere(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** What a program prints that is run in a folder; fails with that when it does not end well. */
  static String run(Path folder, String... command) throws Exception {
    Path out = Files.createTempFile("program", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException(command[0] + " did not end within five minutes");
    }
    String printed = Files.readString(out, StandardCharsets.UTF_8).strip();
    Files.delete(out);
    if (process.exitValue() != 0) {
      throw new IllegalStateException(printed);
    }
    return printed;
  }
}
