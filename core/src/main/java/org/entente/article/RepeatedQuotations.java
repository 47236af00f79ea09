package org.entente.article;

/** A quotation whose words stand elsewhere on the page is held up as proof by the page's author. */
final class RepeatedQuotations implements Heuristic {
  /** Ours: shorter quotations recur by chance. */
  private static final int LEAST_WORDS = 6;

  /** Ours: no press review is so long, and each quotation is compared with every paragraph. */
  private static final int MOST_PARAGRAPHS = 3000;

  @Override
  public void apply(Sheet sheet) {
    if (sheet.size() > MOST_PARAGRAPHS) {
      return;
    }
    for (Paragraph p : sheet.unknown()) {
      if (p.words >= LEAST_WORDS && Wording.isQuoted(p.text) && standsElsewhere(sheet, p)) {
        p.label(Label.COMMENTARY, "repeated-quotation");
      }
    }
  }

  private static boolean standsElsewhere(Sheet sheet, Paragraph quotation) {
    String words = quotation.text.substring(1, quotation.text.length() - 1).strip();
    for (Paragraph other : sheet.paragraphs) {
      if (other != quotation && other.text.contains(words)) {
        return true;
      }
    }
    return false;
  }
}
