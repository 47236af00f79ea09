package org.entente.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.entente.eval.RarityEvaluator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code entente eval rarity}: does "rare" keep its promise on pairs whose law is known? */
@Command(
    name = "rarity",
    mixinStandardHelpOptions = true,
    description =
        "Simulates pairs whose law is known: false alarms at 1 %, planted weeks found, as docs/rarity.md reports.")
final class EvalRarityCommand implements Callable<Integer> {
  @Option(
      names = "--pairs",
      defaultValue = "20000",
      description = "pairs to make up (default: ${DEFAULT-VALUE}; a minute or two)")
  private int pairs = 20_000;

  @Option(names = "--seed", defaultValue = "1", description = "default: ${DEFAULT-VALUE}")
  private long seed = 1;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    new RarityEvaluator(pairs, seed)
        .measure()
        .forEach((name, share) ->
            out.println(String.format(Locale.ROOT, "%-44s %7.2f %%", name, 100 * share)));
    out.flush();
    return Exit.OK;
  }
}
