package org.entente.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.entente.relation.ActorKey;
import org.entente.relation.Coverage;
import org.entente.relation.Pair;
import org.entente.time.DateRange;
import org.jdbi.v3.core.Handle;

/**
 * What was read of each day, kept between questions until a document is added or coded again: both
 * make a row with a higher key. Thread-safe.
 */
final class ReadDays {
  /** Days as they were when the keys were the highest; the map is not changed any more. */
  private record Kept(long document, long coding, NavigableMap<LocalDate, Coverage> days) {
    Kept(long document, long coding) {
      this(document, coding, new TreeMap<>());
    }
  }

  private volatile Kept kept = new Kept(-1, -1);

  /** What was read within the days, with the sentences that name both. */
  List<Coverage> coverage(Handle handle, ActorKey one, ActorKey other, DateRange range) {
    Map<LocalDate, Integer> named = named(handle, one, other, range);
    List<Coverage> covered = new ArrayList<>();
    for (Coverage day : days(handle).subMap(range.from(), true, range.to(), true).values()) {
      Integer sentences = named.get(day.date());
      covered.add(sentences == null ? day : new Coverage(day.date(), day.articles(), sentences));
    }
    return covered;
  }

  /**
   * The keys are read before the days: what is written between makes the next question read anew.
   */
  private NavigableMap<LocalDate, Coverage> days(Handle handle) {
    Kept now =
        handle
            .createQuery(
                "SELECT (SELECT COALESCE(MAX(id), 0) FROM documents), (SELECT COALESCE(MAX(id), 0) FROM"
                    + " codings)")
            .map((rs, context) -> new Kept(rs.getLong(1), rs.getLong(2)))
            .one();
    Kept before = kept;
    if (before.document() == now.document() && before.coding() == now.coding()) {
      return before.days();
    }
    handle
        .createQuery("SELECT day, articles FROM days WHERE articles > 0")
        .map((rs, context) -> new Coverage(LocalDate.parse(rs.getString(1)), rs.getInt(2), 0))
        .forEach(day -> now.days().put(day.date(), day));
    kept = now;
    return now.days();
  }

  private static Map<LocalDate, Integer> named(
      Handle handle, ActorKey one, ActorKey other, DateRange range) {
    Map<LocalDate, Integer> named = new HashMap<>();
    if (one.value().equals(other.value())) {
      return named;
    }
    Pair pair = Pair.of(one.value(), other.value());
    handle
        .select(
            "SELECT day, SUM(sentences) FROM article_pairs WHERE first_key = ? AND second_key = ? AND"
                + " day BETWEEN ? AND ? GROUP BY day",
            pair.first(),
            pair.second(),
            range.from().toString(),
            range.to().toString())
        .map((rs, context) -> Map.entry(LocalDate.parse(rs.getString(1)), rs.getInt(2)))
        .forEach(e -> named.put(e.getKey(), e.getValue()));
    return named;
  }
}
