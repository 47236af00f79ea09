package org.entente.export;

import java.io.IOException;
import java.io.OutputStream;
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
    return new Rows(out, before);
  }

  private static final class Rows extends RowSheet {
    Rows(OutputStream out, Written before) {
      super(out, TableWriter.Form.TAB, COLUMNS, true, before);
    }

    @Override
    public void add(ArticleRecord article) throws IOException {
      for (Withdrawn w : article.withdrawn()) {
        row(
            List.of(
                w.what(),
                Long.toString(w.id()),
                Long.toString(w.article()),
                w.code(),
                w.day() == null ? "" : w.day().toString(),
                w.reason(),
                w.codebook()));
      }
    }
  }
}
