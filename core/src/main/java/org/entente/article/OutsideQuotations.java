package org.entente.article;

/** On a page that clips by block quotations, prose outside them is the author's. */
final class OutsideQuotations implements Heuristic {
  @Override
  public void apply(Sheet sheet) {
    int quoted = 0;
    int blocks = 0;
    int all = 0;
    for (Paragraph p : sheet.unknown()) {
      boolean prose = !Wording.isTitle(p);
      all += prose ? p.words : 0;
      quoted += prose && p.layout.quoted() ? p.words : 0;
      blocks += prose && p.layout.quoted() ? 1 : 0;
    }
    // Ours: an article that quotes a document at length quotes it once.
    if (blocks < 2 || 2 * quoted < all) {
      return;
    }
    for (Paragraph p : sheet.unknown()) {
      if (!p.layout.quoted() && !Wording.isTitle(p)) {
        p.label(Label.COMMENTARY, "outside-quotation");
      }
    }
  }
}
