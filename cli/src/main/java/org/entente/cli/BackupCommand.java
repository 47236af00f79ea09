package org.entente.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.entente.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente backup}: copies the store while it is in use. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Copies the whole store into a new file, also while others use it.")
final class BackupCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "the file to make")
  private Path file = Path.of("");

  @Mixin private StoreOption place = new StoreOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try (Store store = place.existing()) {
      store.backup(file);
    }
    spec.commandLine().getOut().println("wrote " + file);
    return Exit.OK;
  }
}
