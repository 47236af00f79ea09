package org.entente.archive;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code entente archive}, and the class that {@code spark-submit} starts. */
@Command(
    name = "archive",
    mixinStandardHelpOptions = true,
    description = "Codes whole archives with Spark.",
    subcommands = RunCommand.class)
public final class Archive {
  private Archive() {}

  public static void main(String[] arguments) {
    int status = line().execute(arguments);
    if (status != 0) {
      System.exit(status); // a cluster takes an exit with 0 in the middle for a failure
    }
  }

  static CommandLine line() {
    CommandLine line = new CommandLine(new Archive());
    line.setExecutionExceptionHandler((e, command, result) -> {
      command.getErr().println("entente: " + e.getMessage());
      if (e instanceof ArchiveException known) {
        return known.status();
      }
      e.printStackTrace(command.getErr());
      return 1;
    });
    return line;
  }
}
