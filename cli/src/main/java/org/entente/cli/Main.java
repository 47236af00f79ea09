package org.entente.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.logging.LogManager;
import org.entente.store.StoreException;
import picocli.AutoComplete;
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
    description = {
      "Reads the news: who said or did what to whom, and when, with the sentence behind every answer.",
      ""
    },
    footer = {
      "",
      "Begin with:",
      "  entente demo --no-serve              what it finds in a press review of its own",
      "  entente read page.html               one page, in the terminal",
      "  entente read page.txt --html out.html  the same as a page to read and print",
      "  entente add articles/                into the store, entente.db",
      "  entente pair RUS USA                 how rare is the last week for these two?",
      "  entente code in.jsonl out.jsonl      a corpus, all cores",
      "  entente mcp                          other programs ask, by the Model Context Protocol",
      "  entente archive run crawl/ --out coded  a whole archive, with Spark",
      "",
      "Exit statuses: 0 done, 1 internal error, 2 wrong command line, 3 input not readable, 4 accuracy below its floor,",
      "5 broken rule or data file, 6 store not usable, 7 unknown actor or a day outside of what was read, 8 export not written, 69 no JDK 25, 70 build failed."
    })
public final class Main {
  /** The commands in the order of the help. */
  private static final List<Class<?>> COMMANDS =
      List.of(
          DemoCommand.class,
          ReadCommand.class,
          CodeCommand.class,
          AddCommand.class,
          FindCommand.class,
          PairCommand.class,
          WatchCommand.class,
          SaidCommand.class,
          CalendarCommand.class,
          RecodeCommand.class,
          BackupCommand.class,
          RestoreCommand.class,
          ExportCommand.class,
          DeskCommand.class,
          McpCommand.class,
          ReviewCommand.class,
          CodebookCommand.class,
          EvalCommand.class,
          TrainCommand.class,
          BenchCommand.class,
          AutoComplete.GenerateCompletion.class,
          CommandLine.HelpCommand.class);

  private Main() {}

  public static void main(String[] arguments) {
    // Jdbi, Flyway and HikariCP log through the JDK; what matters to a user the commands say
    // themselves.
    LogManager.getLogManager().reset();
    System.exit(commandLine(arguments).execute(arguments));
  }

  /**
   * The command line with its way to speak of errors: one sentence, no stack trace. Looking into
   * all commands takes a sixth of the time that a page is read in, so where the first argument
   * names one, only that one is there.
   */
  static CommandLine commandLine(String... arguments) {
    CommandLine line = new CommandLine(new Main());
    named(arguments).forEach(line::addSubcommand);
    line.setExecutionExceptionHandler((e, command, result) -> {
      command.getErr().println("entente: " + sentence(e));
      return status(e);
    });
    line.setParameterExceptionHandler((e, words) -> {
      PrintWriter err = e.getCommandLine().getErr();
      err.println("entente: " + sentence(e));
      CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
      err.println(
          "'" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help' shows how.");
      return Exit.USAGE;
    });
    line.registerConverter(LocalDate.class, Main::day);
    return line;
  }

  private static List<Class<?>> named(String... arguments) {
    for (Class<?> command : COMMANDS) {
      if (arguments.length > 0
          && command.getAnnotation(Command.class).name().equals(arguments[0])
          && command != CommandLine.HelpCommand.class) {
        return List.of(command);
      }
    }
    return COMMANDS;
  }

  private static LocalDate day(String word) {
    try {
      return LocalDate.parse(word);
    } catch (DateTimeParseException e) {
      throw new CommandLine.TypeConversionException(
          "'" + word + "' is no day; write it as 2013-05-07");
    }
  }

  private static int status(Exception e) {
    if (cause(e) instanceof StoreException store) {
      return switch (store.reason()) {
        case UNKNOWN_ACTOR, OUTSIDE, UNKNOWN -> Exit.UNKNOWN;
        default -> Exit.STORE;
      };
    }
    return e instanceof IllegalArgumentException ? Exit.CODEBOOK : Exit.INTERNAL;
  }

  /** What happened in a thread of its own is what happened. */
  private static Throwable cause(Exception e) {
    return e instanceof java.util.concurrent.ExecutionException && e.getCause() != null
        ? e.getCause()
        : e;
  }

  private static String sentence(Exception e) {
    Throwable cause = cause(e);
    String message = cause.getMessage();
    return message == null ? "failed with " + cause.getClass().getSimpleName() : message;
  }
}
