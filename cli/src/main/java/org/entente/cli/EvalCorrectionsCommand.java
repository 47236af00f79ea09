package org.entente.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.entente.parse.TransitionParser;
import org.entente.store.ErrorRate;
import org.entente.store.Reviews;
import org.entente.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code entente eval corrections}: what people said of codings, as gold that {@code entente eval
 * --gold} reads.
 */
@Command(
    name = "corrections",
    mixinStandardHelpOptions = true,
    description = "Writes what people checked in a store as gold: events.tsv and negatives.tsv.",
    footer = {
      "",
      "A sentence is gold when every event that was coded in it was checked.",
      "",
      "Example:",
      "  entente eval corrections --store syria.db --out checked/"
    })
final class EvalCorrectionsCommand implements Callable<Integer> {
  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "writes both files there; without it the events are printed")
  private @Nullable Path out;

  @Mixin private StoreOption place = new StoreOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter terminal = spec.commandLine().getOut();
    try (Store store = place.existing()) {
      CheckedGold gold = CheckedGold.of(store, TransitionParser.load());
      if (out == null) {
        gold.events().forEach(terminal::println);
      } else {
        Files.createDirectories(out);
        write(out.resolve("events.tsv"), CheckedGold.EVENTS, gold.events());
        write(out.resolve("negatives.tsv"), CheckedGold.NEGATIVES, gold.negatives());
      }
      report(gold, new Reviews(store).errorRate());
    }
    return Exit.OK;
  }

  private static void write(Path file, String header, List<String> lines) throws IOException {
    Files.writeString(file, header + String.join("\n", lines) + (lines.isEmpty() ? "" : "\n"));
  }

  private void report(CheckedGold gold, ErrorRate rate) {
    PrintWriter said = out == null ? spec.commandLine().getErr() : spec.commandLine().getOut();
    said.printf(
        Locale.ROOT,
        "%,d events and %,d sentences without any; left out: %,d in sentences not wholly checked,"
            + " %,d without PLOVER type or date%n",
        gold.events().size(),
        gold.negatives().size(),
        gold.unfinished(),
        gold.untyped());
    if (rate.known()) {
      said.printf(
          Locale.ROOT,
          "%,d of %,d checked%s were wrong: %.1f %% (95 %% interval %.1f-%.1f %%)%n",
          rate.wrong(),
          rate.checked(),
          rate.byChance() ? ", drawn by chance," : "",
          100 * rate.rate(),
          100 * rate.low(),
          100 * rate.high());
    }
    said.flush();
  }
}
