package org.entente.article;

/**
 * The summary under a headline: what stands between it and the head line, or a first paragraph that
 * does not end as a sentence.
 */
final class Standfirsts implements Heuristic {
  @Override
  public void apply(Sheet sheet) {
    for (int i = 0; i < sheet.size(); i++) {
      if (sheet.get(i).is(Label.HEADLINE)) {
        standfirst(sheet, i);
      }
    }
  }

  private static void standfirst(Sheet sheet, int headline) {
    int first = skipHead(sheet, headline + 1);
    if (first == sheet.size() || !sheet.get(first).isUnknown()) {
      return;
    }
    Paragraph p = sheet.get(first);
    int next = sheet.skipFurniture(first + 1);
    int after = sheet.skipFurniture(next + 1);
    boolean headLineFollows =
        after < sheet.size() && sheet.get(next).is(Label.HEAD_LINE) && sheet.get(after).isUnknown();
    boolean headPassed = sheet.skipFurniture(headline + 1) != first;
    if (headLineFollows && !headPassed) {
      p.label(Label.STANDFIRST, "standfirst.before-head-line");
    } else if (!p.endsSentence() && !p.endsClosed() && p.words >= 5) {
      p.label(Label.STANDFIRST, "standfirst.no-full-stop");
    }
  }

  private static int skipHead(Sheet sheet, int from) {
    int i = sheet.skipFurniture(from);
    while (i < sheet.size() && sheet.get(i).is(Label.HEAD_LINE)) {
      i = sheet.skipFurniture(i + 1);
    }
    return i;
  }
}
