package org.entente.desk.chart;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/**
 * Agreement above the line and tension below it, bin by bin, with what was read beneath and gaps
 * hatched. One scale serves both sides, so that they can be compared. A pure class.
 */
public final class SeriesChart {
  private static final double WIDTH = 960;
  private static final double HEIGHT = 336;
  private static final double LEFT = 44;
  private static final double RIGHT = 8;
  private static final double TOP = 22;
  private static final double SIDE = 108;
  private static final double MIDDLE = TOP + SIDE;
  private static final double READ_TOP = MIDDLE + SIDE + 22;
  private static final double READ = 40;

  /** Room that a label of the time axis needs. */
  private static final double LABEL = 64;

  private final List<Bar> bars;
  private final String name;
  private final int most;
  private final int mostRead;
  private final double step;
  private final Markup out = new Markup();

  /**
   * One bin.
   *
   * @param start its first day
   * @param name short name, as 2013-W19
   * @param agreement events
   * @param tension events
   * @param articles articles read; 0 is a gap
   * @param asked whether it is the bin that is asked for
   * @param href where it leads; empty for nowhere
   */
  public record Bar(
      LocalDate start,
      String name,
      int agreement,
      int tension,
      int articles,
      boolean asked,
      String href) {
    String says() {
      return articles == 0
          ? name + ": nothing was read"
          : String.format(
              Locale.ROOT,
              "%s: agreement %d, tension %d, %d articles read",
              name,
              agreement,
              tension,
              articles);
    }
  }

  private SeriesChart(List<Bar> bars, String name) {
    if (bars.isEmpty()) {
      throw new IllegalArgumentException("a chart needs at least one bin");
    }
    this.bars = bars;
    this.name = name;
    int highest = bars.stream().mapToInt(b -> Math.max(b.agreement(), b.tension())).max().orElse(0);
    this.most = Math.max(3, highest);
    this.mostRead = Math.max(1, bars.stream().mapToInt(Bar::articles).max().orElse(1));
    this.step = (WIDTH - LEFT - RIGHT) / bars.size();
  }

  /**
   * The chart as an element of a page, styled by its style sheet.
   *
   * @param title what it shows
   * @param description the same in a sentence or two, for who cannot see it
   */
  public static String svg(List<Bar> bars, String title, String description) {
    return svg(bars, title, description, "series");
  }

  /**
   * The same in a page that has several.
   *
   * @param name what the ids of its elements begin with
   */
  public static String svg(List<Bar> bars, String title, String description, String name) {
    return new SeriesChart(bars, name).draw(title, description, "");
  }

  /** The chart as a file of its own, with its colours in it. */
  public static String file(List<Bar> bars, String title, String description) {
    return new SeriesChart(bars, "series").draw(title, description, Colours.STYLE);
  }

  private String draw(String title, String description, String style) {
    out.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        "0 0 " + (int) WIDTH + " " + (int) HEIGHT,
        "class",
        "chart series",
        "role",
        "group",
        "aria-labelledby",
        name + "-title " + name + "-desc");
    out.leaf("title", title, "id", name + "-title");
    out.leaf("desc", description, "id", name + "-desc");
    if (!style.isEmpty()) {
      out.leaf("style", style);
    }
    pattern();
    scale();
    for (int i = 0; i < bars.size(); i++) {
      bar(bars.get(i), LEFT + i * step);
    }
    out.empty("line", "class", "axis", "x1", LEFT, "x2", WIDTH - RIGHT, "y1", MIDDLE, "y2", MIDDLE);
    times();
    return out.close("svg").toString();
  }

  private void pattern() {
    out.open("defs")
        .open(
            "pattern",
            "id",
            name + "-gap",
            "width",
            "6",
            "height",
            "6",
            "patternUnits",
            "userSpaceOnUse",
            "patternTransform",
            "rotate(45)")
        .empty("line", "class", "hatch", "x1", "0", "x2", "0", "y1", "0", "y2", "6")
        .close("pattern")
        .close("defs");
  }

  private void scale() {
    int grid = Math.max(1, (int) Math.ceil(most / 3.0));
    for (int value = grid; value <= most; value += grid) {
      for (int sign : new int[] {-1, 1}) {
        double y = MIDDLE + sign * SIDE * value / most;
        out.empty("line", "class", "grid", "x1", LEFT, "x2", WIDTH - RIGHT, "y1", y, "y2", y);
        out.leaf("text", String.valueOf(value), "class", "tick", "x", LEFT - 6, "y", y + 4);
      }
    }
    out.leaf("text", "agreement", "class", "side agree", "x", LEFT, "y", TOP - 8);
    out.leaf("text", "tension", "class", "side tense", "x", LEFT, "y", MIDDLE + SIDE + 14);
    out.leaf("text", "articles read", "class", "side", "x", LEFT, "y", READ_TOP + READ + 12);
    out.leaf("text", String.valueOf(mostRead), "class", "tick", "x", LEFT - 6, "y", READ_TOP + 8);
  }

  private void bar(Bar bar, double x) {
    if (!bar.href().isEmpty()) {
      out.open("a", "href", bar.href(), "tabindex", "-1", "aria-label", bar.says());
    }
    out.open("g", "class", bar.asked() ? "bin asked" : "bin").leaf("title", bar.says());
    double all = READ_TOP + READ - TOP;
    out.empty(
        "rect",
        "class",
        bar.articles() == 0 ? "gap" : "hit",
        "fill",
        bar.articles() == 0 ? "url(#" + name + "-gap)" : "transparent",
        "x",
        x,
        "y",
        TOP,
        "width",
        step,
        "height",
        all);
    double wide = Math.max(1, step * 0.72);
    double left = x + (step - wide) / 2;
    rect(
        "agree", left, wide, MIDDLE - SIDE * bar.agreement() / most, SIDE * bar.agreement() / most);
    rect("tense", left, wide, MIDDLE, SIDE * bar.tension() / most);
    double read = READ * bar.articles() / mostRead;
    rect("read", left, wide, READ_TOP + READ - read, read);
    if (bar.asked()) {
      double middle = x + step / 2;
      out.empty(
          "path",
          "class",
          "pointer",
          "d",
          String.format(Locale.ROOT, "M%.1f %.1fl-5 -8h10z", middle, TOP - 2));
    }
    out.close("g");
    if (!bar.href().isEmpty()) {
      out.close("a");
    }
  }

  private void rect(String kind, double x, double width, double y, double height) {
    if (height > 0) {
      out.empty("rect", "class", kind, "x", x, "y", y, "width", width, "height", height);
    }
  }

  private void times() {
    double free = 0;
    int quarter = -1;
    for (int i = 0; i < bars.size(); i++) {
      LocalDate start = bars.get(i).start();
      int own = start.getYear() * 4 + (start.getMonthValue() - 1) / 3;
      double x = LEFT + i * step;
      if (own != quarter && x >= free && x < WIDTH - LABEL) {
        String month = start.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
        out.empty(
            "line",
            "class",
            "axis",
            "x1",
            x,
            "x2",
            x,
            "y1",
            READ_TOP + READ,
            "y2",
            READ_TOP + READ + 5);
        out.leaf(
            "text",
            month + " " + start.getYear(),
            "class",
            "time",
            "x",
            x,
            "y",
            READ_TOP + READ + 26);
        free = x + LABEL;
      }
      quarter = own;
    }
  }
}
