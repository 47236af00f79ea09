package org.entente.article;

import java.util.List;
import java.util.Locale;
import org.entente.text.Vocabulary;

/** Paragraphs that say so: "Editor's note: …", "[My comment: …]". */
final class MarkedRemarks implements Heuristic {
  private final List<String> openings = Vocabulary.of(MarkedRemarks.class, "commentary.txt");

  @Override
  public void apply(Sheet sheet) {
    for (Paragraph p : sheet.unknown()) {
      String lower = p.text.toLowerCase(Locale.ROOT).replace('’', '\'');
      for (String opening : openings) {
        if (lower.startsWith(opening)) {
          p.label(Label.COMMENTARY, "marked-remark");
        }
      }
    }
  }
}
