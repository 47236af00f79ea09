package org.entente.desk.wire;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.codebook.Codebook;
import org.entente.desk.EventLine;
import org.entente.desk.Links;
import org.entente.desk.Room;
import org.entente.store.Overview;
import org.entente.store.StoredArticle;
import org.entente.store.StoryLine;
import org.jspecify.annotations.Nullable;

/**
 * One story in a list.
 *
 * @param href of the story, or of its only article
 * @param headline of the newest article, or null
 * @param day the newest, or null
 * @param outlets who reports it
 * @param articles the articles that match, newest first
 * @param actors who is in its events, at most {@link #MOST}
 * @param codes what happens in it, at most {@link #MOST}
 * @param passage the searched words in their surroundings, as HTML of our own; empty without search
 */
public record StoryItem(
    String href,
    @Nullable String headline,
    @Nullable LocalDate day,
    List<String> outlets,
    List<StoredArticle> articles,
    List<Actor> actors,
    List<Code> codes,
    String passage) {
  private static final int MOST = 5;

  public StoryItem {
    outlets = List.copyOf(outlets);
    articles = List.copyOf(articles);
    actors = List.copyOf(actors);
    codes = List.copyOf(codes);
  }

  /** An actor by key and name. */
  public record Actor(String key, String name) {}

  /** A code with its meaning and side. */
  public record Code(String code, String name, String tone, int times) {}

  /** Makes items of stories, with what their events say. */
  static List<StoryItem> of(List<StoryLine> stories, String words, Room room) {
    List<Long> ids =
        stories.stream().flatMap(s -> s.articles().stream()).map(StoredArticle::id).toList();
    Map<Long, List<Overview.Brief>> briefs =
        room.overview().briefs(ids).stream()
            .collect(Collectors.groupingBy(Overview.Brief::article));
    return stories.stream().map(s -> of(s, words, briefs, room)).toList();
  }

  private static StoryItem of(
      StoryLine story, String words, Map<Long, List<Overview.Brief>> briefs, Room room) {
    List<Overview.Brief> own = new ArrayList<>();
    story.articles().forEach(a -> own.addAll(briefs.getOrDefault(a.id(), List.of())));
    Long id = story.story();
    return new StoryItem(
        id == null || story.articles().size() == 1
            ? Links.article(story.newest().id())
            : Links.story(id),
        story.newest().headline(),
        story.day(),
        story.outlets(),
        story.articles(),
        actors(own, room),
        codes(own, room.codebook()),
        words.isBlank()
            ? ""
            : Passage.of(
                story.newest().span().in(room.store().content(story.newest().document())), words));
  }

  private static List<Actor> actors(List<Overview.Brief> briefs, Room room) {
    Set<String> keys = new LinkedHashSet<>();
    for (Overview.Brief brief : briefs) {
      keys.add(brief.source());
      keys.add(brief.target());
    }
    keys.remove("");
    return keys.stream().limit(MOST).map(k -> new Actor(k, room.names().name(k))).toList();
  }

  private static List<Code> codes(List<Overview.Brief> briefs, Codebook codebook) {
    Map<String, Integer> times = new LinkedHashMap<>();
    briefs.forEach(b -> times.merge(b.code(), 1, Integer::sum));
    return times.entrySet().stream()
        .limit(MOST)
        .map(e -> {
          var type = codebook.type(e.getKey());
          return new Code(type.code(), type.name(), EventLine.tone(type.goldstein()), e.getValue());
        })
        .toList();
  }
}
