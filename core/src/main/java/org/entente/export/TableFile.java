package org.entente.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** A file that is one table: UTF-8 without byte order mark, lines end in LF. */
final class TableFile implements Layout {
  private final TableLayout table;
  private final String about;

  TableFile(TableLayout table, String about) {
    this.table = table;
    this.about = about;
  }

  @Override
  public String name() {
    return table.name();
  }

  @Override
  public String about() {
    return about;
  }

  @Override
  public String extension() {
    return table.form() == TableWriter.Form.TAB ? "tab" : "csv";
  }

  @Override
  public String mediaType() {
    return table.form() == TableWriter.Form.TAB
        ? "text/tab-separated-values;charset=UTF-8"
        : "text/csv;charset=UTF-8";
  }

  @Override
  public Sheet sheet(OutputStream out, Heading heading, Written before) {
    return new Rows(table, out, before);
  }

  private static final class Rows extends RowSheet {
    private final TableLayout layout;

    Rows(TableLayout layout, OutputStream out, Written before) {
      super(out, layout.form(), layout.columns(), layout.hasHeader(), before);
      this.layout = layout;
    }

    @Override
    public void add(ArticleRecord article) throws IOException {
      List<ExportEvent> kept = new ArrayList<>();
      for (ExportEvent event : article.events()) {
        String reason = layout.refuses(event);
        if (reason == null) {
          kept.add(event);
        } else {
          refuse(reason);
        }
      }
      for (ExportEvent event : kept) {
        for (List<String> row : layout.rows(event, kept)) {
          row(row);
        }
      }
    }
  }
}
