package org.entente.export;

import java.io.IOException;
import java.util.List;

/**
 * Writes a table row by row: lines end in LF, cells are cleaned by {@link Cells}, a missing value
 * is an empty cell. Encode what comes out as UTF-8, without a byte order mark. Not thread-safe.
 */
public final class TableWriter {
  /** How cells stand in a line. */
  public enum Form {
    TAB,
    CSV
  }

  private final Appendable out;
  private final Form form;
  private final List<String> columns;
  private long rows;

  public TableWriter(Appendable out, Form form, List<String> columns) {
    this.out = out;
    this.form = form;
    this.columns = List.copyOf(columns);
  }

  /** Writes the names of the columns. */
  public void header() throws IOException {
    write(columns);
  }

  /**
   * @param cells as many as there are columns
   */
  public void row(List<String> cells) throws IOException {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          "a row of " + cells.size() + " cells for " + columns.size() + " columns");
    }
    write(cells);
    rows++;
  }

  /** Rows so far, without the header. */
  public long rows() {
    return rows;
  }

  private void write(List<String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        out.append(form == Form.TAB ? '\t' : ',');
      }
      String cell = cells.get(i);
      out.append(form == Form.TAB ? Cells.tab(cell) : Cells.csv(cell));
    }
    out.append('\n');
  }
}
