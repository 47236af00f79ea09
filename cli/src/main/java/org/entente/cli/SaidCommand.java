package org.entente.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.text.Normalizer;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.entente.Entente;
import org.entente.Reading;
import org.entente.actor.Actor;
import org.entente.source.Documents;
import org.entente.source.Item;
import org.entente.statement.Statement;
import org.entente.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente said}: everything one speaker says in the given sources. */
@Command(
    name = "said",
    mixinStandardHelpOptions = true,
    description =
        "Lists everything that a speaker says, with its context: in the store, or in the given sources.",
    footer = {
      "",
      "Examples:",
      "  entente said Lavrov",
      "  entente said Lavrov review.txt",
      "  entente said RUS articles/"
    })
final class SaidCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "SPEAKER",
      description = "a name, a part of one, or a country code")
  private String speaker = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "SOURCE",
      description =
          "file, folder, address, or - for standard input; without any the store is asked")
  private List<String> sources = List.of();

  @Mixin private StoreOption place = new StoreOption();
  @Mixin private OwnFiles own = new OwnFiles();

  @Spec private CommandSpec spec;

  private int found;
  private boolean failed;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (sources.isEmpty()) {
      return askStore(out);
    }
    Entente entente = own.create();
    TerminalView view = new TerminalView(out, Style.ofTerminal());
    for (String source : sources) {
      try (Stream<Item> items = Documents.standard().open(source)) {
        for (Iterator<Item> i = items.iterator(); i.hasNext(); ) {
          Item item = i.next();
          item.problems().forEach(p -> spec.commandLine().getErr().println("entente: " + p));
          failed |= item.document() == null;
          if (item.document() != null) {
            show(entente.read(item.document()), view);
          }
        }
      }
    }
    if (found == 0) {
      out.println("Nothing said by '" + speaker + "' was found.");
    }
    out.flush();
    return failed ? Exit.INPUT : Exit.OK;
  }

  private int askStore(PrintWriter out) {
    try (Store store = place.existing()) {
      List<String> names = speaker.matches("[A-Z]{3}") ? List.of(speaker) : store.speakers(speaker);
      StoreView view = new StoreView(out, Style.ofTerminal());
      for (String name : names) {
        view.showSaid(store.said(name));
      }
      if (names.isEmpty()) {
        out.println("Nothing said by '" + speaker + "' was found.");
      }
    }
    out.flush();
    return Exit.OK;
  }

  private void show(Reading reading, TerminalView view) {
    for (Reading.ArticleReading article : reading.articles()) {
      List<Statement> said =
          article.statements().stream()
              .filter(s -> s.speakers().stream().anyMatch(this::isWanted))
              .toList();
      found += said.size();
      if (!said.isEmpty()) {
        view.showSaid(article, said, reading.document().content());
      }
    }
  }

  private boolean isWanted(Actor actor) {
    return actor.country().equals(speaker) || plain(actor.name()).contains(plain(speaker));
  }

  /** Without case and accents. */
  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
