package org.entente.article;

/** Lines that are dates, bylines or outlets through and through. */
final class HeadLines implements Heuristic {
  private final HeadLineParts parts;

  HeadLines(HeadLineParts parts) {
    this.parts = parts;
  }

  @Override
  public void apply(Sheet sheet) {
    for (Paragraph p : sheet.unknown()) {
      p.head = parts.parts(sheet.text, p.span);
      if (!p.head.isEmpty()) {
        p.label(Label.HEAD_LINE, "head-line");
      }
    }
  }
}
