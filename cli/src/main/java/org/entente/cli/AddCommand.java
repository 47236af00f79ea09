package org.entente.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.entente.Entente;
import org.entente.source.Documents;
import org.entente.source.Item;
import org.entente.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code entente add}: codes documents on all cores and keeps them in the order of the input, one
 * transaction each. What is there already is not coded again, so a stopped run goes on where it
 * was.
 */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = "Reads sources into the store. Can be stopped and run again at any moment.",
    footer = {
      "",
      "Examples:",
      "  entente add articles/",
      "  entente add news.jsonl --store syria.db",
      "  entente add coded.parquet            what 'entente archive run' wrote"
    })
final class AddCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "SOURCE",
      description =
          "file, folder, address, - for standard input, or the folder that 'entente archive run' wrote")
  private List<String> sources = List.of();

  @Option(names = "--strict", description = "exit with 3 when any input had a problem")
  private boolean strict;

  @Mixin private StoreOption place = new StoreOption();
  @Mixin private OwnFiles own = new OwnFiles();

  @Spec private CommandSpec spec;

  private void add(String source, @Nullable ArchiveFolder archive, Entente entente, Intake intake)
      throws InterruptedException, ExecutionException {
    if (archive == null) {
      try (Stream<Item> items = Documents.standard().open(source)) {
        intake.add(items);
      }
      return;
    }
    String coder = archive.codebook();
    if (!coder.isEmpty() && !coder.equals(entente.version())) {
      spec.commandLine()
          .getErr()
          .println(
              "entente: "
                  + source
                  + " was coded by version "
                  + coder
                  + ", this is "
                  + entente.version()
                  + ": it is taken as it is; 'entente recode' codes again what has its text");
    }
    intake.add(archive);
  }

  @Override
  public Integer call() throws InterruptedException, ExecutionException {
    Entente entente = own.create();
    try (Store store = place.open()) {
      Map<String, ArchiveFolder> archives = new HashMap<>();
      sources.stream()
          .filter(ArchiveFolder::isNamedBy)
          .forEach(s -> archives.put(s, new ArchiveFolder(s)));
      Progress progress =
          new Progress(spec.commandLine().getErr(), true, Total.of(sources, archives));
      Intake intake = new Intake(entente, store, progress);
      for (String source : sources) {
        add(source, archives.get(source), entente, intake);
      }
      intake.finish();
      progress.finish();
      intake.report(spec.commandLine().getOut(), place.shown());
      return intake.isEmpty() || strict && intake.hasProblems() ? Exit.INPUT : Exit.OK;
    }
  }
}
