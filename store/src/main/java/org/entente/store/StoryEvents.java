package org.entente.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.entente.relation.Counting;
import org.entente.time.DateRange;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Makes one event of what several outlets of a story report: the same two, the same code root,
 * overlapping dates. A later report counts on the day of the first, so that both have one key; its
 * own dates stay beside. What one outlet reports on two days stays two events.
 */
final class StoryEvents {
  /** Events further apart are not looked at: as long as a month, the longest usual range. */
  private static final int NEARBY_DAYS = 31;

  /** Rules of dates that no words give: the day of the article, of its page, none. */
  private static final Set<String> UNDATED = Set.of("article", "page", "");

  private final Handle handle;

  StoryEvents(Handle handle) {
    this.handle = handle;
  }

  /** An article whose events are laid beside those of its story. */
  private record Teller(
      long document, long story, @Nullable Long copyOf, @Nullable String outlet) {}

  /**
   * A counted event.
   *
   * @param article who reports it
   * @param day for which it counts
   * @param dates its own, else the article's day and the one before it
   * @param dated whether the dates are its own
   */
  private record Told(
      long id, long article, Parties parties, LocalDate day, DateRange dates, boolean dated) {
    boolean isSame(Told first, boolean copied) {
      DateRange counted = first.dated ? first.dates : DateRange.on(first.day);
      return parties.key().equals(first.parties.key())
          && (copied || overlap(dates, counted) || first.dates.contains(day));
    }

    private static boolean overlap(DateRange one, DateRange other) {
      return !one.from().isAfter(other.to()) && !other.from().isAfter(one.to());
    }
  }

  private record Parties(String code, String source, String target) {
    /** The same for all days. */
    String key() {
      return Counting.key(code, source, target, LocalDate.EPOCH);
    }
  }

  /** Lays the events of an article beside those that its story had before. */
  void align(long article) {
    Teller teller = teller(article);
    if (teller.story() == 0 || teller.story() == article) {
      return;
    }
    for (Told event : told("e.article_id = ?", article)) {
      for (Told first : others(teller, event)) {
        boolean copied = teller.copyOf() != null && teller.copyOf() == first.article();
        if (event.isSame(first, copied)) {
          count(event, first.day());
          break;
        }
      }
    }
  }

  private void count(Told event, LocalDate day) {
    if (!event.day().equals(day)) {
      handle.execute("UPDATE events SET day = ? WHERE id = ?", day.toString(), event.id());
    }
  }

  private Teller teller(long article) {
    return handle
        .select("SELECT document_id, story_id, copy_of, outlet FROM articles WHERE id = ?", article)
        .map((rs, context) ->
            new Teller(
                rs.getLong("document_id"),
                rs.getLong("story_id"),
                Columns.number(rs, "copy_of"),
                rs.getString("outlet")))
        .one();
  }

  /** Events of the two in the story, by other outlets or in what the article copies. */
  private List<Told> others(Teller teller, Told event) {
    return told(
        "(e.source_key = ? AND e.target_key = ? OR e.source_key = ? AND e.target_key = ?) AND e.day"
            + " BETWEEN ? AND ? AND a.story_id = ? AND a.document_id <> ? AND (a.id = ? OR a.outlet <>"
            + " ?)",
        event.parties().source(),
        event.parties().target(),
        event.parties().target(),
        event.parties().source(),
        event.day().minusDays(NEARBY_DAYS).toString(),
        event.day().plusDays(NEARBY_DAYS).toString(),
        teller.story(),
        teller.document(),
        Objects.requireNonNullElse(teller.copyOf(), 0L),
        Objects.requireNonNullElse(teller.outlet(), ""));
  }

  private List<Told> told(String where, Object... arguments) {
    return handle
        .select(
            "SELECT e.id, e.article_id, e.code, e.source_key, e.target_key, e.day, e.date_from,"
                + " e.date_to, e.date_rule, a.day AS article_day FROM events e JOIN articles a ON a.id ="
                + " e.article_id WHERE e.counted = 1 AND "
                + where
                + " ORDER BY e.id",
            arguments)
        .map((rs, context) -> told(rs))
        .list();
  }

  private static Told told(java.sql.ResultSet rs) throws java.sql.SQLException {
    LocalDate day = LocalDate.parse(rs.getString("day"));
    boolean dated = !UNDATED.contains(rs.getString("date_rule"));
    LocalDate from = dated ? Columns.day(rs, "date_from") : null;
    LocalDate to = dated ? Columns.day(rs, "date_to") : null;
    LocalDate printed = Objects.requireNonNullElse(Columns.day(rs, "article_day"), day);
    return new Told(
        rs.getLong("id"),
        rs.getLong("article_id"),
        new Parties(rs.getString("code"), rs.getString("source_key"), rs.getString("target_key")),
        day,
        from == null || to == null
            ? new DateRange(printed.minusDays(1), printed)
            : new DateRange(from, to),
        from != null && to != null);
  }
}
