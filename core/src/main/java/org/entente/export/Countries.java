package org.entente.export;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.codebook.DataFile;
import org.entente.codebook.DataFile.Row;
import org.jspecify.annotations.Nullable;

/**
 * How other data sets name and number the countries that we know by ISO 3166-1 alpha-3. Immutable.
 * Sources stand in the data files' heads.
 */
public final class Countries {
  private static final Countries SHIPPED = new Countries();

  private final Map<String, String> names = new HashMap<>(512);
  private final Map<String, String> icews = new HashMap<>(64);
  private final Map<String, List<Numbers>> numbers = new HashMap<>(512);
  private final Map<String, Row> facts = new HashMap<>(512);

  /** A state's numbers, and the days on which Correlates of War counts it. */
  private record Numbers(
      String cow, String gleditschWard, @Nullable LocalDate from, @Nullable LocalDate to) {
    boolean holdIn(YearMonth month) {
      return (from == null || !from.isAfter(month.atEndOfMonth()))
          && (to == null || !to.isBefore(month.atDay(1)));
    }
  }

  private Countries() {
    for (Row row : rows("/org/entente/actors/states.tsv", 5)) {
      names.put(row.column(0), row.column(1));
    }
    for (Row row : rows("/org/entente/export/icews-countries.tsv", 2)) {
      icews.put(row.column(0), row.column(1));
    }
    for (Row row : rows("/org/entente/export/state-numbers.tsv", 5)) {
      Numbers entry = new Numbers(row.column(1), row.column(2), day(row, 3), day(row, 4));
      numbers.computeIfAbsent(row.column(0), c -> new ArrayList<>()).add(entry);
    }
    for (Row row : rows("/org/entente/export/country-facts.tsv", 5)) {
      facts.put(row.column(0), row);
    }
  }

  /** Those that the project ships. */
  public static Countries shipped() {
    return SHIPPED;
  }

  /** All codes, sorted. */
  List<String> all() {
    return names.keySet().stream().sorted().toList();
  }

  public boolean isKnown(String country) {
    return names.containsKey(country);
  }

  /** Our name; empty for IGO, NGO and what is not known. */
  public String name(String country) {
    return names.getOrDefault(country, "");
  }

  /** The name in ICEWS; empty for IGO, NGO and what is not known. */
  public String icews(String country) {
    String other = icews.get(country);
    return other == null ? name(country) : other;
  }

  /** Correlates of War number; empty when the state was no member of the system in that month. */
  public String cow(String country, YearMonth month) {
    String found = "";
    for (Numbers entry : numbers.getOrDefault(country, List.of())) {
      found = entry.holdIn(month) ? entry.cow : found;
    }
    return found;
  }

  /** Gleditsch-Ward number, whatever the month; empty for what is not in that list. */
  public String gleditschWard(String country) {
    List<Numbers> all = numbers.getOrDefault(country, List.of());
    return all.isEmpty() ? "" : all.getLast().gleditschWard;
  }

  /** ISO 3166-1 number as text, {@code 004}; empty for what has none. */
  String number(String country) {
    return fact(country, 1);
  }

  /** FIPS 10-4 code; empty for what has none. */
  String fips(String country) {
    return fact(country, 2);
  }

  /** Latitude of its centre in degrees; empty when not known. */
  String latitude(String country) {
    return fact(country, 3);
  }

  /** Longitude of its centre in degrees; empty when not known. */
  String longitude(String country) {
    return fact(country, 4);
  }

  private String fact(String country, int column) {
    Row row = facts.get(country);
    return row == null ? "" : row.column(column);
  }

  private static List<Row> rows(String file, int columns) {
    return DataFile.resource(Countries.class, file, columns).rows();
  }

  private static @Nullable LocalDate day(Row row, int column) {
    return row.column(column).isEmpty() ? null : LocalDate.parse(row.column(column));
  }
}
