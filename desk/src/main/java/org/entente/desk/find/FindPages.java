package org.entente.desk.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.entente.desk.Asked;
import org.entente.desk.Fault;
import org.entente.desk.Kept;
import org.entente.desk.Links;
import org.entente.desk.RateLimits;
import org.entente.desk.RateLimits.Limit;
import org.entente.desk.Room;
import org.entente.store.Query;
import org.entente.store.StoryLine;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where words lead: actors, speakers, pairs, codes and stories as JSON, for the command palette.
 * Answers are kept until the store changes; only what must be looked for anew counts against the
 * limit of a machine. Thread-safe.
 */
public final class FindPages {
  private static final int LONGEST = 100;
  private static final int OF_A_KIND = 4;
  private static final int STORIES = 5;

  /** Shorter words stand in most stories. */
  private static final int LEAST_FOR_STORIES = 3;

  private static final int ANSWERS = 500;

  private final Room room;
  private final RateLimits limits;
  private final Kept<String, Places> places;
  private final Kept<String, List<Found>> answers;
  private final JsonMapper json = JsonMapper.shared();

  public FindPages(Room room, RateLimits limits) {
    this.room = room;
    this.limits = limits;
    this.places = new Kept<>(room.overview()::stamp, 1);
    this.answers = new Kept<>(room.overview()::stamp, ANSWERS);
  }

  /** {@code {"found": [{"kind", "name", "href"}, …]}}, the nearest of each kind first. */
  public ServerResponse find(ServerRequest request) {
    String words = Asked.required(request, "words").toLowerCase(Locale.ROOT);
    if (words.length() > LONGEST) {
      throw Fault.badRequest("Give at most " + LONGEST + " characters.");
    }
    List<Found> found =
        answers.get(
            words,
            w -> {
              limits.count(Limit.FIND, RateLimits.machine(request));
              return look(w);
            });
    return ServerResponse.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(json.writeValueAsString(Map.of("found", found)));
  }

  private List<Found> look(String words) {
    List<Found> found =
        new ArrayList<>(places.get("", k -> Places.of(room)).called(words, OF_A_KIND));
    if (words.length() >= LEAST_FOR_STORIES) {
      for (StoryLine story :
          room.overview().stories(Query.ALL.withWords(words).withPage(STORIES, 0))) {
        Long key = story.story();
        found.add(
            new Found(
                "story",
                Objects.requireNonNullElse(story.newest().headline(), "headline missing"),
                key == null ? Links.article(story.newest().id()) : Links.story(key)));
      }
    }
    return List.copyOf(found);
  }
}
