package org.entente.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.entente.Bench;
import org.entente.Entente;
import org.entente.source.Document;
import org.entente.source.Documents;
import org.entente.source.Item;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code entente bench}: sentences a second of each station, on one core and on all, and pages
 * beside bare jsoup, in one run.
 */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    subcommands = {BenchStoreCommand.class, BenchCrowdCommand.class},
    description =
        "Measures tokenizing, tagging, parsing and coding by processor time, where the time goes, all cores, pages and heap.")
final class BenchCommand implements Callable<Integer> {
  private static final int ROUNDS = 4;

  @Parameters(
      paramLabel = "SOURCE",
      arity = "0..*",
      description =
          "what to read (default: a chronicle of 179 short news items that comes with the project)")
  private List<String> sources = List.of();

  @Option(
      names = "--pages",
      paramLabel = "FOLDER",
      description = "HTML files (.html, .html.gz) to compare with bare jsoup")
  private @Nullable Path pages;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    Entente entente = Entente.create();
    double loading = (System.nanoTime() - start) / 1e9;
    System.gc();
    long heap = used();
    Bench bench = new Bench(entente, ROUNDS);
    List<Document> documents = documents();
    List<Bench.Station> stations = bench.stations(documents);
    stations.forEach(s -> line("%-22s %9.0f sentences/s", s.name(), s.rate()));
    profile(stations);
    cores(bench, documents);
    pages(bench);
    System.gc();
    line(
        "loading %.2f s; heap %.0f MB after loading, %.0f MB at the end, at most %.0f MB allowed",
        loading, heap / 1e6, used() / 1e6, Runtime.getRuntime().maxMemory() / 1e6);
    line("rates by processor time, the best of %d rounds", ROUNDS);
    spec.commandLine().getOut().flush();
    return Exit.OK;
  }

  private static long used() {
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private void line(String format, Object... values) {
    spec.commandLine().getOut().println(String.format(Locale.ROOT, format, values));
  }

  /** Where the time of all goes: each station without the one before it. */
  private void profile(List<Bench.Station> stations) {
    double[] time = stations.stream().mapToDouble(s -> 1 / s.rate()).toArray();
    double all = time[0] + (time[1] - time[0]) + (time[2] - time[1]) + time[3];
    line(
        "of the time: tokenizing %.0f %%, tagging %.0f %%, parsing with lemmas %.0f %%, matching %.0f %%",
        100 * time[0] / all,
        100 * (time[1] - time[0]) / all,
        100 * (time[2] - time[1]) / all,
        100 * time[3] / all);
  }

  private void cores(Bench bench, List<Document> documents) {
    int cores = Runtime.getRuntime().availableProcessors();
    double one = bench.rate(documents, 1);
    double each = bench.rate(documents, cores);
    line("%d threads: each does %.0f %% of what one does alone", cores, 100 * each / one);
  }

  private void pages(Bench bench) throws IOException {
    if (pages == null) {
      return;
    }
    try (Stream<Path> files = Files.list(pages)) {
      List<Bench.Station> both =
          bench.pages(
              files.filter(f -> f.toString().matches(".*\\.html(\\.gz)?")).sorted().toList());
      both.forEach(s -> line("%-22s %9.0f pages/s", s.name(), s.rate()));
      line(
          "a page to its events runs at %.0f %% of bare jsoup",
          100 * both.getLast().rate() / both.getFirst().rate());
    }
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
}
