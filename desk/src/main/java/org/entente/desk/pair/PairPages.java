package org.entente.desk.pair;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.desk.Links;
import org.entente.desk.Page;
import org.entente.desk.Room;
import org.entente.desk.chart.SeriesChart;
import org.entente.relation.Pair;
import org.entente.store.Overview;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Two actors: the page, its downloads, and the list of pairs. */
public final class PairPages {
  private static final int LISTED = 200;

  private final Room room;

  public PairPages(Room room) {
    this.room = room;
  }

  /** The page of a pair. */
  public ServerResponse show(ServerRequest request) {
    PairAnswer answer = answer(request);
    PairView view = answer.view();
    String title = view.asked().oneName() + " and " + view.asked().otherName();
    return room.pages().page(request, new Page(title, "pair/pair.jte", view));
  }

  private PairAnswer answer(ServerRequest request) {
    return new PairAnswer(room, PairQuestion.of(request, room));
  }

  /** All pairs of which anything counts, the busiest first. */
  public ServerResponse list(ServerRequest request) {
    var days = room.days();
    Map<Pair, int[]> counts = new java.util.LinkedHashMap<>();
    for (Overview.Edge edge : room.overview().edges(days.from(), days.to())) {
      int[] sum = counts.computeIfAbsent(Pair.of(edge.source(), edge.target()), p -> new int[2]);
      sum[0] += edge.agreement();
      sum[1] += edge.tension();
    }
    List<PairListView.Line> lines = new ArrayList<>();
    counts.forEach((pair, sum) ->
        lines.add(
            new PairListView.Line(
                Links.pair(pair.first(), pair.second()),
                room.names().name(pair.first()),
                room.names().name(pair.second()),
                sum[0],
                sum[1])));
    lines.sort((a, b) -> Integer.compare(b.agreement() + b.tension(), a.agreement() + a.tension()));
    PairListView view =
        new PairListView(
            lines.size() > LISTED ? lines.subList(0, LISTED) : lines,
            lines.size(),
            room.overview().actors(),
            room.errorRate());
    return room.pages().page(request, new Page("Pairs", "pair/list.jte", view));
  }

  /** The data of the chart as CSV. */
  public ServerResponse csv(ServerRequest request) {
    PairAnswer answer = answer(request);
    return file(answer, "csv", "text/csv", PairFiles.csv(answer.view()));
  }

  /** The data of the chart and the answer as JSON. */
  public ServerResponse json(ServerRequest request) {
    PairAnswer answer = answer(request);
    return file(answer, "json", "application/json", PairFiles.json(answer.view()));
  }

  /** The chart as a file of its own. */
  public ServerResponse svg(ServerRequest request) {
    PairAnswer answer = answer(request);
    PairView view = answer.view();
    String svg = SeriesChart.file(answer.bars(false), answer.title(), view.chartSentence());
    return file(answer, "svg", "image/svg+xml", svg);
  }

  /** The acts of the bin as CSV. */
  public ServerResponse acts(ServerRequest request) {
    PairAnswer answer = answer(request);
    return file(answer, "acts.csv", "text/csv", PairFiles.acts(answer.view()));
  }

  private static ServerResponse file(PairAnswer answer, String ending, String type, String text) {
    String name = answer.fileName() + "." + ending;
    return ServerResponse.ok()
        .contentType(MediaType.parseMediaType(type + ";charset=UTF-8"))
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .body(text.getBytes(StandardCharsets.UTF_8));
  }
}
