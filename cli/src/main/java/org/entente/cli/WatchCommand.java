package org.entente.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.entente.relation.Answer;
import org.entente.relation.Side;
import org.entente.relation.Watch;
import org.entente.store.ActorWords;
import org.entente.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code entente watch}: the pairs whose last week is rare, although many were looked at. */
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    description =
        "Lists the pairs whose last week is rare, corrected for looking at many pairs at once (Benjamini and Hochberg).")
final class WatchCommand implements Callable<Integer> {
  @Option(
      names = "--false",
      paramLabel = "SHARE",
      defaultValue = "0.05",
      description =
          "share of the lines that may be false alarms in the long run (default: ${DEFAULT-VALUE})")
  private double share = 0.05;

  @Mixin private PairQuestion question = new PairQuestion();
  @Mixin private StoreOption place = new StoreOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Style style = Style.ofTerminal();
    ActorWords names = new ActorWords();
    try (Store store = place.existing()) {
      Answer.Asked asked = question.asked(store);
      Watch watch = store.watch(asked, question.settings(), share);
      LocalDate start = asked.grain().start(asked.on());
      out.println(
          style.bold("Rare in " + asked.grain().noun() + " " + asked.grain().name(start))
              + style.dim("  " + watch.tested() + " sides of pairs tested"));
      for (Watch.Line line : watch.lines()) {
        Watch.Entry entry = line.entry();
        out.println(
            style.event(
                    names.name(entry.pair().first()) + " and " + names.name(entry.pair().second()))
                + "  "
                + (entry.side() == Side.AGREEMENT ? "agreement" : "tension")
                + style.dim(String.format(Locale.ROOT, "  adjusted %.2g", line.adjusted())));
        TerminalView.lines(entry.rarity().words(), 96).forEach(l -> out.println("   " + l));
      }
      if (watch.lines().isEmpty()) {
        out.println("No pair is.");
      }
    }
    out.flush();
    return Exit.OK;
  }
}
