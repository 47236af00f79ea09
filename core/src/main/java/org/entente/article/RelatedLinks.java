package org.entente.article;

import java.util.Locale;
import java.util.Set;
import org.entente.text.Vocabulary;

/**
 * Titles listed under "Related" or "You may also like" are links to elsewhere, up to the next
 * prose.
 */
final class RelatedLinks implements Heuristic {
  private final Set<String> openers = Set.copyOf(Vocabulary.of(RelatedLinks.class, "related.txt"));

  @Override
  public void apply(Sheet sheet) {
    boolean listing = false;
    for (int i = 0; i < sheet.size(); i++) {
      Paragraph p = sheet.get(i);
      if (p.is(Label.FURNITURE)) {
        listing =
            openers.contains(p.text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}' ]", "").strip());
      } else if (listing && isLink(sheet, i)) {
        p.label(Label.FURNITURE, "related-links");
      } else {
        listing = false;
      }
    }
  }

  /** A title that is not the headline of what follows it. */
  private static boolean isLink(Sheet sheet, int i) {
    if (!sheet.get(i).isUnknown() || !Wording.isTitle(sheet.get(i))) {
      return false;
    }
    int next = i + 1;
    return next == sheet.size()
        || sheet.get(next).is(Label.FURNITURE)
        || (sheet.get(next).isUnknown() && Wording.isTitle(sheet.get(next)));
  }
}
