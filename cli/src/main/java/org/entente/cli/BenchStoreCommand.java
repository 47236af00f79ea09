package org.entente.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.entente.Entente;
import org.entente.store.Query;
import org.entente.store.Store;
import org.entente.store.StoreBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code entente bench store}: how fast a store is with many events. */
@Command(
    name = "store",
    mixinStandardHelpOptions = true,
    description =
        "Measures a new store on made-up articles: adding, size, and questions over many events.")
final class BenchStoreCommand implements Callable<Integer> {
  @Option(
      names = "--articles",
      defaultValue = "5000",
      description = "articles to add, coded beforehand (default: ${DEFAULT-VALUE})")
  private int articles = 5000;

  @Option(
      names = "--events",
      defaultValue = "1000000",
      description = "events to ask; copies of those added fill them up (default: ${DEFAULT-VALUE})")
  private long events = 1_000_000;

  @Mixin private StoreOption place = new StoreOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Store store = place.open()) {
      if (!store.articles(Query.ALL.withPage(1, 0)).isEmpty()) {
        throw new ParameterException(
            spec.commandLine(), place.shown() + " is not empty; name a new one with --store");
      }
      StoreBench bench = new StoreBench(store, Entente.create());
      StoreBench.Taken adding = bench.add(0, articles);
      line(out, "add, one transaction each", articles / adding.wall(), "coded articles/s");
      line(out, "the same by the time on a core", articles / adding.cpu(), "coded articles/s");
      line(out, "events", bench.grow(events), "");
      line(out, "size", bench.size() / 1e6, "MB");
      StoreBench.Taken more = bench.add(articles, articles);
      line(out, "add to so many, on a core", articles / more.cpu(), "coded articles/s");
      bench
          .questions()
          .forEach((name, taken) ->
              line(
                  out,
                  name,
                  1000 * taken.cpu(),
                  String.format(
                      Locale.ROOT, "ms on a core, %.1f by the clock", 1000 * taken.wall())));
    }
    out.flush();
    return Exit.OK;
  }

  private static void line(PrintWriter out, String name, double value, String unit) {
    out.println(String.format(Locale.ROOT, "%-42s %,12.1f %s", name, value, unit).stripTrailing());
    out.flush();
  }
}
