package org.entente.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.entente.relation.ActorKey;
import org.entente.statement.Status;
import org.entente.store.ActorWords;
import org.entente.store.Query;
import org.entente.store.Store;
import org.entente.store.StoredArticle;
import org.entente.store.StoredEvent;
import org.entente.store.StoredStory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente find}: articles by their words, events by actor, code, status, outlet and day. */
@Command(
    name = "find",
    mixinStandardHelpOptions = true,
    description =
        "Finds articles by words, events by actors, codes, status, outlet and days, and their stories.",
    footer = {
      "",
      "Examples:",
      "  entente find \"chemical weapons\"",
      "  entente find --actor RUS --actor USA --code 05 --from 2013-05-01",
      "  entente find --stories \"chemical weapons\""
    })
final class FindCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..*",
      paramLabel = "WORDS",
      description = "words; phrases in quotation marks")
  private List<String> words = List.of();

  @Option(
      names = "--actor",
      paramLabel = "ACTOR",
      description = "acts, or is acted on; twice: both")
  private List<String> actors = List.of();

  @Option(names = "--code", paramLabel = "CODE", description = "a CAMEO code or its beginning")
  private List<String> codes = List.of();

  @Option(names = "--status", paramLabel = "STATUS", description = "${COMPLETION-CANDIDATES}")
  private @Nullable Status status;

  @Option(names = "--outlet", paramLabel = "OUTLET", description = "who published it")
  private @Nullable String outlet;

  @Option(names = "--from", paramLabel = "DAY", description = "first day of the articles")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DAY", description = "last day of the articles")
  private @Nullable LocalDate to;

  @Option(names = "--story", paramLabel = "NUMBER", description = "only this story")
  private @Nullable Long story;

  @Option(names = "--stories", description = "shows the stories of what is found, newest first")
  private boolean stories;

  @Option(names = "--limit", defaultValue = "50", description = "most results (${DEFAULT-VALUE})")
  private int limit = 50;

  @Mixin private StoreOption place = new StoreOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    StoreView view = new StoreView(out, Style.ofTerminal());
    try (Store store = place.existing()) {
      Query query = query(store);
      int found =
          stories
              ? stories(store, query, view)
              : query.asksForEvents() ? events(store, query, view) : articles(store, query, view);
      out.println(
          found == 0
              ? "Nothing was found."
              : found == limit
                  ? "The first " + limit + "; --limit shows more."
                  : found + " found.");
    }
    out.flush();
    return Exit.OK;
  }

  private Query query(Store store) {
    ActorWords names = new ActorWords();
    List<ActorKey> keys = new ArrayList<>();
    for (String actor : actors) {
      keys.add(names.key(actor, to == null ? LocalDate.now() : to, store));
    }
    try {
      return new Query(
          String.join(" ", words), keys, codes, status, outlet, from, to, story, limit, 0);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private static int articles(Store store, Query query, StoreView view) {
    List<StoredArticle> found = store.articles(query);
    found.forEach(a -> view.show(a, store.content(a.document()), query.words()));
    return found.size();
  }

  private static int stories(Store store, Query query, StoreView view) {
    List<StoredStory> found = store.stories(query);
    found.forEach(view::show);
    return found.size();
  }

  private static int events(Store store, Query query, StoreView view) {
    List<StoredEvent> found = store.events(query);
    view.show(found);
    return found.size();
  }
}
