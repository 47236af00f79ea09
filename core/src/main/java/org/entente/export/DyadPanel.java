package org.entente.export;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.entente.actor.Actor;
import org.entente.relation.ActorKey;
import org.entente.relation.Counting;
import org.jspecify.annotations.Nullable;

/**
 * Counts for every pair of states and month, as panels of peace science have them: events of each
 * quad class in each direction, and the articles read. A month is covered when articles of it were
 * read; only covered months have rows, and in them a pair without events has zeros.
 *
 * <p>To be fed with events that are counted once (see {@link Counting#key}). Holds one array for
 * each pair and month with events. Not thread-safe.
 */
public final class DyadPanel {
  /** Columns in their order; {@code 12} is from the first state to the second. */
  public static final List<String> COLUMNS =
      List.of(
          "ccode1",
          "ccode2",
          "gwcode1",
          "gwcode2",
          "iso3_1",
          "iso3_2",
          "year",
          "month",
          "verbal_cooperation_12",
          "material_cooperation_12",
          "verbal_conflict_12",
          "material_conflict_12",
          "verbal_cooperation_21",
          "material_cooperation_21",
          "verbal_conflict_21",
          "material_conflict_21",
          "articles");

  private static final int QUADS = 4;

  private final Countries countries = Countries.shipped();
  private final SortedMap<YearMonth, Long> articles;
  private final SortedMap<Dyad, Map<YearMonth, int[]>> counts = new TreeMap<>();
  private long outside;

  /** Two states, the first by the alphabet of their codes. */
  private record Dyad(String first, String second) implements Comparable<Dyad> {
    static Dyad of(String a, String b) {
      return a.compareTo(b) < 0 ? new Dyad(a, b) : new Dyad(b, a);
    }

    @Override
    public int compareTo(Dyad other) {
      int order = first.compareTo(other.first);
      return order != 0 ? order : second.compareTo(other.second);
    }
  }

  /**
   * @param articles how many articles of each month were read; months without any are not covered
   */
  public DyadPanel(Map<YearMonth, Long> articles) {
    this.articles = new TreeMap<>(articles);
    this.articles.values().removeIf(n -> n < 1);
  }

  /** Whether both are states, and not the same. */
  boolean isPair(String country, String other) {
    return countries.isKnown(country) && countries.isKnown(other) && !country.equals(other);
  }

  /** Has rows written for a pair of states even when no event is known. */
  public void include(String country, String other) {
    if (!isPair(country, other)) {
      throw new IllegalArgumentException(country + " and " + other + " are not two known states");
    }
    counts.computeIfAbsent(Dyad.of(country, other), d -> new TreeMap<>());
  }

  /** Whether both sides of an event are states, and not the same. */
  boolean isDyadic(ExportEvent event) {
    return isPair(state(event.source()), state(event.target()));
  }

  /** Counts an event between two states; all others are passed over. */
  public void add(ExportEvent event) {
    String source = state(event.source());
    String target = state(event.target());
    LocalDate day = event.day();
    boolean dyadic = !source.isEmpty() && !target.isEmpty() && !source.equals(target);
    if (!dyadic || day == null || Refusal.ofFact(event) != null) {
      return;
    }
    YearMonth month = YearMonth.from(day);
    if (!articles.containsKey(month)) {
      outside++;
      return;
    }
    Dyad dyad = Dyad.of(source, target);
    int direction = dyad.first.equals(source) ? 0 : QUADS;
    int[] cells =
        counts
            .computeIfAbsent(dyad, d -> new TreeMap<>())
            .computeIfAbsent(month, m -> new int[2 * QUADS]);
    cells[direction + event.type().quad() - 1]++;
  }

  /** Events between two states whose month is not covered: they are in no row. */
  public long outside() {
    return outside;
  }

  /** Writes header and rows, sorted by pair and month, and returns how many rows. */
  public long write(Appendable out) throws IOException {
    TableWriter table = new TableWriter(out, TableWriter.Form.TAB, COLUMNS);
    table.header();
    for (Map.Entry<Dyad, Map<YearMonth, int[]>> pair : counts.entrySet()) {
      for (Map.Entry<YearMonth, Long> month : articles.entrySet()) {
        int[] cells = pair.getValue().getOrDefault(month.getKey(), new int[2 * QUADS]);
        table.row(row(pair.getKey(), month, cells));
      }
    }
    return table.rows();
  }

  private List<String> row(Dyad dyad, Map.Entry<YearMonth, Long> covered, int[] cells) {
    YearMonth month = covered.getKey();
    List<String> row = new ArrayList<>(COLUMNS.size());
    row.add(countries.cow(dyad.first, month));
    row.add(countries.cow(dyad.second, month));
    row.add(countries.gleditschWard(dyad.first));
    row.add(countries.gleditschWard(dyad.second));
    row.add(dyad.first);
    row.add(dyad.second);
    row.add(Integer.toString(month.getYear()));
    row.add(Integer.toString(month.getMonthValue()));
    for (int n : cells) {
      row.add(Integer.toString(n));
    }
    row.add(covered.getValue().toString());
    return row;
  }

  /** The state that somebody acts for; empty when it is none. */
  private String state(@Nullable Party party) {
    if (party == null) {
      return "";
    }
    Actor actor = party.actor();
    boolean acts = ActorKey.of(actor).equals(actor.country());
    return acts && countries.isKnown(actor.country()) ? actor.country() : "";
  }
}
