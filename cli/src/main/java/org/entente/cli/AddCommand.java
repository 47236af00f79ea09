package org.entente.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.entente.Entente;
import org.entente.Reading;
import org.entente.source.Documents;
import org.entente.source.Item;
import org.entente.store.Added;
import org.entente.store.Store;
import org.entente.text.Problem;
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
      "  entente add news.jsonl --store syria.db"
    })
final class AddCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "SOURCE",
      description = "file, folder, address, or - for standard input")
  private List<String> sources = List.of();

  @Option(names = "--strict", description = "exit with 3 when any input had a problem")
  private boolean strict;

  @Mixin private StoreOption place = new StoreOption();
  @Mixin private OwnFiles own = new OwnFiles();

  @Spec private CommandSpec spec;

  private final Map<Added, Integer> added = new EnumMap<>(Added.class);
  private final Map<Problem.Kind, Integer> problems = new TreeMap<>();
  private final Map<Problem.Kind, Problem> examples = new TreeMap<>();

  /** A document on its way: what was wrong with it, and its reading where it is new. */
  private record Coded(Item item, @Nullable Reading reading) {}

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    Entente entente = own.create();
    boolean empty = true;
    try (Store store = place.open()) {
      Progress progress = new Progress(spec.commandLine().getErr(), true);
      for (String source : sources) {
        empty &= !add(source, entente, store, progress);
      }
      progress.finish();
    }
    report(spec.commandLine().getOut());
    return empty || strict && !problems.isEmpty() ? Exit.INPUT : Exit.OK;
  }

  private boolean add(String source, Entente entente, Store store, Progress progress)
      throws IOException, InterruptedException, ExecutionException {
    String version = entente.version();
    boolean any = false;
    int threads = Runtime.getRuntime().availableProcessors();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads);
        Stream<Item> items = Documents.standard().open(source)) {
      ArrayDeque<Future<Coded>> waiting = new ArrayDeque<>();
      for (Iterator<Item> i = items.iterator(); i.hasNext(); ) {
        Item item = i.next();
        any |= item.document() != null;
        waiting.add(pool.submit(() -> code(item, entente, store)));
        if (waiting.size() > 16 * threads) {
          keep(waiting.remove().get(), store, version);
          progress.step();
        }
      }
      while (!waiting.isEmpty()) {
        keep(waiting.remove().get(), store, version);
        progress.step();
      }
    }
    return any;
  }

  private static Coded code(Item item, Entente entente, Store store) {
    if (item.document() == null || store.has(item.document())) {
      return new Coded(item, null);
    }
    return new Coded(item, entente.read(item.document()));
  }

  private void keep(Coded coded, Store store, String version) {
    for (Problem problem : coded.item().problems()) {
      count(problem);
      store.add(problem);
    }
    if (coded.reading() != null) {
      coded.reading().problems().forEach(this::count);
      added.merge(store.add(coded.reading(), version), 1, Integer::sum);
    } else if (coded.item().document() != null) {
      added.merge(Added.UNCHANGED, 1, Integer::sum);
    }
  }

  private void count(Problem problem) {
    problems.merge(problem.kind(), 1, Integer::sum);
    examples.putIfAbsent(problem.kind(), problem);
  }

  private void report(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%,d new, %,d unchanged, %,d copies, %,d new versions in %s%n",
        added.getOrDefault(Added.NEW, 0),
        added.getOrDefault(Added.UNCHANGED, 0),
        added.getOrDefault(Added.COPY, 0),
        added.getOrDefault(Added.NEW_VERSION, 0),
        place.shown());
    problems.forEach((kind, n) ->
        out.printf(
            Locale.ROOT,
            "! %,d × %s, such as %s%n",
            n,
            kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
            examples.get(kind)));
    out.flush();
  }
}
