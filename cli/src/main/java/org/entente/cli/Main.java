package org.entente.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line of Entente: who said or did what to whom, when, and how rare is that for these
 * two?
 */
@Command(
    name = "entente",
    mixinStandardHelpOptions = true,
    version = "entente 0.1.0",
    description =
        "Reads the news: who said or did what to whom, with the sentence behind every answer.",
    subcommands = {CodeCommand.class})
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }
}
