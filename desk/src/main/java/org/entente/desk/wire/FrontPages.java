package org.entente.desk.wire;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.desk.Asked;
import org.entente.desk.Links;
import org.entente.desk.Page;
import org.entente.desk.Pages;
import org.entente.desk.Room;
import org.entente.desk.wire.FrontView.PairLine;
import org.entente.desk.wire.FrontView.RareLine;
import org.entente.relation.Forecast;
import org.entente.relation.Grain;
import org.entente.relation.Pair;
import org.entente.relation.Rarity;
import org.entente.relation.Side;
import org.entente.relation.Watch;
import org.entente.store.Query;
import org.entente.store.StoredAnnouncement;
import org.entente.time.DateRange;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The front page: one week at a glance, the last that was read unless another is asked for. */
public final class FrontPages {
  private static final int NEWEST = 12;
  private static final int BUSIEST = 12;
  private static final int AHEAD = 7;

  private final Room room;

  public FrontPages(Room room) {
    this.room = room;
  }

  /** What is rare, the newest stories, what comes due. */
  public ServerResponse show(ServerRequest request) {
    LocalDate asked = Asked.day(request, "on");
    return room.pages()
        .page(request, new Page("Front", "wire/front.jte", view(asked, isNoneBefore(request))));
  }

  private FrontView view(@Nullable LocalDate asked, boolean noneBefore) {
    DateRange read = room.days();
    LocalDate on = asked == null ? opening(read) : asked;
    LocalDate from = Grain.WEEK.start(on);
    LocalDate to = from.plusDays(6);
    boolean empty = room.store().days().isEmpty();
    Watch watch = empty ? Watch.of(List.of(), 0.5) : room.watch(on);
    return new FrontView(
        Grain.WEEK.name(from),
        from,
        to,
        empty ? null : read.to(),
        empty ? room.overview().count(Query.ALL) : 0,
        room.overview().count(Query.ALL.withDays(from, to)),
        watch.tested(),
        noneBefore,
        watch.lines().stream().map(l -> line(l.entry())).toList(),
        watch.alone().stream().map(this::line).toList(),
        busiest(watch),
        StoryItem.of(
            room.overview().stories(Query.ALL.withDays(null, to).withPage(NEWEST, 0)), "", room),
        due(on),
        from.isAfter(read.from()) ? week(from.minusDays(7), read) : null,
        to.isBefore(read.to()) ? week(from.plusDays(7), read) : null,
        asked == null && to.isBefore(read.to()) ? on(read.to()) : null,
        room.errorRate());
  }

  /** The last day that was read; in the demo, which is for trying, that of the last rare week. */
  private LocalDate opening(DateRange read) {
    return room.pages().demo() ? room.lastRare(read.to()).orElse(read.to()) : read.to();
  }

  /** Whether {@link #rare} led here since it found no such week. */
  private static boolean isNoneBefore(ServerRequest request) {
    return Asked.words(request, "before").equals("none");
  }

  /**
   * Leads to the last week, from a day on back, in which a pair is rare; where there is none in
   * half a year, back to the week itself, which says so.
   */
  public ServerResponse rare(ServerRequest request) {
    LocalDate asked = Asked.day(request, "on");
    LocalDate from = asked == null ? room.days().to() : asked;
    String none = Links.with("/", Map.of("on", from.toString(), "before", "none"));
    return Pages.seeOther(room.lastRare(from).map(FrontPages::on).orElse(none));
  }

  private static String on(LocalDate day) {
    return Links.with("/", Map.of("on", day.toString()));
  }

  private String week(LocalDate start, DateRange read) {
    boolean last = !room.pages().demo() && !start.plusDays(6).isBefore(read.to());
    return Links.with("/", Map.of("on", last ? "" : start.plusDays(6).toString()));
  }

  private RareLine line(Watch.Entry entry) {
    Pair pair = entry.pair();
    Rarity rarity = entry.rarity();
    Forecast forecast = rarity.forecast();
    return new RareLine(
        Links.pair(pair.first(), pair.second(), Grain.WEEK, rarity.bin().start()),
        names(pair),
        entry.side().name().toLowerCase(Locale.ROOT),
        rarity.bin().events(),
        forecast == null ? 0 : forecast.expected(),
        rarity.covered(),
        rarity.share());
  }

  /** The watch has its pairs in the order of what counts between them, most first. */
  private List<PairLine> busiest(Watch watch) {
    Map<Pair, List<Watch.Entry>> pairs = new LinkedHashMap<>();
    watch.entries().forEach(e -> pairs.computeIfAbsent(e.pair(), p -> new ArrayList<>()).add(e));
    return pairs.values().stream().limit(BUSIEST).map(this::busy).toList();
  }

  private PairLine busy(List<Watch.Entry> sides) {
    Pair pair = sides.getFirst().pair();
    return new PairLine(
        Links.pair(
            pair.first(), pair.second(), Grain.WEEK, sides.getFirst().rarity().bin().start()),
        names(pair),
        events(sides, Side.AGREEMENT),
        events(sides, Side.TENSION));
  }

  private static int events(List<Watch.Entry> sides, Side side) {
    return sides.stream()
        .filter(e -> e.side() == side)
        .mapToInt(e -> e.rarity().bin().events())
        .sum();
  }

  private String names(Pair pair) {
    return room.names().name(pair.first()) + " and " + room.names().name(pair.second());
  }

  private List<StoredAnnouncement> due(LocalDate on) {
    return room.store().calendar(on, on).stream()
        .filter(a -> a.outcome() == StoredAnnouncement.Outcome.DUE)
        .filter(a -> isWithin(a.date(), on))
        .toList();
  }

  private static boolean isWithin(@Nullable DateRange date, LocalDate on) {
    return date != null && !date.from().isAfter(on.plusDays(AHEAD)) && !date.to().isBefore(on);
  }
}
