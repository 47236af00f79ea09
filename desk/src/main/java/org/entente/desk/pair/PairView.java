package org.entente.desk.pair;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.desk.EventLine;
import org.entente.desk.chart.SeriesChart;
import org.entente.relation.Grain;
import org.entente.store.ErrorRate;
import org.entente.store.StoredAnnouncement;
import org.entente.store.StoredPosition;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a pair shows.
 *
 * @param asked which pair and bin
 * @param sides agreement and tension
 * @param chart SVG of our own making
 * @param chartSentence what the chart shows, in words
 * @param bars the data of the chart
 * @param lanes what each did to the other in the bin
 * @param positions the sides that each took lately
 * @param meetings what each outlet reports of a meeting in the bin
 * @param announced what was announced for the two
 * @param rate how often codings are wrong, as far as people checked them
 */
public record PairView(
    Question asked,
    List<SideView> sides,
    String chart,
    String chartSentence,
    List<SeriesChart.Bar> bars,
    List<Lane> lanes,
    List<Positions> positions,
    List<Meeting> meetings,
    List<StoredAnnouncement> announced,
    ErrorRate rate) {
  public PairView {
    sides = List.copyOf(sides);
    bars = List.copyOf(bars);
    lanes = List.copyOf(lanes);
    positions = List.copyOf(positions);
    meetings = List.copyOf(meetings);
    announced = List.copyOf(announced);
  }

  /**
   * What is asked, in keys and in words.
   *
   * @param query the query of the address, for downloads of the same
   * @param earlier address of the bin before, or null
   * @param later address of the bin after, or null
   */
  public record Question(
      String one,
      String other,
      String oneName,
      String otherName,
      Grain by,
      LocalDate from,
      LocalDate to,
      String bin,
      String query,
      @Nullable String earlier,
      @Nullable String later) {}

  /** What a form that inserts something of it asks. */
  public Map<String, String> inserted() {
    Map<String, String> asking = new LinkedHashMap<>();
    asking.put("one", asked.one());
    asking.put("other", asked.other());
    asking.put("by", asked.by().noun());
    asking.put("on", asked.from().toString());
    return asking;
  }

  /**
   * Agreement or tension of the bin.
   *
   * @param name agreement or tension
   * @param verdict rare, not rare, cannot be told
   * @param words the answer in sentences
   * @param events counted
   * @param distribution SVG of our own making
   * @param sentence what the distribution shows, in words
   * @param nearest earlier bins at least as high, latest first
   */
  public record SideView(
      String name,
      String verdict,
      String words,
      int events,
      String distribution,
      String sentence,
      List<Near> nearest) {
    public SideView {
      nearest = List.copyOf(nearest);
    }

    public boolean isRare() {
      return verdict.equals("rare");
    }
  }

  /** An earlier bin with its count. */
  public record Near(String name, String href, int events) {}

  /** What one did to the other in the bin. */
  public record Lane(String from, String to, List<EventLine> acts) {
    public Lane {
      acts = List.copyOf(acts);
    }
  }

  /** The sides that those who act for one took. */
  public record Positions(String name, List<StoredPosition> taken) {
    public Positions {
      taken = List.copyOf(taken);
    }
  }

  /** One meeting, outlet by outlet. */
  public record Meeting(LocalDate day, List<Outlet> outlets) {
    public Meeting {
      outlets = List.copyOf(outlets);
    }
  }

  /** What one outlet's articles report between the two. */
  public record Outlet(@Nullable String name, int agreement, int tension, List<EventLine> events) {
    public Outlet {
      events = List.copyOf(events);
    }
  }
}
