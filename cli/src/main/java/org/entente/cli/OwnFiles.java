package org.entente.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.Entente;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option by which users bring acts and actors of their own. */
final class OwnFiles {
  @Option(
      names = "--own",
      paramLabel = "FOLDER",
      description =
          "your own acts.tsv, examples.tsv, people.tsv, organisations.tsv, states.tsv …, in the format of the shipped files; they come first")
  private @Nullable Path folder;

  @Nullable Path folder() {
    return folder;
  }

  /**
   * @throws IllegalArgumentException when there is no such folder or a file in it is broken; the
   *     message names every error
   */
  Entente create() {
    if (folder != null && !Files.isDirectory(folder)) {
      throw new IllegalArgumentException("there is no folder " + folder);
    }
    return Entente.create(folder);
  }
}
