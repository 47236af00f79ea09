package org.entente.export;

import java.util.HashMap;
import java.util.Map;
import org.entente.codebook.DataFile;
import org.entente.codebook.DataFile.Row;

/** How other data sets name the sectors of PLOVER. Immutable; source in the data file's head. */
public final class Sectors {
  private static final Sectors SHIPPED = new Sectors();

  private final Map<String, Row> rows = new HashMap<>();

  private Sectors() {
    String path = "/org/entente/export/sectors.tsv";
    for (Row row : DataFile.resource(Sectors.class, path, 5).rows()) {
      rows.put(row.column(0), row);
    }
  }

  /** Those of the shipped file. */
  public static Sectors shipped() {
    return SHIPPED;
  }

  /** What a reader calls it, as "rebels"; the sector itself where it is not known. */
  public String name(String sector) {
    String name = column(sector, 1);
    return name.isEmpty() ? sector : name;
  }

  /** Name in ICEWS; empty where it has none. */
  String icews(String sector) {
    return column(sector, 2);
  }

  /** CAMEO actor type of three letters; empty where it has none. */
  String cameo(String sector) {
    return column(sector, 3);
  }

  /** Kind of actor in ACLED's sense; empty where it has none. */
  String acled(String sector) {
    return column(sector, 4);
  }

  private String column(String sector, int column) {
    Row row = rows.get(sector);
    return row == null ? "" : row.column(column);
  }
}
