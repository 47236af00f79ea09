package org.entente.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.entente.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente restore}: makes a store from a backup. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "Makes a store from a backup, where none is.")
final class RestoreCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "a file that entente backup wrote")
  private Path file = Path.of("");

  @Mixin private StoreOption place = new StoreOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Store.restore(file, place.location());
    spec.commandLine().getOut().println("restored " + place.shown());
    return Exit.OK;
  }
}
