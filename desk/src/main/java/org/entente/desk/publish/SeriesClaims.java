package org.entente.desk.publish;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.desk.Fault;
import org.entente.desk.Links;
import org.entente.desk.Room;
import org.entente.desk.chart.SeriesChart;
import org.entente.desk.pair.PairChart;
import org.entente.relation.Grain;
import org.entente.store.Block;
import org.jspecify.annotations.Nullable;

/** The chart of two, frozen. Thread-safe. */
final class SeriesClaims {
  /** Bins that are named where they differ; more are counted. */
  private static final int NAMED = 4;

  private static final String METHOD = "docs/rarity.md";

  private final Room room;
  private final Frozen frozen;

  SeriesClaims(Room room) {
    this.room = room;
    this.frozen = new Frozen(room);
  }

  /** The chart as the page of the pair shows it now. */
  Block.Series freeze(Wanted.Two two) {
    if (two.one().equals(two.other())) {
      throw Fault.badRequest("A chart needs two different actors.");
    }
    PairChart chart = PairChart.of(room, two.one(), two.other(), two.by(), two.on());
    return new Block.Series(
        two.one().toString(),
        two.other().toString(),
        two.by().noun(),
        two.by().start(two.on()).toString(),
        chart(chart.bars()));
  }

  private Block.Chart chart(List<SeriesChart.Bar> bars) {
    List<Block.Bin> bins =
        bars.stream()
            .map(b -> new Block.Bin(b.start().toString(), b.agreement(), b.tension(), b.articles()))
            .toList();
    return new Block.Chart(bins, PairChart.sentence(bars), frozen.basis(METHOD));
  }

  BlockView.Series view(Block.Series series, String id) {
    Grain by = Frozen.grain(series.by());
    List<SeriesChart.Bar> bars = bars(series, series.then().bins(), by);
    String title =
        "Agreement and tension between %s and %s by %s"
            .formatted(
                room.names().name(room.actor(series.one())),
                room.names().name(room.actor(series.other())),
                series.by());
    LocalDate on = LocalDate.parse(series.on());
    return new BlockView.Series(
        series,
        title,
        by.noun(),
        SeriesChart.svg(bars, title, series.then().words(), id),
        bars,
        redrawn(series, title, id),
        Links.pair(series.one(), series.other(), by, on));
  }

  private static List<SeriesChart.Bar> bars(Block.Series series, List<Block.Bin> bins, Grain by) {
    return bins.stream()
        .map(b ->
            new SeriesChart.Bar(
                LocalDate.parse(b.start()),
                by.name(LocalDate.parse(b.start())),
                b.agreement(),
                b.tension(),
                b.articles(),
                b.start().equals(series.on()),
                ""))
        .toList();
  }

  /** The same bins as they are counted now; null where none differs. */
  private BlockView.@Nullable Redrawn redrawn(Block.Series series, String title, String id) {
    Grain by = Frozen.grain(series.by());
    Map<String, Block.Bin> today = today(series, by);
    List<Block.Bin> bins = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (Block.Bin then : series.then().bins()) {
      Block.Bin now = today.getOrDefault(then.start(), then);
      bins.add(now);
      if (!now.equals(then)) {
        changed.add(differs(by.name(LocalDate.parse(then.start())), then, now));
      }
    }
    if (changed.isEmpty()) {
      return null;
    }
    List<SeriesChart.Bar> bars = bars(series, bins, by);
    String words = PairChart.sentence(bars) + " " + words(changed);
    String svg = SeriesChart.svg(bars, title + ", now", words, id + "-now");
    return new BlockView.Redrawn(svg, words, frozen.basis(METHOD));
  }

  private Map<String, Block.Bin> today(Block.Series series, Grain by) {
    LocalDate last = LocalDate.parse(series.then().bins().getLast().start());
    PairChart chart =
        PairChart.until(room, room.actor(series.one()), room.actor(series.other()), by, last);
    Map<String, Block.Bin> today = new HashMap<>();
    chart(chart.bars()).bins().forEach(b -> today.put(b.start(), b));
    return today;
  }

  private static String differs(String name, Block.Bin then, Block.Bin now) {
    List<String> parts = new ArrayList<>();
    part(parts, "agreement", then.agreement(), now.agreement());
    part(parts, "tension", then.tension(), now.tension());
    part(parts, "articles read", then.articles(), now.articles());
    return name + ": " + String.join(", ", parts);
  }

  private static void part(List<String> parts, String name, int then, int now) {
    if (then != now) {
      parts.add(name + " " + then + " then, " + now + " now");
    }
  }

  private static String words(List<String> changed) {
    String named = String.join("; ", changed.subList(0, Math.min(NAMED, changed.size())));
    int more = changed.size() - NAMED;
    return "What differs: " + named + (more > 0 ? "; and " + more + " more" : "") + ".";
  }
}
