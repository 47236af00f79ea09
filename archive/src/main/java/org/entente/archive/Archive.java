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
  /** Exit statuses as everywhere in Entente: an input could not be read, 3; internal error, 1. */
  private static final int INPUT = 3;

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
      if (!(e instanceof ArchiveException)) {
        e.printStackTrace(command.getErr());
      }
      return e instanceof ArchiveException ? INPUT : 1;
    });
    return line;
  }
}
