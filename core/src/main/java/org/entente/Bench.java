package org.entente;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.entente.parse.ParsedArticle;
import org.entente.parse.TransitionParser;
import org.entente.source.Document;
import org.entente.source.Documents;
import org.entente.source.Item;
import org.entente.text.Span;
import org.jsoup.Jsoup;

/**
 * Measures the stations of reading one after the other, in one run, so that their ratios can be
 * compared. Counts the processor's time of the thread that works, not the clock's, and takes the
 * best of some rounds: on a shared machine others' work is not ours.
 */
public final class Bench {
  private final Entente entente;
  private final int rounds;

  /**
   * @param rounds how often each station is run
   */
  public Bench(Entente entente, int rounds) {
    this.entente = entente;
    this.rounds = rounds;
  }

  /**
   * @param name the station
   * @param rate sentences (or pages) a second of processor time
   */
  public record Station(String name, double rate) {}

  /** The rates over {@code documents} on one core. */
  public List<Station> stations(List<Document> documents) {
    TransitionParser parser = TransitionParser.load();
    List<ParsedArticle> parsed = new ArrayList<>();
    documents.forEach(d -> entente.read(d).articles().forEach(a -> parsed.add(a.parsed())));
    return List.of(
        rate("tokenize and split", parsed, a -> parser.sentences(a.content(), whole(a))),
        rate("… and tag", parsed, a -> parser.tagged(a.content(), whole(a))),
        rate("… and parse", parsed, a -> parser.parse(a.content(), whole(a)).size()),
        rate("actors to figures", parsed, this::code),
        rate("all", documents, this::sentences));
  }

  /**
   * The rate of all work when {@code threads} share the documents, by the processor time of all of
   * them: as near to that of one core as the threads do not hinder each other.
   *
   * @return sentences a second of processor time, for one thread
   */
  public double rate(List<Document> documents, int threads) {
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      double best = 0;
      for (int round = 0; round < rounds; round++) {
        List<Future<long[]>> shares = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
          int share = t;
          shares.add(pool.submit(() -> share(documents, share, threads)));
        }
        long sentences = 0;
        long nanos = 0;
        for (Future<long[]> future : shares) {
          sentences += future.get()[0];
          nanos += future.get()[1];
        }
        best = Math.max(best, sentences / (nanos / 1e9));
      }
      return best;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the measurement was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a document could not be read", e);
    }
  }

  /** Sentences and processor time of every {@code of}th document. */
  private long[] share(List<Document> documents, int first, int of) {
    long start = processorTime();
    long sentences = 0;
    for (int i = first; i < documents.size(); i += of) {
      sentences += sentences(documents.get(i));
    }
    return new long[] {sentences, processorTime() - start};
  }

  /**
   * Bare jsoup, and a page to its events: pages a second each.
   *
   * @param pages HTML files, packed by gzip where their names end so
   */
  public List<Station> pages(List<Path> pages) {
    List<byte[]> bytes = pages.stream().map(Bench::bytes).toList();
    return List.of(
        rate("jsoup alone", bytes, Bench::jsoup), rate("page to events", bytes, this::events));
  }

  private static byte[] bytes(Path page) {
    boolean packed = page.toString().endsWith(".gz");
    try (InputStream file = Files.newInputStream(page);
        InputStream in = packed ? new GZIPInputStream(file) : file) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the page " + page, e);
    }
  }

  private static int jsoup(byte[] page) {
    try {
      return Jsoup.parse(new ByteArrayInputStream(page), null, "").childNodeSize() > 0 ? 1 : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int events(byte[] page) {
    Documents documents = Documents.standard();
    try (Stream<Item> items = documents.open("page.html", new ByteArrayInputStream(page))) {
      items
          .filter(i -> i.document() != null)
          .forEach(i -> entente.read(Objects.requireNonNull(i.document())));
    }
    return 1;
  }

  private int code(ParsedArticle article) {
    return entente.read(article).parsed().sentences().size();
  }

  private static Span whole(ParsedArticle article) {
    return new Span(0, article.content().length());
  }

  private int sentences(Document document) {
    return entente.read(document).articles().stream()
        .mapToInt(a -> a.parsed().sentences().size())
        .sum();
  }

  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private <T> Station rate(String name, List<T> inputs, ToIntFunction<T> work) {
    double rate = 0;
    for (int round = 0; round < rounds; round++) {
      long start = processorTime();
      long done = 0;
      for (T input : inputs) {
        done += work.applyAsInt(input);
      }
      rate = Math.max(rate, done / ((processorTime() - start) / 1e9));
    }
    return new Station(name, rate);
  }
}
