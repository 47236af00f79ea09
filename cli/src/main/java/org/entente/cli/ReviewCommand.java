package org.entente.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.entente.store.PressArchive;
import org.entente.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente review}: press reviews, from the terminal. */
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    description = "Press reviews: drafts of pasted ones; all that people wrote as one archive.",
    subcommands = {
      ReviewImportCommand.class,
      ReviewCommand.Export.class,
      ReviewCommand.Restore.class,
      ReviewSiteCommand.class
    })
final class ReviewCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "say what to do: entente review import FILE, export ARCHIVE, restore ARCHIVE or site FOLDER");
  }

  /** {@code entente review export}: one zip archive of all that people wrote. */
  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description =
          "Writes members, reviews with all versions, comments and cited texts into one zip archive. It"
              + " holds mail addresses and password hashes.")
  static final class Export implements Callable<Integer> {
    @Parameters(paramLabel = "ARCHIVE", description = "file to write")
    private Path file = Path.of("reviews.zip");

    @Mixin private StoreOption place = new StoreOption();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      try (Store store = place.existing()) {
        PressArchive.Counts counts = new PressArchive(store).write(file);
        say(spec, "wrote " + file, counts);
        return Exit.OK;
      } catch (IOException e) {
        spec.commandLine()
            .getErr()
            .println("entente: cannot write " + file + ": " + e.getMessage());
        return Exit.EXPORT;
      }
    }
  }

  private static void say(CommandSpec spec, String done, PressArchive.Counts counts) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%s: %d members, %d reviews in %d versions, %d comments, %d cited texts.%n",
        done,
        counts.rows().getOrDefault("members", 0),
        counts.rows().getOrDefault("posts", 0),
        counts.rows().getOrDefault("post_versions", 0),
        counts.rows().getOrDefault("comments", 0),
        counts.texts());
    out.flush();
  }

  /** {@code entente review restore}: the archive into a store without members. */
  @Command(
      name = "restore",
      mixinStandardHelpOptions = true,
      description = "Takes such an archive into a store where nobody is a member yet.")
  static final class Restore implements Callable<Integer> {
    @Parameters(paramLabel = "ARCHIVE", description = "file that 'review export' wrote")
    private Path file = Path.of("reviews.zip");

    @Mixin private StoreOption place = new StoreOption();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      try (Store store = place.open()) {
        say(spec, "restored from " + file, new PressArchive(store).read(file));
        return Exit.OK;
      }
    }
  }
}
