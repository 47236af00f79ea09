package org.entente.desk.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.desk.Asked;
import org.entente.desk.EventLine;
import org.entente.desk.Fault;
import org.entente.desk.Page;
import org.entente.desk.Room;
import org.entente.store.Query;
import org.entente.store.StoredArticle;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** One story. */
public final class StoryPages {
  /** More than any story of one day has; what lies beyond is reached through the wire. */
  private static final int MOST = 500;

  private final Room room;

  public StoryPages(Room room) {
    this.room = room;
  }

  /** Its articles and what they say. */
  public ServerResponse show(ServerRequest request) {
    long id = Asked.id(request);
    Query query = Query.ALL.withStory(id).withPage(MOST, 0);
    List<StoredArticle> articles = room.store().articles(query);
    if (articles.isEmpty()) {
      throw Fault.missing("There is no story " + id + "; it may have been grouped anew.");
    }
    Map<String, List<EventLine>> byHappening = new LinkedHashMap<>();
    for (var event : room.store().events(query)) {
      EventLine line = EventLine.of(event);
      byHappening
          .computeIfAbsent(
              event.type().root() + ">" + line.sourceKey() + ">" + line.targetKey(),
              k -> new ArrayList<>())
          .add(line);
    }
    String headline = articles.getFirst().headline();
    StoryView view =
        new StoryView(
            headline,
            articles,
            byHappening.values().stream().map(StoryView.Happening::new).toList());
    return room.pages()
        .page(request, new Page(headline == null ? "Story" : headline, "wire/story.jte", view));
  }
}
