package org.entente.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a stream of events in one layout. Events of one article must follow each other; only one
 * article is held in memory. Not thread-safe.
 */
public final class TableExport {
  private final TableLayout layout;
  private final TableWriter table;
  private final List<ExportEvent> article = new ArrayList<>();
  private final Map<String, Long> refused = new TreeMap<>();
  private boolean begun;

  public TableExport(TableLayout layout, Appendable out) {
    this.layout = layout;
    this.table = new TableWriter(out, layout.form(), layout.columns());
  }

  public void add(ExportEvent event) throws IOException {
    String reason = layout.refuses(event);
    if (reason != null) {
      refused.merge(reason, 1L, Long::sum);
      return;
    }
    if (!article.isEmpty() && article.getFirst().article().id() != event.article().id()) {
      writeArticle();
    }
    article.add(event);
  }

  /** Writes what is still held. To be called once, at the end. */
  public void finish() throws IOException {
    begin();
    writeArticle();
  }

  /** Rows written. */
  public long rows() {
    return table.rows();
  }

  /** How many events had no place in the layout, by reason. */
  public Map<String, Long> refused() {
    return refused;
  }

  /** Writes all events at once. */
  public static TableExport write(TableLayout layout, Iterable<ExportEvent> events, Appendable out)
      throws IOException {
    TableExport export = new TableExport(layout, out);
    for (ExportEvent event : events) {
      export.add(event);
    }
    export.finish();
    return export;
  }

  private void begin() throws IOException {
    if (!begun && layout.hasHeader()) {
      table.header();
    }
    begun = true;
  }

  private void writeArticle() throws IOException {
    begin();
    for (ExportEvent event : article) {
      for (List<String> row : layout.rows(event, article)) {
        table.row(row);
      }
    }
    article.clear();
  }
}
