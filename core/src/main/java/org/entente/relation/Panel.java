package org.entente.relation;

import java.time.LocalDate;
import java.util.List;

/**
 * Counts bin by bin with their exposure: what {@link Rarity} is computed from.
 *
 * @param grain length of a bin
 * @param rows in order of time, each beginning where the one before ends
 */
public record Panel(Grain grain, List<Row> rows) {
  public Panel {
    rows = List.copyOf(rows);
    for (int i = 1; i < rows.size(); i++) {
      if (!rows.get(i).start().equals(grain.plus(rows.get(i - 1).start(), 1))) {
        throw new IllegalArgumentException(
            "row " + rows.get(i).start() + " does not follow " + rows.get(i - 1).start());
      }
    }
  }

  /** As CSV with a header, for docs/rarity.py and for spreadsheets: a gap has exposure 0. */
  public String toCsv() {
    StringBuilder csv = new StringBuilder("bin,events,weighted,exposure\n");
    for (Row row : rows) {
      csv.append(grain.name(row.start())).append(',').append(row.events()).append(',');
      csv.append(row.weighted()).append(',').append(row.exposure()).append('\n');
    }
    return csv.toString();
  }

  /**
   * One bin.
   *
   * @param start its first day
   * @param events distinct events
   * @param weighted their Goldstein scores added up, reported but not tested
   * @param exposure articles or sentences read; 0 makes the bin a gap, whatever it counts
   */
  public record Row(LocalDate start, int events, double weighted, double exposure) {
    public Row {
      if (events < 0) {
        throw new IllegalArgumentException(events + " events at " + start + " are below 0");
      }
      if (!(exposure >= 0 && exposure < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "exposure " + exposure + " at " + start + " is not a finite number from 0");
      }
    }

    /** Whether nothing was read. */
    public boolean isGap() {
      return exposure == 0;
    }
  }
}
