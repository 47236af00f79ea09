package org.entente.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.entente.relation.ActorKey;
import org.entente.relation.Answer;
import org.entente.relation.Part;
import org.entente.relation.Side;
import org.entente.store.ActorWords;
import org.entente.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente export}: what is kept, in files for other programs. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes what is kept in files for other programs. Layouts:",
      "  panel   counts of a pair bin by bin with what was read, as docs/rarity.py reads it"
    },
    footer = {
      "",
      "Example:",
      "  entente export panel --pair RUS,USA --on 2013-05-07 --out panel.csv && python3 docs/rarity.py panel.csv"
    })
final class ExportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "LAYOUT", description = "panel")
  private String layout = "";

  @Option(
      names = "--pair",
      split = ",",
      paramLabel = "ACTOR",
      description = "the two actors: RUS,USA")
  private List<String> pair = List.of();

  @Option(
      names = "--side",
      defaultValue = "agreement",
      description = "agreement or tension (default: ${DEFAULT-VALUE})")
  private String side = "agreement";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "where to write (default: standard output)")
  private @Nullable Path file;

  @Mixin private PairQuestion question = new PairQuestion();
  @Mixin private StoreOption place = new StoreOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!layout.equals("panel")) {
      throw new ParameterException(
          spec.commandLine(), "there is no layout '" + layout + "'; there is: panel");
    }
    if (pair.size() != 2) {
      throw new ParameterException(spec.commandLine(), "a panel is of two actors: --pair RUS,USA");
    }
    try (Store store = place.existing()) {
      String csv = panel(store);
      if (file == null) {
        spec.commandLine().getOut().print(csv);
        spec.commandLine().getOut().flush();
      } else {
        Files.writeString(file, csv, StandardCharsets.UTF_8);
      }
    }
    return Exit.OK;
  }

  private String panel(Store store) {
    ActorWords names = new ActorWords();
    Answer.Asked asked = question.asked(store);
    ActorKey one = names.key(pair.getFirst(), asked.on(), store);
    ActorKey other = names.key(pair.getLast(), asked.on(), store);
    Answer answer = store.answer(one, other, asked, question.settings());
    return answer.series().panel(side(), Part.ALL, asked.exposure()).toCsv();
  }

  private Side side() {
    try {
      return Side.valueOf(side.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "'" + side + "' is neither agreement nor tension", e);
    }
  }
}
