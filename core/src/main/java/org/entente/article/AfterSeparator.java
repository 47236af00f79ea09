package org.entente.article;

/** What stands between a separator and the next clip is the author's, unless it has a head. */
final class AfterSeparator implements Heuristic {
  @Override
  public void apply(Sheet sheet) {
    boolean clip = false;
    for (int i = 0; i < sheet.size(); i++) {
      Paragraph p = sheet.get(i);
      clip |= p.is(Label.HEADLINE);
      if (clip && p.rule.equals(Separators.RULE)) {
        label(sheet, i + 1);
      }
    }
  }

  private static void label(Sheet sheet, int from) {
    int end = from;
    while (end < sheet.size()
        && (sheet.get(end).isUnknown() || sheet.get(end).is(Label.COMMENTARY))) {
      end++;
    }
    boolean clipFollows =
        end == sheet.size()
            || sheet.get(end).is(Label.HEADLINE)
            || sheet.get(end).is(Label.FURNITURE);
    // Ours: two paragraphs are a remark, three may be a clip that lost its headline.
    if (clipFollows && end - from <= 2) {
      for (int i = from; i < end; i++) {
        sheet.get(i).label(Label.COMMENTARY, "after-separator");
      }
    }
  }
}
