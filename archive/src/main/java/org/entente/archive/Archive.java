package org.entente.archive;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code entente archive}, and the class that {@code spark-submit} starts. */
@Command(
    name = "entente archive",
    mixinStandardHelpOptions = true,
    version = "entente 0.1.0",
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
    line.setParameterExceptionHandler((e, words) -> {
      PrintWriter err = e.getCommandLine().getErr();
      err.println("entente: " + e.getMessage());
      CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
      err.println(
          "'" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help' shows how.");
      return 2;
    });
    line.registerConverter(LocalDate.class, Archive::day);
    return line;
  }

  private static LocalDate day(String word) {
    try {
      return LocalDate.parse(word);
    } catch (DateTimeParseException e) {
      throw new CommandLine.TypeConversionException(
          "'" + word + "' is no day; write it as 2013-05-07");
    }
  }
}
