package org.entente.article;

/**
 * On a page whose pasted paragraphs all break after their first word, paragraphs that do not were
 * typed by the page's author.
 */
final class TypedApart implements Heuristic {
  @Override
  public void apply(Sheet sheet) {
    int lone = 0;
    int whole = 0;
    for (Paragraph p : sheet.unknown()) {
      lone += p.layout.lone() ? 1 : 0;
      whole += p.layout.lone() ? 0 : 1;
    }
    // Ours: pasting breaks all paragraphs alike, so a few exceptions are the author's.
    if (lone < 4 || whole * 2 > lone) {
      return;
    }
    for (Paragraph p : sheet.unknown()) {
      if (!p.layout.lone()) {
        p.label(Label.COMMENTARY, "typed-apart");
      }
    }
  }
}
