package org.entente.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
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
    return new Rows(table, new OutputStreamWriter(out, StandardCharsets.UTF_8), before);
  }

  private static final class Rows implements Sheet {
    private final TableLayout layout;
    private final Writer out;
    private final TableWriter writer;
    private final Tally tally;

    Rows(TableLayout layout, Writer out, Written before) {
      this.layout = layout;
      this.out = new BufferedWriter(out);
      this.writer = new TableWriter(this.out, layout.form(), layout.columns());
      this.tally = new Tally(before);
    }

    @Override
    public void begin() throws IOException {
      if (layout.hasHeader()) {
        writer.header();
      }
    }

    @Override
    public void add(ArticleRecord article) throws IOException {
      List<ExportEvent> kept = new ArrayList<>();
      for (ExportEvent event : article.events()) {
        String reason = layout.refuses(event);
        if (reason == null) {
          kept.add(event);
        } else {
          tally.refuse(reason);
        }
      }
      for (ExportEvent event : kept) {
        for (List<String> row : layout.rows(event, kept)) {
          writer.row(row);
          tally.row();
        }
      }
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void end() throws IOException {
      out.flush();
    }

    @Override
    public Written written() {
      return tally.written();
    }
  }
}
