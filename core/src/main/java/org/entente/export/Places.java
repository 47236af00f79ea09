package org.entente.export;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.codebook.DataFile;
import org.entente.codebook.DataFile.Row;

/**
 * In which country a place lies, by the files that actors are known by. A name that several
 * countries share is in none. Immutable.
 */
public final class Places {
  private static final Places SHIPPED = new Places();

  private final Map<String, String> wholes = new HashMap<>(1024);
  private final Map<String, String> inside = new HashMap<>(4096);

  private Places() {
    for (Row row : rows("/org/entente/actors/states.tsv", 5)) {
      wholes.put(key(row.column(1)), row.column(0));
      row.list(2).forEach(name -> wholes.putIfAbsent(key(name), row.column(0)));
    }
    for (Row row : rows("/org/entente/actors/places.tsv", 3)) {
      List<String> countries = row.list(0);
      String country = countries.size() == 1 ? countries.getFirst() : "";
      row.list(2).forEach(name -> inside.merge(key(name), country, (a, b) -> a.equals(b) ? a : ""));
    }
  }

  /** Those that the project ships. */
  public static Places shipped() {
    return SHIPPED;
  }

  /**
   * @param words as written; may be empty
   */
  public Place named(String words) {
    String key = key(words);
    String whole = wholes.get(key);
    return whole != null
        ? new Place(words, whole, true)
        : new Place(words, inside.getOrDefault(key, ""), false);
  }

  private static String key(String name) {
    String lower = Cells.tab(name).toLowerCase(Locale.ROOT);
    return lower.startsWith("the ") ? lower.substring(4) : lower;
  }

  private static List<Row> rows(String file, int columns) {
    return DataFile.resource(Places.class, file, columns).rows();
  }
}
