package org.entente.article;

import java.util.List;

/**
 * What stands before the first clip is the lead of the page's author; a title whose text is only
 * his own words is the title of his post.
 */
final class Lead implements Heuristic {
  @Override
  public void apply(Sheet sheet) {
    int first = next(sheet, 0);
    if (first == sheet.size()) {
      return;
    }
    int second = next(sheet, first + 1);
    if (second < sheet.size() && isPersonal(sheet.paragraphs.subList(first + 1, second))) {
      sheet.get(first).label(Label.COMMENTARY, "post-title");
      first = second;
    }
    for (int i = 0; i < first; i++) {
      Paragraph p = sheet.get(i);
      boolean post = p.is(Label.HEAD_LINE) && skipHead(sheet, i) != first;
      if (p.is(Label.HEAD_LINE) && !post) {
        return;
      }
      if (post && !startsClip(sheet, i)) {
        p.label(Label.FURNITURE, "post-date");
      } else if (post) {
        return;
      } else if (p.isUnknown() || p.is(Label.STANDFIRST) || p.is(Label.SUBHEADING)) {
        p.label(Label.COMMENTARY, "lead");
      }
    }
  }

  /** A head line followed by prose that is not the author's own opens a clip without a headline. */
  private static boolean startsClip(Sheet sheet, int i) {
    int next = skipHead(sheet, i);
    return next < sheet.size()
        && sheet.get(next).isUnknown()
        && !Wording.isTitle(sheet.get(next))
        && !Wording.isPersonal(sheet.get(next));
  }

  private static int skipHead(Sheet sheet, int i) {
    int next = sheet.skipFurniture(i + 1);
    while (next < sheet.size() && sheet.get(next).is(Label.HEAD_LINE)) {
      next = sheet.skipFurniture(next + 1);
    }
    return next;
  }

  private static int next(Sheet sheet, int from) {
    int i = from;
    while (i < sheet.size() && !sheet.get(i).is(Label.HEADLINE)) {
      i++;
    }
    return i;
  }

  private static boolean isPersonal(List<Paragraph> paragraphs) {
    boolean personal = false;
    for (Paragraph p : paragraphs) {
      boolean prose = p.isUnknown() || p.is(Label.STANDFIRST);
      if (prose && !Wording.isPersonal(p)) {
        return false;
      }
      personal |= prose || p.is(Label.COMMENTARY);
    }
    return personal;
  }
}
