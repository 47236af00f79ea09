package org.entente.article;

/** Lines without a letter or a figure ("* * *") part what stands around them. */
final class Separators implements Heuristic {
  static final String RULE = "separator";

  @Override
  public void apply(Sheet sheet) {
    for (Paragraph p : sheet.unknown()) {
      if (p.text.codePoints().noneMatch(Character::isLetterOrDigit)) {
        p.label(Label.FURNITURE, RULE);
      }
    }
  }
}
