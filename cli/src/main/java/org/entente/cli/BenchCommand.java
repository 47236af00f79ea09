package org.entente.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.entente.Bench;
import org.entente.Entente;
import org.entente.source.Document;
import org.entente.source.Documents;
import org.entente.source.Item;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code entente bench}: sentences a second of each station, on one core and on all, in one run.
 */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    subcommands = BenchStoreCommand.class,
    description =
        "Measures tokenizing, tagging, parsing and coding, one core and all cores, heap, and the cold start of read.")
final class BenchCommand implements Callable<Integer> {
  private static final int ROUNDS = 4;

  @Parameters(
      paramLabel = "SOURCE",
      arity = "0..*",
      description =
          "what to read (default: a chronicle of 179 short news items that comes with the project)")
  private List<String> sources = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    long start = System.nanoTime();
    Entente entente = Entente.create();
    double loading = (System.nanoTime() - start) / 1e9;
    System.gc();
    long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    List<Document> documents = documents();
    for (Bench.Station station : new Bench(entente).stations(documents, ROUNDS)) {
      out.println(
          String.format(
              Locale.ROOT, "%-22s %9.0f sentences/s on one core", station.name(), station.rate()));
    }
    int cores = Runtime.getRuntime().availableProcessors();
    out.println(
        String.format(
            Locale.ROOT,
            "%-22s %9.0f sentences/s on %d cores",
            "all",
            allCores(entente, documents, cores),
            cores));
    out.println(
        String.format(
            Locale.ROOT, "loading %.2f s, heap after loading %.0f MB", loading, heap / 1e6));
    out.println(
        String.format(
            Locale.ROOT,
            "cold start: this process was ready %.2f s after the JVM began",
            java.lang.management.ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0
                - (System.nanoTime() - start) / 1e9
                + loading));
    out.flush();
    return Exit.OK;
  }

  private List<Document> documents() {
    List<Document> documents = new ArrayList<>();
    for (String source : sources) {
      try (Stream<Item> items = Documents.standard().open(source)) {
        items
            .filter(i -> i.document() != null)
            .forEach(i -> documents.add(java.util.Objects.requireNonNull(i.document())));
      }
    }
    if (sources.isEmpty()) {
      InputStream chronicle = BenchCommand.class.getResourceAsStream("chronicle.jsonl");
      try (Stream<Item> items =
          Documents.standard().open("chronicle.jsonl", Objects.requireNonNull(chronicle))) {
        items.map(i -> Objects.requireNonNull(i.document())).forEach(documents::add);
      }
    }
    return documents;
  }

  private static double allCores(Entente entente, List<Document> documents, int cores)
      throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(cores)) {
      long start = System.nanoTime();
      List<Future<Integer>> waiting = new ArrayList<>();
      for (Document document : documents) {
        waiting.add(
            pool.submit(() ->
                entente.read(document).articles().stream()
                    .mapToInt(a -> a.parsed().sentences().size())
                    .sum()));
      }
      int sentences = 0;
      for (Future<Integer> future : waiting) {
        sentences += future.get();
      }
      return sentences / ((System.nanoTime() - start) / 1e9);
    }
  }
}
