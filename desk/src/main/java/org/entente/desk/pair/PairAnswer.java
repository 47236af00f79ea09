package org.entente.desk.pair;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.desk.EventLine;
import org.entente.desk.Room;
import org.entente.desk.chart.DistributionChart;
import org.entente.desk.chart.SeriesChart;
import org.entente.desk.pair.PairView.SideView;
import org.entente.relation.ActorKey;
import org.entente.relation.Answer;
import org.entente.relation.Bin;
import org.entente.relation.Exposure;
import org.entente.relation.Forecast;
import org.entente.relation.Panel;
import org.entente.relation.Part;
import org.entente.relation.Rarity;
import org.entente.relation.Series;
import org.entente.relation.Side;
import org.entente.store.StoredAnnouncement;
import org.entente.store.StoredEvent;

/** Gathers what the page of a pair shows. */
final class PairAnswer {
  /** Bins that the chart shows: two years of weeks. */
  private static final int BINS = 104;

  /** Bins after the asked one that the chart still shows. */
  static final int AFTER = 26;

  /** Bins before the asked one whose positions are shown. */
  private static final int LATELY = 8;

  private final Room room;
  private final PairQuestion question;
  private final Series series;
  private final Answer answer;

  PairAnswer(Room room, PairQuestion question) {
    this.room = room;
    this.question = question;
    Room.Two two = new Room.Two(question.one(), question.other(), question.by());
    this.series = room.series(two, question.on(), until(), BINS);
    this.answer = room.answer(series, question.on());
  }

  /** The last day of the chart, which stays the same while a reader goes from bin to bin. */
  private LocalDate until() {
    LocalDate last = room.days().to();
    LocalDate end = question.by().plus(question.from(), AFTER);
    return end.isBefore(last) ? end : last.isBefore(question.on()) ? question.on() : last;
  }

  PairView view() {
    List<StoredEvent> events =
        room.overview().between(question.one(), question.other(), question.from(), question.to());
    List<SeriesChart.Bar> bars = bars(true);
    return new PairView(
        asked(),
        List.of(side(Side.AGREEMENT), side(Side.TENSION)),
        SeriesChart.svg(bars, title(), sentence(bars)),
        sentence(bars),
        bars,
        List.of(lane(events, true), lane(events, false)),
        List.of(positions(question.one()), positions(question.other())),
        meetings(events),
        announced(),
        room.errorRate());
  }

  String title() {
    return "Agreement and tension between "
        + room.names().name(question.one())
        + " and "
        + room.names().name(question.other())
        + " by "
        + question.by().noun();
  }

  /** Letters, digits and dashes only. */
  String fileName() {
    String name =
        question.one() + "-" + question.other() + "-" + question.by().name(question.from());
    return name.replaceAll("[^A-Za-z0-9-]+", "-");
  }

  private PairView.Question asked() {
    var read = room.days();
    LocalDate before = question.by().plus(question.from(), -1);
    LocalDate after = question.by().plus(question.from(), 1);
    return new PairView.Question(
        question.one().toString(),
        question.other().toString(),
        room.names().name(question.one()),
        room.names().name(question.other()),
        question.by(),
        question.from(),
        question.to(),
        question.by().name(question.from()),
        question.query(),
        question.from().isAfter(read.from()) ? question.href(later(before, read.from())) : null,
        after.isAfter(read.to()) ? null : question.href(after));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? other : one;
  }

  private SideView side(Side side) {
    Rarity rarity = answer.rarity(side);
    Forecast forecast = rarity.forecast();
    String name = side.name().toLowerCase(Locale.ROOT);
    Panel panel = answer.series().panel(side, Part.ALL, Exposure.ARTICLES);
    List<Panel.Row> rows = panel.rows();
    int[] past =
        rows.subList(rows.size() - 1 - rarity.past(), rows.size() - 1).stream()
            .filter(r -> !r.isGap())
            .mapToInt(Panel.Row::events)
            .toArray();
    var data =
        new DistributionChart.Data(
            past,
            rarity.bin().events(),
            forecast == null ? 0 : forecast.rareFrom(),
            question.by().noun(),
            name);
    return new SideView(
        name,
        rarity.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        rarity.words(),
        rarity.bin().events(),
        DistributionChart.svg(data, "How often each count of " + name + " came before"),
        data.sentence(),
        rarity.asHigh().stream()
            .map(r ->
                new PairView.Near(
                    question.by().name(r.start()), question.href(r.start()), r.events()))
            .toList());
  }

  /** The bins around the asked one. */
  List<SeriesChart.Bar> bars(boolean links) {
    List<Bin> bins = series.bins();
    LocalDate first = room.days().from();
    return bins.subList(Math.max(0, bins.size() - BINS), bins.size()).stream()
        .map(b -> bar(b, links ? question.href(later(b.start(), first)) : ""))
        .toList();
  }

  private SeriesChart.Bar bar(Bin bin, String href) {
    return new SeriesChart.Bar(
        bin.start(),
        question.by().name(bin.start()),
        bin.tally(Side.AGREEMENT, Part.ALL).events(),
        bin.tally(Side.TENSION, Part.ALL).events(),
        bin.articles(),
        bin.start().equals(question.from()),
        href);
  }

  static String sentence(List<SeriesChart.Bar> bars) {
    long gaps = bars.stream().filter(b -> b.articles() == 0).count();
    return String.format(
        Locale.ROOT,
        "%d bins from %s to %s: %d events of agreement, %d of tension; %s.",
        bars.size(),
        bars.getFirst().name(),
        bars.getLast().name(),
        bars.stream().mapToInt(SeriesChart.Bar::agreement).sum(),
        bars.stream().mapToInt(SeriesChart.Bar::tension).sum(),
        gaps == 0 ? "all were read" : gaps + " were not read");
  }

  private PairView.Lane lane(List<StoredEvent> events, boolean forth) {
    ActorKey from = forth ? question.one() : question.other();
    ActorKey to = forth ? question.other() : question.one();
    return new PairView.Lane(
        room.names().name(from),
        room.names().name(to),
        events.stream()
            .filter(e -> ActorKey.of(e.source()).equals(from.value()))
            .map(EventLine::of)
            .toList());
  }

  private PairView.Positions positions(ActorKey key) {
    LocalDate from = question.by().plus(question.from(), -LATELY);
    return new PairView.Positions(
        room.names().name(key), room.store().positions(key, from, question.to()).reversed());
  }

  /** Meetings of the bin (CAMEO 04), each with what every outlet's articles report of that day. */
  private List<PairView.Meeting> meetings(List<StoredEvent> events) {
    Map<LocalDate, List<StoredEvent>> days = new TreeMap<>();
    events.stream()
        .filter(e -> e.day() != null && e.type().root().equals("04"))
        .forEach(e -> days.computeIfAbsent(e.day(), d -> new ArrayList<>()).add(e));
    List<PairView.Meeting> meetings = new ArrayList<>();
    days.forEach((day, met) -> meetings.add(new PairView.Meeting(day, outlets(met, events))));
    return meetings;
  }

  private static List<PairView.Outlet> outlets(List<StoredEvent> met, List<StoredEvent> all) {
    List<Long> articles = met.stream().map(e -> e.article().id()).distinct().toList();
    Map<String, List<StoredEvent>> byOutlet =
        all.stream()
            .filter(e -> articles.contains(e.article().id()))
            .collect(
                Collectors.groupingBy(
                    e -> String.valueOf(e.article().outlet()), TreeMap::new, Collectors.toList()));
    return byOutlet.values().stream().map(PairAnswer::outlet).toList();
  }

  private static PairView.Outlet outlet(List<StoredEvent> events) {
    return new PairView.Outlet(
        events.getFirst().article().outlet(),
        (int) events.stream().filter(e -> e.type().goldstein() > 0).count(),
        (int) events.stream().filter(e -> e.type().goldstein() < 0).count(),
        events.stream().map(EventLine::of).toList());
  }

  private List<StoredAnnouncement> announced() {
    return room.store().calendar(question.one(), question.other(), question.to()).reversed();
  }
}
