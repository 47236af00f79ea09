package org.entente.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table being written: UTF-8 without byte order mark, lines end in LF. Not thread-safe. */
abstract class RowSheet implements Sheet {
  private final Writer out;
  private final TableWriter table;
  private final boolean header;
  private final Tally tally;

  /**
   * @param header whether the names of the columns stand before the rows
   */
  RowSheet(
      OutputStream out,
      TableWriter.Form form,
      List<String> columns,
      boolean header,
      Written before) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    this.table = new TableWriter(this.out, form, columns);
    this.header = header;
    this.tally = new Tally(before);
  }

  final void row(List<String> cells) throws IOException {
    table.row(cells);
    tally.row();
  }

  final void refuse(String reason) {
    tally.refuse(reason);
  }

  @Override
  public final void begin() throws IOException {
    if (header) {
      table.header();
    }
  }

  @Override
  public final void flush() throws IOException {
    out.flush();
  }

  @Override
  public final void end() throws IOException {
    out.flush();
  }

  @Override
  public final Written written() {
    return tally.written();
  }
}
