package org.entente.desk.pair;

import java.time.LocalDate;
import java.util.List;
import org.entente.desk.Room;
import org.entente.desk.chart.SeriesChart;
import org.entente.relation.ActorKey;
import org.entente.relation.Grain;

/**
 * The chart of a pair's page, for other pages.
 *
 * @param title what it shows
 * @param sentence the same in words
 * @param bars its data, without links
 */
public record PairChart(String title, String sentence, List<SeriesChart.Bar> bars) {
  public PairChart {
    bars = List.copyOf(bars);
  }

  /** As the page of the pair shows it for a bin. */
  public static PairChart of(Room room, ActorKey one, ActorKey other, Grain by, LocalDate on) {
    PairAnswer answer = new PairAnswer(room, new PairQuestion(one, other, by, on));
    List<SeriesChart.Bar> bars = answer.bars(false);
    return new PairChart(answer.title(), sentence(bars), bars);
  }

  /** As it is when its last bin is the one of a day, or a later one in a store that is young. */
  public static PairChart until(Room room, ActorKey one, ActorKey other, Grain by, LocalDate last) {
    LocalDate on = by.plus(by.start(last), -PairAnswer.AFTER);
    LocalDate first = room.days().from();
    return of(room, one, other, by, on.isBefore(first) ? first : on);
  }

  /** What a chart shows, in words. */
  public static String sentence(List<SeriesChart.Bar> bars) {
    return PairAnswer.sentence(bars);
  }
}
