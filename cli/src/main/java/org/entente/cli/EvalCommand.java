package org.entente.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.entente.Entente;
import org.entente.eval.Evaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code entente eval}: accuracy on the project's own gold, beside the floors that the build
 * enforces.
 */
@Command(
    name = "eval",
    mixinStandardHelpOptions = true,
    subcommands = {EvalStoriesCommand.class, EvalRarityCommand.class, EvalCorrectionsCommand.class},
    description = "Measures accuracy on the project's own gold and compares it with its floors.")
final class EvalCommand implements Callable<Integer> {
  @Option(
      names = "--gold",
      paramLabel = "FOLDER",
      defaultValue = "eval",
      description = "folder of the gold files (default: eval)")
  private Path gold = Path.of("eval");

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    if (!Files.isDirectory(gold)) {
      spec.commandLine()
          .getErr()
          .println(
              "entente: there is no folder "
                  + gold
                  + "; run this in the project or name it with --gold");
      return Exit.INPUT;
    }
    Map<String, Double> floors = Evaluation.floors(gold.resolve("baseline.json"));
    boolean below = false;
    for (Map.Entry<String, Double> measure :
        new Evaluation(Entente.create()).measure(gold).entrySet()) {
      Double floor = floors.get(measure.getKey());
      boolean low = floor != null && measure.getValue() < floor;
      below |= low;
      String against =
          floor == null
              ? "no floor"
              : (low ? "BELOW its floor " : "floor ") + String.format(Locale.ROOT, "%.3f", floor);
      out.println(
          String.format(
              Locale.ROOT, "%-28s %.3f  %s", measure.getKey(), measure.getValue(), against));
    }
    out.flush();
    return below ? Exit.FLOOR : Exit.OK;
  }
}
