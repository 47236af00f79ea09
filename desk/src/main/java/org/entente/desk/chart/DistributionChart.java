package org.entente.desk.chart;

import java.util.Arrays;
import java.util.Locale;

/**
 * How often each count came in the past, with the asked bin pointed at and the count from which a
 * bin is rare as a dashed line. A pure class.
 */
public final class DistributionChart {
  private static final double WIDTH = 340;
  private static final double HEIGHT = 150;
  private static final double LEFT = 34;
  private static final double BOTTOM = 34;
  private static final double TOP = 24;

  /** More columns than this cannot be told apart; what lies beyond shares the last. */
  private static final int COLUMNS = 30;

  /**
   * What is drawn.
   *
   * @param past events of each earlier bin that was read
   * @param asked events of the asked bin
   * @param rareFrom the smallest count that is rare, 0 when it cannot be told
   * @param noun day, week or month
   * @param id makes ids unique on a page
   */
  public record Data(int[] past, int asked, int rareFrom, String noun, String id) {
    /** The same in a sentence, for who cannot see it. */
    public String sentence() {
      long none = Arrays.stream(past).filter(n -> n == 0).count();
      int most = Arrays.stream(past).max().orElse(0);
      return String.format(
          Locale.ROOT,
          "Of %d earlier %ss %d have no event; the highest has %d. This %s has %d.%s",
          past.length,
          noun,
          none,
          most,
          noun,
          asked,
          rareFrom > 0 ? " Rare is from " + rareFrom + " on." : "");
    }
  }

  private DistributionChart() {}

  /** The chart as an element of a page. */
  public static String svg(Data data, String title) {
    int highest =
        Math.max(
            Arrays.stream(data.past()).max().orElse(0), Math.max(data.asked(), data.rareFrom()));
    int last = Math.min(COLUMNS, highest + 1);
    int[] weeks = new int[last + 1];
    for (int n : data.past()) {
      weeks[Math.min(n, last)]++;
    }
    int most = Math.max(1, Arrays.stream(weeks).max().orElse(1));
    double step = (WIDTH - LEFT - 8) / weeks.length;
    Markup out = new Markup();
    String ids = data.id() + "-title " + data.id() + "-desc";
    out.open(
        "svg",
        "viewBox",
        "0 0 " + (int) WIDTH + " " + (int) HEIGHT,
        "class",
        "chart distribution",
        "role",
        "img",
        "aria-labelledby",
        ids);
    out.leaf("title", title, "id", data.id() + "-title");
    out.leaf("desc", data.sentence(), "id", data.id() + "-desc");
    double base = HEIGHT - BOTTOM;
    for (int n = 0; n < weeks.length; n++) {
      column(out, data, n, weeks[n], LEFT + n * step, step, (base - TOP) / most);
    }
    out.empty("line", "class", "axis", "x1", LEFT, "x2", WIDTH - 8, "y1", base, "y2", base);
    out.leaf("text", String.valueOf(most), "class", "tick", "x", LEFT - 5, "y", TOP + 8);
    out.leaf("text", "events in a " + data.noun(), "class", "time", "x", LEFT, "y", HEIGHT - 4);
    limit(out, data, LEFT + data.rareFrom() * step, last);
    return out.close("svg").toString();
  }

  private static void column(
      Markup out, Data data, int n, int weeks, double x, double step, double unit) {
    double base = HEIGHT - BOTTOM;
    boolean asked = n == data.asked();
    double height = weeks * unit;
    out.open("g", "class", asked ? "bin asked" : "bin");
    out.empty(
        "rect",
        "class",
        "count",
        "x",
        x + step * 0.1,
        "y",
        base - height,
        "width",
        step * 0.8,
        "height",
        height);
    if (step > 14 || n % 5 == 0) {
      out.leaf(
          "text", String.valueOf(n), "class", "time middle", "x", x + step / 2, "y", base + 13);
    }
    if (asked) {
      out.empty(
          "path",
          "class",
          "pointer",
          "d",
          String.format(Locale.ROOT, "M%.1f %.1fl-5 -8h10z", x + step / 2, base - height - 3));
    }
    out.close("g");
  }

  private static void limit(Markup out, Data data, double x, int last) {
    if (data.rareFrom() > 0 && data.rareFrom() <= last) {
      out.empty("line", "class", "limit", "x1", x, "x2", x, "y1", 4, "y2", HEIGHT - BOTTOM);
      boolean right = x > WIDTH - 90;
      out.leaf(
          "text",
          "rare from " + data.rareFrom(),
          "class",
          right ? "time end" : "time",
          "x",
          right ? x - 4 : x + 4,
          "y",
          12);
    }
  }
}
