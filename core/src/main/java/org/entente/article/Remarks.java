package org.entente.article;

/**
 * Remarks between clips: at the end of a clip, paragraphs in which somebody speaks of himself or to
 * the reader, outside quotations. A clip that speaks so throughout is an opinion piece and is kept.
 */
final class Remarks implements Heuristic {
  @Override
  public void apply(Sheet sheet) {
    int from = 0;
    for (int i = 0; i <= sheet.size(); i++) {
      if (i == sheet.size() || sheet.get(i).is(Label.HEADLINE)) {
        if (from > 0) {
          closing(sheet, from, i);
        }
        from = i + 1;
      }
    }
  }

  private static void closing(Sheet sheet, int from, int to) {
    int own = to;
    for (int i = to - 1; i >= from && isOwn(sheet.get(i)); i--) {
      own = i;
    }
    int kept = 0;
    int personal = 0;
    for (int i = from; i < own; i++) {
      Paragraph p = sheet.get(i);
      boolean prose = p.isUnknown() || p.is(Label.STANDFIRST);
      kept += prose ? 1 : 0;
      personal += p.isUnknown() && Wording.isPersonal(p) ? 1 : 0;
    }
    if (kept == 0 || 2 * personal >= kept) {
      return;
    }
    for (int i = own; i < to; i++) {
      if (sheet.get(i).isUnknown()) {
        sheet.get(i).label(Label.COMMENTARY, "closing-remark");
      }
    }
  }

  private static boolean isOwn(Paragraph p) {
    return p.is(Label.COMMENTARY)
        || p.is(Label.FURNITURE)
        || p.is(Label.HEAD_LINE)
        || (p.isUnknown() && Wording.isPersonal(p) && !Wording.isQuoted(p.text));
  }
}
