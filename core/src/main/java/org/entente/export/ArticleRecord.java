package org.entente.export;

import java.util.List;

/**
 * Everything that is kept of one article, as files are written from it: one article is all that a
 * writer holds.
 *
 * @param article the article
 * @param events its events that hold now, in reading order
 * @param statements who said what, in reading order
 * @param announcements what is to happen
 * @param withdrawn what was once written under an id and holds no longer
 */
public record ArticleRecord(
    ExportArticle article,
    List<ExportEvent> events,
    List<ExportStatement> statements,
    List<ExportAnnouncement> announcements,
    List<Withdrawn> withdrawn) {
  public ArticleRecord {
    events = List.copyOf(events);
    statements = List.copyOf(statements);
    announcements = List.copyOf(announcements);
    withdrawn = List.copyOf(withdrawn);
  }
}
