package org.entente.article;

import java.util.List;
import org.entente.time.PrintedDates;

/**
 * Tells clips, commentary and furniture of a page apart by an ordered list of heuristics, each one
 * a small class. Immutable and thread-safe.
 */
final class PressReview {
  private final List<Heuristic> heuristics;

  PressReview(HeadLineParts parts) {
    heuristics =
        List.of(
            new Separators(),
            new FurnitureWords(),
            new ReaderComments(),
            new RelatedLinks(),
            new HeadLines(parts),
            new RepeatedQuotations(),
            new MarkedRemarks(),
            new TypedApart(),
            new OutsideQuotations(),
            new Headlines(),
            new Standfirsts(),
            new Lead(),
            new AfterSeparator(),
            new Remarks());
  }

  PressReview(PrintedDates dates) {
    this(new HeadLineParts(dates));
  }

  void label(Sheet sheet) {
    for (Heuristic heuristic : heuristics) {
      heuristic.apply(sheet);
    }
    for (Paragraph p : sheet.unknown()) {
      p.label(Label.BODY, "body");
    }
  }
}
