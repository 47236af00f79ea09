package org.entente.desk.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.desk.Asked;
import org.entente.desk.Fault;
import org.entente.desk.Links;
import org.entente.desk.Page;
import org.entente.desk.Room;
import org.entente.desk.wire.WireView.Filters;
import org.entente.store.Query;
import org.entente.store.StoryLine;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The wire of stories, filtered by what its address says. */
public final class WirePages {
  private static final int STORIES = 30;

  private final Room room;

  public WirePages(Room room) {
    this.room = room;
  }

  /** Stories, newest first. */
  public ServerResponse show(ServerRequest request) {
    Filters asked = filters(request);
    int page = Asked.number(request, "page", 1);
    Query query = query(request, asked).withPage(STORIES + 1, (page - 1) * STORIES);
    List<StoryLine> found = room.overview().stories(query);
    boolean more = found.size() > STORIES;
    List<StoryLine> shown = more ? found.subList(0, STORIES) : found;
    WireView view =
        new WireView(
            asked,
            room.overview().outlets(),
            room.overview().count(query),
            StoryItem.of(shown, asked.words(), room),
            more ? address(asked, page + 1) : null,
            page > 1 ? address(asked, page - 1) : null);
    return room.pages().page(request, new Page("Wire", "wire/wire.jte", view));
  }

  private static Filters filters(ServerRequest request) {
    return new Filters(
        Asked.words(request, "words"),
        Asked.words(request, "actor"),
        Asked.words(request, "other"),
        Asked.words(request, "code"),
        Asked.words(request, "status"),
        Asked.words(request, "outlet"),
        Asked.words(request, "from"),
        Asked.words(request, "to"));
  }

  private Query query(ServerRequest request, Filters asked) {
    return room.view(request, List.of(asked.actor(), asked.other())).withCodes(codes(asked.code()));
  }

  private static List<String> codes(String code) {
    if (!code.isEmpty() && !code.matches("[0-9]{1,4}")) {
      throw Fault.badRequest(
          "'" + code + "' is no beginning of a CAMEO code; write one to four digits, such as 04.");
    }
    return code.isEmpty() ? List.of() : List.of(code);
  }

  static String address(Filters asked, int page) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("words", asked.words());
    parts.put("actor", asked.actor());
    parts.put("other", asked.other());
    parts.put("code", asked.code());
    parts.put("status", asked.status());
    parts.put("outlet", asked.outlet());
    parts.put("from", asked.from());
    parts.put("to", asked.to());
    parts.put("page", page == 1 ? "" : String.valueOf(page));
    return Links.with("/wire", parts);
  }
}
