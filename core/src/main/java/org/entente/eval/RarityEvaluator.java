package org.entente.eval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.relation.Forecast;
import org.entente.relation.Grain;
import org.entente.relation.Model;
import org.entente.relation.Pair;
import org.entente.relation.Panel;
import org.entente.relation.Rarity;
import org.entente.relation.Settings;
import org.entente.relation.Side;
import org.entente.relation.Verdict;
import org.entente.relation.Watch;

/**
 * Measures rarity on made-up pairs of which the law is known: how often a quiet week is called
 * rare, and how often a planted one is. Figures are shares from 0 to 1; a name may end in the kind
 * of pair that it is restricted to. The same seed gives the same figures, on any number of threads.
 */
public final class RarityEvaluator {
  /** Events a week from which a pair's planted weeks are asked for. */
  private static final double BUSY = 5;

  /** Up to this dispersion a fourfold week is not among the pair's usual ones. */
  private static final double QUIET = 0.2;

  private static final int WATCHED = 100;

  private final int pairs;
  private final long seed;
  private final Settings settings = Settings.of(Grain.WEEK).withWindow(200);

  /**
   * Prepares a run.
   *
   * @param pairs how many are made up; 20,000 take about a minute on two cores
   * @param seed of all random numbers
   */
  public RarityEvaluator(int pairs, long seed) {
    if (pairs < WATCHED) {
      throw new IllegalArgumentException(pairs + " pairs are below " + WATCHED);
    }
    this.pairs = pairs;
    this.seed = seed;
  }

  /** All figures in a fixed order. */
  public Map<String, Double> measure() {
    Shares shares = new Shares();
    sources(pairs, new SplittableRandom(seed)).forEach(random -> measure(random, shares));
    sources(pairs / WATCHED, new SplittableRandom(~seed)).forEach(random -> watch(random, shares));
    return shares.figures();
  }

  /** Split one after the other, used side by side. */
  private static Stream<SplittableRandom> sources(int number, SplittableRandom root) {
    return Stream.generate(root::split).limit(number).toList().parallelStream();
  }

  private void measure(SplittableRandom random, Shares shares) {
    QuietPair pair = QuietPair.draw(random);
    Panel panel = pair.panel(random, 1);
    Rarity rarity = Rarity.ofLast(panel, settings);
    Forecast forecast = rarity.forecast();
    if (forecast == null) {
      shares.add("untested", true);
      return;
    }
    shares.add("untested", false);
    falseAlarms(pair, forecast, rarity, random, shares);
    double expected = pair.expected(panel);
    shares.add("interval", forecast.low() <= expected && expected <= forecast.high());
    Panel doubled = pair.panel(random, 2);
    shares.add("false.doubled-coverage", isUnlikely(Rarity.ofLast(doubled, settings)));
    Panel drifting = pair.withDrift(0.5).panel(random, 1);
    shares.add("false.drifting-level", isUnlikely(Rarity.ofLast(drifting, settings)));
    if (pair.rate() >= BUSY) {
      planted(pair, panel, random, shares);
    }
  }

  private void falseAlarms(
      QuietPair pair, Forecast forecast, Rarity rarity, SplittableRandom random, Shares shares) {
    double level = settings.level();
    boolean unlikely = forecast.tail(Model.NEGATIVE_BINOMIAL) <= level;
    shares.add("false", unlikely);
    shares.add("false.verdict", rarity.verdict() == Verdict.RARE);
    double more = 2 * forecast.tail(Model.NEGATIVE_BINOMIAL) - forecast.atLeast();
    double randomised = more + random.nextDouble() * (forecast.atLeast() - more);
    shares.add("false.randomised", randomised <= level);
    shares.add("false.farrington", forecast.tail(Model.FARRINGTON) <= level);
    shares.add("false.noufaily", forecast.tail(Model.NOUFAILY) <= level);
    shares.add("false.rate " + pair.rate(), unlikely);
    shares.add("false.dispersion " + pair.dispersion(), unlikely);
    shares.add("false.trend " + pair.trend(), unlikely);
    shares.add("false.gaps " + pair.gaps(), unlikely);
    shares.add("false.swing " + pair.swing(), unlikely);
    int covered = rarity.covered();
    String past = covered < 40 ? "26 to 39" : covered < 80 ? "40 to 79" : "80 to 104";
    shares.add("false.past " + past, unlikely);
  }

  private void planted(QuietPair pair, Panel panel, SplittableRandom random, Shares shares) {
    double expected = pair.expected(panel);
    boolean fourfold = found(panel, (int) Math.rint(4 * expected));
    int usual = panel.rows().getLast().events();
    boolean drawn = found(panel, usual + QuietPair.count(3 * expected, 0, random));
    if (pair.dispersion() <= QUIET) {
      shares.add("found.fourfold", fourfold);
      shares.add("found.drawn", drawn);
    }
    shares.add("found.fourfold.dispersion " + pair.dispersion(), fourfold);
    shares.add("found.drawn.dispersion " + pair.dispersion(), drawn);
  }

  private boolean found(Panel panel, int events) {
    return Rarity.ofLast(QuietPair.planted(panel, events), settings).verdict() == Verdict.RARE;
  }

  private boolean isUnlikely(Rarity rarity) {
    Forecast forecast = rarity.forecast();
    return forecast != null && forecast.tail(settings.model()) <= settings.level();
  }

  /** One watch over many quiet pairs: does it list any? */
  private void watch(SplittableRandom random, Shares shares) {
    List<Watch.Entry> entries =
        IntStream.range(0, WATCHED)
            .mapToObj(i -> entry(i, QuietPair.draw(random).panel(random, 1)))
            .toList();
    shares.add("watch.false", !Watch.of(entries, 0.05).lines().isEmpty());
  }

  private Watch.Entry entry(int number, Panel panel) {
    Pair pair = Pair.of("A" + number, "B" + number);
    return new Watch.Entry(pair, Side.TENSION, Rarity.ofLast(panel, settings));
  }

  /** Counts from many threads. */
  private static final class Shares {
    private record Share(LongAdder hits, LongAdder all) {}

    private final Map<String, Share> shares = new ConcurrentSkipListMap<>();

    void add(String name, boolean hit) {
      Share share = shares.computeIfAbsent(name, n -> new Share(new LongAdder(), new LongAdder()));
      share.all().increment();
      share.hits().add(hit ? 1 : 0);
    }

    Map<String, Double> figures() {
      Map<String, Double> figures = new LinkedHashMap<>();
      shares.forEach((name, share) ->
          figures.put("rarity." + name, share.hits().sum() / (double) share.all().sum()));
      return figures;
    }
  }
}
