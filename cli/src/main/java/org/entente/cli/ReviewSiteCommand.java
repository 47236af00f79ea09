package org.entente.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.entente.desk.DeskException;
import org.entente.desk.DeskSettings;
import org.entente.desk.StillSite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente review site}: what the public sees, as files. */
@Command(
    name = "site",
    mixinStandardHelpOptions = true,
    description =
        "Writes published reviews with comments, lists, feeds and site map as plain files for any web"
            + " server.")
final class ReviewSiteCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FOLDER",
      description = "folder to write; one written before is replaced")
  private Path folder = Path.of("site");

  @Option(
      names = "--site",
      paramLabel = "URL",
      description =
          "where the files will stand, as https://reviews.example.org/ (default: ${DEFAULT-VALUE};"
              + " feeds and the site map name it)")
  private URI site = URI.create("http://localhost/");

  @Mixin private StoreOption place = new StoreOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    place.existing().close(); // says in a sentence what is wrong with the store
    try {
      DeskSettings settings = new DeskSettings(place.location(), "127.0.0.1", 0, false, site);
      StillSite.Written written = StillSite.write(settings, folder);
      spec.commandLine()
          .getOut()
          .printf(
              "wrote %s: %d pages, %d feeds and other files.%n",
              folder, written.pages(), written.others());
      spec.commandLine().getOut().flush();
      return Exit.OK;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    } catch (DeskException | IOException e) {
      spec.commandLine().getErr().println("entente: cannot write the site: " + e.getMessage());
      return Exit.EXPORT;
    }
  }
}
