package org.entente.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.entente.relation.ActorKey;
import org.entente.relation.Answer;
import org.entente.store.ActorWords;
import org.entente.store.Store;
import org.entente.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente pair}: how rare a week's agreement and tension are for two. */
@Command(
    name = "pair",
    mixinStandardHelpOptions = true,
    description =
        "Says how rare the agreement and the tension of a week are for two actors, against their own past.",
    footer = {
      "",
      "Actors are country codes (RUS), sectors of a country (SYR/REB, USA/MIL), or names (Russia, \"United Nations\").",
      "",
      "Examples:",
      "  entente pair RUS USA --on 2013-05-07",
      "  entente pair Russia \"United States\" --by month --since 2012-01-01 --evidence"
    })
final class PairCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "ACTOR", description = "one of the two")
  private String first = "";

  @Parameters(index = "1", paramLabel = "ACTOR", description = "the other")
  private String second = "";

  @Option(
      names = "--evidence",
      description = "show the events with their sentences, and the positions of the two")
  private boolean evidence;

  @Mixin private PairQuestion question = new PairQuestion();
  @Mixin private StoreOption place = new StoreOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Store store = place.existing()) {
      ActorWords names = new ActorWords();
      Answer.Asked asked = question.asked(store);
      ActorKey one = names.key(first, asked.on(), store);
      ActorKey other = names.key(second, asked.on(), store);
      if (one.equals(other)) {
        throw new StoreException(
            StoreException.Reason.UNKNOWN_ACTOR,
            "'" + first + "' and '" + second + "' are one actor");
      }
      Answer answer = store.answer(one, other, asked, question.settings());
      PairView view = new PairView(out, Style.ofTerminal(), names);
      view.show(one, other, answer);
      if (evidence) {
        view.showEvidence(store, one, other, answer);
      } else {
        out.println("--evidence shows the events and the sentences behind these numbers.");
      }
    }
    out.flush();
    return Exit.OK;
  }
}
