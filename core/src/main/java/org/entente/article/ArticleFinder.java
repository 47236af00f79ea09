package org.entente.article;

import java.util.List;
import org.entente.source.Document;
import org.entente.source.Metadata;
import org.entente.source.Page;
import org.entente.time.PrintedDates;

/**
 * Finds the articles of a document: one that its container declares (a line of JSON Lines), the one
 * of a web page, or the clips of a press review. Immutable and thread-safe.
 */
public final class ArticleFinder {
  private final PrintedDates dates = new PrintedDates();
  private final HeadLineParts parts = new HeadLineParts(dates);
  private final HardBreaks breaks = new HardBreaks(parts);
  private final PressReview review = new PressReview(parts);
  private final DeclaredArticle declared = new DeclaredArticle(parts, breaks);
  private final EnglishOnly english = new EnglishOnly();
  private final WebPage web = new WebPage(new PageHead.Finders(dates, parts), breaks, review);

  /** The articles, the commentary and the furniture of {@code document}. */
  public Contents find(Document document) {
    return english.of(document, ofAnyLanguage(document));
  }

  /** The same for every language, for measuring. */
  Contents ofAnyLanguage(Document document) {
    Page page = document.page();
    if (page != null) {
      return web.find(document, page);
    }
    if (!document.metadata().equals(Metadata.NONE)) {
      return declared.find(document);
    }
    Sheet sheet = new Sheet(document.content(), breaks.paragraphs(document.content()));
    review.label(sheet);
    return new Contents(
        Clips.of(sheet), sheet.spans(Label.COMMENTARY), sheet.spans(Label.FURNITURE), List.of());
  }
}
