package org.entente.desk.wire;

import java.util.List;
import org.entente.desk.EventLine;
import org.entente.store.StoredArticle;
import org.jspecify.annotations.Nullable;

/**
 * One story: its articles, and what they say, outlet beside outlet.
 *
 * @param headline of its newest article, or null
 * @param articles newest first
 * @param events of all of them, by happening
 */
public record StoryView(
    @Nullable String headline, List<StoredArticle> articles, List<Happening> events) {
  public StoryView {
    articles = List.copyOf(articles);
    events = List.copyOf(events);
  }

  /**
   * What several articles report with one code root between the same two.
   *
   * @param reports one or more, in order of the articles
   */
  public record Happening(List<EventLine> reports) {
    public Happening {
      reports = List.copyOf(reports);
    }

    public EventLine first() {
      return reports.getFirst();
    }
  }
}
