package org.entente.desk.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Who acts on whom: actors on a circle, a curve for each direction of a pair, as wide as it has
 * events. Agreement is a full curve, tension a dashed one. The same edges give the same picture. A
 * pure class.
 */
public final class NetworkChart {
  private static final double WIDTH = 760;
  private static final double HEIGHT = 620;
  private static final double RADIUS = 220;
  private static final double WIDEST = 9;

  /**
   * One direction of a pair.
   *
   * @param source name of who acts
   * @param target name of who is acted on
   * @param agreement events
   * @param tension events
   */
  public record Edge(String source, String target, int agreement, int tension) {}

  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final List<Edge> edges;
  private final int most;
  private final Markup out = new Markup();

  private NetworkChart(List<Edge> edges) {
    this.edges = edges;
    for (Edge edge : edges) {
      places.putIfAbsent(edge.source(), places.size());
      places.putIfAbsent(edge.target(), places.size());
    }
    this.most =
        Math.max(
            1, edges.stream().mapToInt(e -> Math.max(e.agreement(), e.tension())).max().orElse(1));
  }

  /** The picture as an element of a page. */
  public static String svg(List<Edge> edges, String title, String description) {
    return new NetworkChart(edges).draw(title, description);
  }

  private String draw(String title, String description) {
    out.open(
        "svg",
        "viewBox",
        "0 0 " + (int) WIDTH + " " + (int) HEIGHT,
        "class",
        "chart network",
        "role",
        "img",
        "aria-labelledby",
        "network-title network-desc");
    out.leaf("title", title, "id", "network-title");
    out.leaf("desc", description, "id", "network-desc");
    for (Edge edge : edges) {
      curve(edge, edge.agreement(), "agree", 0.62);
      curve(edge, edge.tension(), "tense", 0.34);
    }
    new ArrayList<>(places.keySet()).forEach(this::actor);
    return out.close("svg").toString();
  }

  private void curve(Edge edge, int events, String kind, double pull) {
    if (events == 0) {
      return;
    }
    double[] from = at(edge.source(), RADIUS);
    double[] to = at(edge.target(), RADIUS);
    double middleX =
        WIDTH / 2 + ((from[0] + to[0]) / 2 - WIDTH / 2) * pull + (to[1] - from[1]) * 0.08;
    double middleY =
        HEIGHT / 2 + ((from[1] + to[1]) / 2 - HEIGHT / 2) * pull - (to[0] - from[0]) * 0.08;
    String path =
        String.format(
            Locale.ROOT,
            "M%.1f %.1fQ%.1f %.1f %.1f %.1f",
            from[0],
            from[1],
            middleX,
            middleY,
            to[0],
            to[1]);
    String says =
        String.format(
            Locale.ROOT,
            "%s to %s: %d events of %s",
            edge.source(),
            edge.target(),
            events,
            kind.equals("agree") ? "agreement" : "tension");
    out.open(
            "path",
            "class",
            "edge " + kind,
            "d",
            path,
            "stroke-width",
            1 + (WIDEST - 1) * events / most)
        .leaf("title", says)
        .close("path");
  }

  private void actor(String name) {
    double[] at = at(name, RADIUS);
    double[] label = at(name, RADIUS + 14);
    out.empty("circle", "class", "actor", "cx", at[0], "cy", at[1], "r", 6.0);
    double side = label[0] - WIDTH / 2;
    String anchor = Math.abs(side) < 40 ? "middle" : side > 0 ? "start" : "end";
    out.leaf("text", name, "class", "name " + anchor, "x", label[0], "y", label[1] + 4);
  }

  private double[] at(String name, double radius) {
    double angle = 2 * Math.PI * places.getOrDefault(name, 0) / places.size() - Math.PI / 2;
    return new double[] {
      WIDTH / 2 + radius * Math.cos(angle) * 1.1, HEIGHT / 2 + radius * Math.sin(angle)
    };
  }
}
