package org.entente.desk.network;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.desk.Asked;
import org.entente.desk.Page;
import org.entente.desk.Room;
import org.entente.desk.chart.NetworkChart;
import org.entente.store.Overview;
import org.entente.time.DateRange;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Who acts on whom: a picture of the busiest, and a table of all. */
public final class NetworkPages {
  /** More names than these cannot be read around a circle. */
  private static final int DRAWN = 16;

  /** A quarter of a year, unless other days are asked for. */
  private static final int DAYS = 91;

  private static final int LISTED = 300;

  private final Room room;

  public NetworkPages(Room room) {
    this.room = room;
  }

  public ServerResponse show(ServerRequest request) {
    DateRange days = days(request);
    List<Overview.Edge> edges = room.overview().edges(days.from(), days.to());
    Set<String> busiest = busiest(edges);
    List<NetworkChart.Edge> drawn =
        edges.stream()
            .filter(e -> busiest.contains(e.source()) && busiest.contains(e.target()))
            .map(e ->
                new NetworkChart.Edge(
                    room.names().name(e.source()),
                    room.names().name(e.target()),
                    e.agreement(),
                    e.tension()))
            .toList();
    String picture =
        drawn.isEmpty()
            ? ""
            : NetworkChart.svg(
                drawn,
                "Who acts on whom",
                "The busiest actors from "
                    + days.from()
                    + " to "
                    + days.to()
                    + "; the table below has every number.");
    NetworkView view =
        new NetworkView(
            days,
            picture,
            busiest.size(),
            edges.stream().limit(LISTED).map(this::line).toList(),
            room.errorRate());
    return room.pages().page(request, new Page("Network", "network/network.jte", view));
  }

  private DateRange days(ServerRequest request) {
    LocalDate asked = Asked.day(request, "to");
    LocalDate to = asked == null ? room.days().to() : asked;
    LocalDate first = Asked.day(request, "from");
    LocalDate from = first == null ? to.minusDays(DAYS) : first;
    if (to.isBefore(from)) {
      throw Asked.turned(from, to);
    }
    return new DateRange(from, to);
  }

  private static Set<String> busiest(List<Overview.Edge> edges) {
    Map<String, Integer> sums = new LinkedHashMap<>();
    for (Overview.Edge edge : edges) {
      int events = edge.agreement() + edge.tension();
      sums.merge(edge.source(), events, Integer::sum);
      sums.merge(edge.target(), events, Integer::sum);
    }
    return sums.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(DRAWN)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private NetworkView.Line line(Overview.Edge edge) {
    return new NetworkView.Line(
        edge.source(),
        room.names().name(edge.source()),
        edge.target(),
        room.names().name(edge.target()),
        edge.agreement(),
        edge.tension());
  }
}
