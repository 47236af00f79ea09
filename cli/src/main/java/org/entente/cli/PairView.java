package org.entente.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.entente.relation.ActorKey;
import org.entente.relation.Answer;
import org.entente.relation.Bin;
import org.entente.relation.Part;
import org.entente.relation.Rarity;
import org.entente.relation.Series;
import org.entente.relation.Side;
import org.entente.relation.Tally;
import org.entente.store.ActorWords;
import org.entente.store.SharedTopic;
import org.entente.store.Store;
import org.entente.store.StoredEvent;
import org.entente.store.StoredPosition;
import org.entente.time.DateRange;

/** Shows the answer for a pair in the terminal: verdict, figures, parts, the last bins. */
final class PairView {
  private static final int WIDTH = 100;
  private static final int TOPICS = 8;
  private static final int BINS = 60;
  private static final String BARS = "▁▂▃▄▅▆▇█";

  private final PrintWriter out;
  private final Style style;
  private final ActorWords names;

  PairView(PrintWriter out, Style style, ActorWords names) {
    this.out = out;
    this.style = style;
    this.names = names;
  }

  void show(ActorKey one, ActorKey other, Answer answer) {
    Series series = answer.series();
    Bin bin = answer.bin();
    out.println(
        style.bold(names.name(one) + " and " + names.name(other))
            + style.dim(
                "  "
                    + series.grain().noun()
                    + " "
                    + series.grain().name(bin.start())
                    + ", "
                    + bin.start()
                    + " to "
                    + series.grain().plus(bin.start(), 1).minusDays(1)));
    for (Side side : Side.values()) {
      out.println();
      side(series, answer.rarity(side), bin, side);
    }
    out.println();
    out.println(
        String.format(
            Locale.ROOT,
            "Read: %,d articles in this %s, %,d of their sentences name both; a dot in a line is a %s of which nothing was read.",
            bin.articles(),
            series.grain().noun(),
            bin.sentences(),
            series.grain().noun()));
  }

  private void side(Series series, Rarity rarity, Bin bin, Side side) {
    out.println(
        style.bold(side.name().charAt(0) + side.name().substring(1).toLowerCase(Locale.ROOT)));
    for (String line : TerminalView.lines(rarity.words(), WIDTH - 2)) {
      out.println("  " + line);
    }
    Tally all = bin.tally(side, Part.ALL);
    if (all.events() > 0) {
      out.println(
          style.dim(
              String.format(
                  Locale.ROOT,
                  "  %s → %s %d, %s → %s %d; in words %d, in deeds %d; Goldstein scores add up to %.1f",
                  names.name(series.pair().first()),
                  names.name(series.pair().second()),
                  bin.tally(side, Part.FORTH).events(),
                  names.name(series.pair().second()),
                  names.name(series.pair().first()),
                  bin.tally(side, Part.BACK).events(),
                  bin.tally(side, Part.VERBAL).events(),
                  bin.tally(side, Part.MATERIAL).events(),
                  all.weighted())));
    }
    line(series, side);
  }

  /** The last bins as bars; the asked one is the last. */
  private void line(Series series, Side side) {
    List<Bin> bins =
        series.bins().subList(Math.max(0, series.bins().size() - BINS), series.bins().size());
    int most = bins.stream().mapToInt(b -> b.tally(side, Part.ALL).events()).max().orElse(0);
    String bars = bins.stream().map(b -> bar(b, side, most)).collect(Collectors.joining());
    out.println(
        "  "
            + style.event(bars)
            + style.dim(
                "  "
                    + series.grain().name(bins.getFirst().start())
                    + " to "
                    + series.grain().name(bins.getLast().start())
                    + ", highest "
                    + most));
  }

  private static String bar(Bin bin, Side side, int most) {
    if (bin.isGap()) {
      return "·";
    }
    int events = bin.tally(side, Part.ALL).events();
    int height = events == 0 ? 0 : 1 + (events * (BARS.length() - 2)) / Math.max(1, most);
    return String.valueOf(BARS.charAt(Math.min(height, BARS.length() - 1)));
  }

  /** The events of the bin and of the nearest earlier ones, and what the two stand for. */
  void showEvidence(Store store, ActorKey one, ActorKey other, Answer answer) {
    StoreView view = new StoreView(out, style);
    Bin bin = answer.bin();
    events(store, one, other, answer, bin.start(), view);
    for (var row : answer.agreement().asHigh()) {
      events(store, one, other, answer, row.start(), view);
    }
    positions(store, one, other, answer);
  }

  private void events(
      Store store, ActorKey one, ActorKey other, Answer answer, LocalDate start, StoreView view) {
    LocalDate last = answer.series().grain().plus(start, 1).minusDays(1);
    List<StoredEvent> events = store.evidence(one, other, new DateRange(start, last));
    out.println();
    out.println(style.bold(answer.series().grain().name(start) + ": the reports that are counted"));
    view.show(events);
    if (events.isEmpty()) {
      out.println("   none");
    }
  }

  /** What the two stand for on topics that both spoke of, up to the end of the bin. */
  private void positions(Store store, ActorKey one, ActorKey other, Answer answer) {
    LocalDate from = answer.series().bins().getFirst().start();
    LocalDate to = answer.series().grain().plus(answer.bin().start(), 1).minusDays(1);
    List<SharedTopic> topics =
        SharedTopic.of(store.positions(one, from, to), store.positions(other, from, to));
    out.println();
    out.println(style.bold("Sides that both took on one topic, up to " + to));
    for (SharedTopic topic : topics.subList(0, Math.min(TOPICS, topics.size()))) {
      out.println("   " + style.event(topic.word()));
      topic.one().forEach(p -> position(one, p));
      topic.other().forEach(p -> position(other, p));
    }
    if (topics.isEmpty()) {
      out.println("   none");
    }
  }

  private void position(ActorKey key, StoredPosition p) {
    out.println(
        "   · "
            + names.name(key)
            + " "
            + style.bold(p.side().word())
            + "  "
            + style.content(TerminalView.fold(p.topic()))
            + style.dim("  " + p.article().day() + ", " + StoreView.name(p.speaker())));
  }
}
