package org.entente.article;

/** After "3 comments:" readers speak, not the press: everything to the end is furniture. */
final class ReaderComments implements Heuristic {
  @Override
  public void apply(Sheet sheet) {
    boolean comments = false;
    for (Paragraph p : sheet.paragraphs) {
      if (comments) {
        p.label(Label.FURNITURE, "reader-comments");
      } else if (p.is(Label.FURNITURE)) {
        comments = counts(p.text);
      }
    }
  }

  private static boolean counts(String text) {
    return Character.isDigit(text.charAt(0))
        && text.matches(
            "(?iu)[1-9]\\d* (comments?|replies|kommentare?|commentaires?|comentarios?|комментари\\p{L}+).?");
  }
}
