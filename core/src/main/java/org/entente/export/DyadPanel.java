package org.entente.export;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.actor.Actor;
import org.entente.relation.ActorKey;
import org.entente.relation.Counting;
import org.jspecify.annotations.Nullable;

/**
 * Counts for every pair of states and month, as panels of peace science have them: events of each
 * quad class in each direction, and the articles read. A month is covered when articles of it were
 * read; only covered months have rows, and in them a pair without events has zeros.
 *
 * <p>Reports of one event (see {@link Counting#key}) are counted once, as the first of them has it.
 * Holds a few megabytes, however many events: see {@link SortedRuns}. Not thread-safe.
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
  private static final int STATE_BITS = 9;
  private static final int DAY_BITS = 22;
  private static final int ROOT_BITS = 6;

  /** Whether the first acts on the second (0), the second on the first (1), or both act. */
  private static final int DIRECTION_BITS = 2;

  private static final int BOTH = 2;

  /** The first of January of the year 0 as days from 1970. */
  private static final long DAY_ZERO = LocalDate.of(0, 1, 1).toEpochDay();

  private final Countries countries = Countries.shipped();
  private final List<String> states = countries.all();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> roots = new HashMap<>();
  private final SortedMap<YearMonth, Long> articles;
  private final SortedSet<Dyad> included = new TreeSet<>();
  private final SortedRuns events = new SortedRuns();
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
    states.forEach(state -> numbers.put(state, numbers.size()));
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
    included.add(Dyad.of(country, other));
  }

  /** Whether both sides of an event are states, and not the same. */
  boolean isDyadic(ExportEvent event) {
    return isPair(state(event.source()), state(event.target()));
  }

  /**
   * Counts an event between two states; all others are passed over.
   *
   * @throws IOException when the folder for temporary files is full
   */
  public void add(ExportEvent event) throws IOException {
    LocalDate day = event.day();
    if (!isDyadic(event) || day == null || Refusal.ofFact(event) != null) {
      return;
    }
    if (!articles.containsKey(YearMonth.from(day))) {
      outside++;
      return;
    }
    String source = state(event.source());
    Dyad dyad = Dyad.of(source, state(event.target()));
    int direction = dyad.first.equals(source) ? 0 : 1;
    String code = event.type().code();
    long key = key(dyad, day, code, Counting.isShared(code) ? BOTH : direction);
    events.add(key, direction * QUADS + event.type().quad() - 1);
  }

  /** Pairs by the alphabet, then days: the order of the rows. */
  private long key(Dyad dyad, LocalDate day, String code, int direction) {
    int root = roots.computeIfAbsent(Counting.root(code), r -> roots.size());
    if (root >>> ROOT_BITS != 0) {
      throw new IllegalStateException("more than " + (1 << ROOT_BITS) + " roots of codes");
    }
    long key = Objects.requireNonNull(numbers.get(dyad.first));
    key = key << STATE_BITS | Objects.requireNonNull(numbers.get(dyad.second));
    key = key << DAY_BITS | day.toEpochDay() - DAY_ZERO;
    return (key << ROOT_BITS | root) << DIRECTION_BITS | direction;
  }

  /** Events between two states whose month is not covered: they are in no row. */
  public long outside() {
    return outside;
  }

  /** Reports of an event that was counted already: known when the rows are written. */
  public long repeated() {
    return events.repeated();
  }

  /** Writes header and rows, sorted by pair and month, and returns how many rows. Only once. */
  public long write(Appendable out) throws IOException {
    TableWriter table = new TableWriter(out, TableWriter.Form.TAB, COLUMNS);
    table.header();
    Rows rows = new Rows(table);
    events.each(rows);
    rows.end();
    return table.rows();
  }

  /** Makes rows of events that come in their order. */
  private final class Rows implements SortedRuns.Visitor {
    private final TableWriter table;
    private final Map<YearMonth, int[]> counts = new HashMap<>();
    private @Nullable Dyad dyad;

    Rows(TableWriter table) {
      this.table = table;
    }

    @Override
    public void visit(long key, int cell) throws IOException {
      long days = key >>> ROOT_BITS + DIRECTION_BITS;
      long pair = days >>> DAY_BITS;
      String first = states.get((int) (pair >>> STATE_BITS));
      Dyad next = new Dyad(first, states.get((int) (pair & (1 << STATE_BITS) - 1)));
      if (!next.equals(dyad)) {
        write(next);
        dyad = next;
      }
      LocalDate day = LocalDate.ofEpochDay((days & (1 << DAY_BITS) - 1) + DAY_ZERO);
      counts.computeIfAbsent(YearMonth.from(day), m -> new int[2 * QUADS])[cell]++;
    }

    /** Writes the pair that is whole, and those without events that stand before the next. */
    private void write(@Nullable Dyad next) throws IOException {
      if (dyad != null) {
        included.remove(dyad);
        months(dyad);
      }
      counts.clear();
      while (!included.isEmpty() && (next == null || included.first().compareTo(next) < 0)) {
        months(included.removeFirst());
      }
    }

    private void months(Dyad of) throws IOException {
      for (Map.Entry<YearMonth, Long> month : articles.entrySet()) {
        int[] cells = counts.getOrDefault(month.getKey(), new int[2 * QUADS]);
        table.row(row(of, month, cells));
      }
    }

    void end() throws IOException {
      write(null);
    }
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
