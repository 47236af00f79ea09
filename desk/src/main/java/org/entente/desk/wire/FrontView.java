package org.entente.desk.wire;

import java.time.LocalDate;
import java.util.List;
import org.entente.store.ErrorRate;
import org.entente.store.StoredAnnouncement;
import org.jspecify.annotations.Nullable;

/**
 * What the front page shows.
 *
 * @param week name of the week that is asked for
 * @param from its first day
 * @param to its last day
 * @param lastRead the last day of which anything was read; null where nothing with a day was
 * @param undated articles that were read, where none of them has a day
 * @param articles read in the week
 * @param tested sides of pairs that were tested
 * @param rare those rare although many were tested, rarest first
 * @param noneBefore whether a last week that has a rare pair was looked for, and there is none
 * @param alone those rare for their pair alone
 * @param busiest pairs with most events in the week
 * @param newest newest stories
 * @param due announced for the next seven days
 * @param earlier address of the week before, or null
 * @param later address of the week after, or null
 * @param lastWeek address of the newest week, where the demo opens at an older one; or null
 * @param rate how often codings are wrong, as far as people checked them
 */
public record FrontView(
    String week,
    LocalDate from,
    LocalDate to,
    @Nullable LocalDate lastRead,
    int undated,
    int articles,
    int tested,
    boolean noneBefore,
    List<RareLine> rare,
    List<RareLine> alone,
    List<PairLine> busiest,
    List<StoryItem> newest,
    List<StoredAnnouncement> due,
    @Nullable String earlier,
    @Nullable String later,
    @Nullable String lastWeek,
    ErrorRate rate) {
  public FrontView {
    rare = List.copyOf(rare);
    alone = List.copyOf(alone);
    busiest = List.copyOf(busiest);
    newest = List.copyOf(newest);
    due = List.copyOf(due);
  }

  /**
   * A rare side of a pair.
   *
   * @param href of the pair at this week
   * @param names of the two
   * @param side agreement or tension
   * @param events counted
   * @param expected events to be expected
   * @param weeks earlier weeks that were read
   * @param coverage share of the earlier weeks that was read, 0 to 1
   */
  public record RareLine(
      String href,
      String names,
      String side,
      int events,
      double expected,
      int weeks,
      double coverage) {
    /** Whether it is agreement. */
    public boolean isAgreement() {
      return side.equals("agreement");
    }
  }

  /** A pair with its counts of the week. */
  public record PairLine(String href, String names, int agreement, int tension) {}
}
