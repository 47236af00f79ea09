package org.entente.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What was once written under an id and holds no longer, one row each. */
final class WithdrawnFile implements Layout {
  static final List<String> COLUMNS =
      List.of("what", "id", "article_id", "code", "day", "reason", "codebook");

  @Override
  public String name() {
    return "withdrawn";
  }

  @Override
  public String about() {
    return "ids that were given once and hold no longer, with the reason";
  }

  @Override
  public String extension() {
    return "tab";
  }

  @Override
  public String mediaType() {
    return "text/tab-separated-values;charset=UTF-8";
  }

  @Override
  public Sheet sheet(OutputStream out, Heading heading, Written before) {
    return new Rows(new OutputStreamWriter(out, StandardCharsets.UTF_8), before);
  }

  private static final class Rows implements Sheet {
    private final Writer out;
    private final TableWriter table;
    private final Tally tally;

    Rows(Writer out, Written before) {
      this.out = new BufferedWriter(out);
      this.table = new TableWriter(this.out, TableWriter.Form.TAB, COLUMNS);
      this.tally = new Tally(before);
    }

    @Override
    public void begin() throws IOException {
      table.header();
    }

    @Override
    public void add(ArticleRecord article) throws IOException {
      for (Withdrawn w : article.withdrawn()) {
        table.row(
            List.of(
                w.what(),
                Long.toString(w.id()),
                Long.toString(w.article()),
                w.code(),
                w.day() == null ? "" : w.day().toString(),
                w.reason(),
                w.codebook()));
        tally.row();
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
