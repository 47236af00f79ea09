package org.entente.cli;

import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entente.Entente;
import org.entente.digest.Digest;
import org.entente.digest.DigestJson;
import org.entente.digest.Digested;
import org.entente.source.Document;
import org.entente.source.Item;
import org.entente.store.Added;
import org.entente.store.Store;
import org.entente.store.StoryCounts;
import org.entente.text.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Codes documents on all cores and keeps them in the order of the input, one transaction each. What
 * is there already is not coded again. Not thread-safe itself.
 */
final class Intake {
  /** Documents that are read ahead for each core: enough that none waits, few enough for memory. */
  private static final int AHEAD = 16;

  private final DigestJson digests = new DigestJson();
  private final Entente entente;
  private final Store store;
  private final Progress progress;
  private final String version;
  private final Map<Added, Integer> added = new EnumMap<>(Added.class);
  private final Map<Problem.Kind, Integer> problems = new TreeMap<>();
  private final Map<Problem.Kind, Problem> examples = new TreeMap<>();
  private boolean empty = true;

  Intake(Entente entente, Store store, Progress progress) {
    this.entente = entente;
    this.store = store;
    this.progress = progress;
    this.version = entente.version();
  }

  /**
   * A document on its way.
   *
   * @param isDocument whether there is any
   * @param problems what was wrong with it
   * @param digest what it says, where it is new
   * @param version that coded it
   */
  private record Coded(
      boolean isDocument, List<Problem> problems, @Nullable Digest digest, String version) {}

  void add(Stream<Item> items) throws InterruptedException, ExecutionException {
    Iterator<Item> all = items.iterator();
    addAll(all, this::code);
  }

  /** What was coded elsewhere, with the version that coded it. */
  void add(ArchiveFolder archive) throws InterruptedException, ExecutionException {
    addAll(archive.open(), this::taken);
  }

  private <T> void addAll(Iterator<T> items, Function<T, Coded> coder)
      throws InterruptedException, ExecutionException {
    int threads = Runtime.getRuntime().availableProcessors();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      try {
        ArrayDeque<Future<Coded>> waiting = new ArrayDeque<>();
        while (items.hasNext()) {
          T item = items.next();
          waiting.add(pool.submit(() -> coder.apply(item)));
          if (waiting.size() > AHEAD * threads) {
            keep(waiting.remove().get());
          }
        }
        while (!waiting.isEmpty()) {
          keep(waiting.remove().get());
        }
      } finally {
        pool.shutdownNow();
      }
    }
  }

  private Coded code(Item item) {
    Document document = item.document();
    if (document == null || store.has(document)) {
      return new Coded(document != null, item.problems(), null, version);
    }
    return new Coded(true, item.problems(), Digest.of(entente.read(document)), version);
  }

  private Coded taken(ArchiveFolder.Found found) {
    ReadingsFile.Row row = found.row();
    if (row == null) {
      return new Coded(false, List.of(Objects.requireNonNull(found.problem())), null, "");
    }
    try {
      if (row.sha256() != null && store.has(row.id(), row.sha256())) {
        return new Coded(true, List.of(), null, "");
      }
      Digested item = digests.read(row.reading());
      return new Coded(item.digest() != null, item.problems(), item.digest(), row.codebook());
    } catch (IllegalArgumentException e) {
      Problem problem =
          new Problem(Problem.Kind.MALFORMED, row.id(), e.getMessage() + "; it was left out");
      return new Coded(false, List.of(problem), null, "");
    }
  }

  private void keep(Coded coded) {
    for (Problem problem : coded.problems()) {
      count(problem);
      store.add(problem);
    }
    empty &= !coded.isDocument();
    if (coded.digest() != null) {
      coded.digest().problems().forEach(this::count);
      added.merge(store.add(coded.digest(), coded.version()), 1, Integer::sum);
    } else if (coded.isDocument()) {
      added.merge(Added.UNCHANGED, 1, Integer::sum);
    }
    progress.step();
  }

  private void count(Problem problem) {
    problems.merge(problem.kind(), 1, Integer::sum);
    examples.putIfAbsent(problem.kind(), problem);
  }

  /** Codes what repeated a text that a new version replaced, also in a run that was stopped. */
  void finish() {
    store.codeOrphans(entente);
  }

  /** Whether there was no document at all. */
  boolean isEmpty() {
    return empty;
  }

  boolean hasProblems() {
    return !problems.isEmpty();
  }

  int count(Added kind) {
    return added.getOrDefault(kind, 0);
  }

  /** Says what was added to where, and problems by kind. */
  void report(PrintWriter out, String where) {
    out.printf(
        Locale.ROOT,
        "%,d new, %,d unchanged, %,d copies, %,d new versions in %s%n",
        count(Added.NEW),
        count(Added.UNCHANGED),
        count(Added.COPY),
        count(Added.NEW_VERSION),
        where);
    StoryCounts counts = store.storyCounts();
    out.printf(
        Locale.ROOT,
        "%,d stories in %,d articles; %,d articles repeat another's text%n",
        counts.stories(),
        counts.articles(),
        counts.copies());
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
