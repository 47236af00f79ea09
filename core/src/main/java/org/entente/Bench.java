package org.entente;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.entente.parse.ParsedArticle;
import org.entente.parse.TransitionParser;
import org.entente.source.Document;
import org.entente.text.Span;

/**
 * Measures the stations of reading one after the other, in one run, so that their ratios can be
 * compared.
 */
public final class Bench {
  private final Entente entente;

  public Bench(Entente entente) {
    this.entente = entente;
  }

  /**
   * @param name the station
   * @param rate sentences a second on one core
   */
  public record Station(String name, double rate) {}

  /**
   * The rates over {@code documents}; each station is run {@code rounds} times and its last round
   * counts.
   */
  public List<Station> stations(List<Document> documents, int rounds) {
    TransitionParser parser = TransitionParser.load();
    List<ParsedArticle> parsed = new ArrayList<>();
    documents.forEach(d -> entente.read(d).articles().forEach(a -> parsed.add(a.parsed())));
    List<Station> stations = new ArrayList<>();
    stations.add(
        rate("tokenize and split", parsed, rounds, a -> parser.sentences(a.content(), whole(a))));
    stations.add(rate("… and tag", parsed, rounds, a -> parser.tagged(a.content(), whole(a))));
    stations.add(
        rate("… and parse", parsed, rounds, a -> parser.parse(a.content(), whole(a)).size()));
    stations.add(rate("actors to figures", parsed, rounds, a -> code(a)));
    stations.add(rate("all", documents, rounds, d -> sentences(entente.read(d))));
    return stations;
  }

  private int code(ParsedArticle article) {
    return entente.read(article).parsed().sentences().size();
  }

  private static Span whole(ParsedArticle article) {
    return new Span(0, article.content().length());
  }

  private static int sentences(Reading reading) {
    return reading.articles().stream().mapToInt(a -> a.parsed().sentences().size()).sum();
  }

  private static <T> Station rate(String name, List<T> inputs, int rounds, ToIntFunction<T> work) {
    double rate = 0;
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      int sentences = 0;
      for (T input : inputs) {
        sentences += work.applyAsInt(input);
      }
      rate = sentences / ((System.nanoTime() - start) / 1e9);
    }
    return new Station(name, rate);
  }
}
