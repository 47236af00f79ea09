package org.entente.desk.pair;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.desk.EventLine;
import org.entente.desk.chart.SeriesChart;
import org.entente.export.Cells;
import tools.jackson.databind.json.JsonMapper;

/** What the page of a pair shows, as files. No cell can be taken for a formula. Pure functions. */
final class PairFiles {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private PairFiles() {}

  /** One row a bin; a gap has 0 articles, and its counts mean nothing. */
  static String csv(PairView view) {
    StringBuilder csv = new StringBuilder("bin,start,agreement,tension,articles,first,second\n");
    for (SeriesChart.Bar bar : view.bars()) {
      csv.append(
          row(
              bar.name(),
              bar.start(),
              bar.agreement(),
              bar.tension(),
              bar.articles(),
              view.asked().oneName(),
              view.asked().otherName()));
    }
    return csv.toString();
  }

  /** One row an act of the bin. */
  static String acts(PairView view) {
    StringBuilder csv =
        new StringBuilder(
            "day,source,target,code,meaning,status,counted,outlet,headline,words,address\n");
    for (PairView.Lane lane : view.lanes()) {
      for (EventLine act : lane.acts()) {
        csv.append(
            row(
                act.day(),
                act.source(),
                act.target(),
                act.code(),
                act.name(),
                act.status(),
                act.counted(),
                act.outlet(),
                act.headline(),
                act.exact(),
                act.href()));
      }
    }
    return csv.toString();
  }

  private static String row(@org.jspecify.annotations.Nullable Object... cells) {
    return Stream.of(cells)
            .map(c -> Cells.csv(c == null ? "" : c.toString()))
            .collect(Collectors.joining(","))
        + "\n";
  }

  /** The question, the answer on both sides, and the bins. */
  static String json(PairView view) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("first", view.asked().one());
    all.put("second", view.asked().other());
    all.put("by", view.asked().by().noun());
    all.put("bin", view.asked().bin());
    for (PairView.SideView side : view.sides()) {
      all.put(
          side.name(),
          Map.of("verdict", side.verdict(), "events", side.events(), "words", side.words()));
    }
    List<Map<String, Object>> bins = view.bars().stream().map(PairFiles::bin).toList();
    all.put("bins", bins);
    return JSON.writeValueAsString(all);
  }

  private static Map<String, Object> bin(SeriesChart.Bar bar) {
    Map<String, Object> bin = new LinkedHashMap<>();
    bin.put("bin", bar.name());
    bin.put("start", bar.start().toString());
    bin.put("agreement", bar.agreement());
    bin.put("tension", bar.tension());
    bin.put("articles", bar.articles());
    return bin;
  }
}
