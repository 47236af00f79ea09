package org.entente.store;

import java.time.LocalDate;
import java.util.List;
import org.entente.relation.ActorKey;
import org.entente.statement.Status;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for. Parts that are null or empty do not restrict; the others hold together.
 *
 * @param words words that the article holds, phrases in quotation marks
 * @param actors each acts in an event or is its target; for two, in one event
 * @param codes beginnings of CAMEO codes, one of which the event has
 * @param status status of the event
 * @param outlet outlet of the article, whole
 * @param from first day of the article
 * @param to last day of the article
 * @param story story of the article
 * @param limit most results
 * @param offset results to pass over
 */
public record Query(
    String words,
    List<ActorKey> actors,
    List<String> codes,
    @Nullable Status status,
    @Nullable String outlet,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable Long story,
    int limit,
    int offset) {
  /** Everything, newest first. */
  public static final Query ALL =
      new Query("", List.of(), List.of(), null, null, null, null, null, 50, 0);

  public Query {
    actors = List.copyOf(actors);
    codes = List.copyOf(codes);
    if (actors.size() > 2) {
      throw new IllegalArgumentException("an event has two actors, not " + actors.size());
    }
    for (String code : codes) {
      if (!code.matches("[0-9]{1,4}")) {
        throw new IllegalArgumentException("'" + code + "' is no beginning of a CAMEO code");
      }
    }
    if (limit < 1 || offset < 0) {
      throw new IllegalArgumentException("limit " + limit + ", offset " + offset);
    }
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("the range ends on " + to + " before it begins, " + from);
    }
  }

  /** Whether events are asked for, not articles alone. */
  public boolean asksForEvents() {
    return !actors.isEmpty() || !codes.isEmpty() || status != null;
  }

  public Query withWords(String other) {
    return new Query(other, actors, codes, status, outlet, from, to, story, limit, offset);
  }

  public Query withActors(List<ActorKey> others) {
    return new Query(words, others, codes, status, outlet, from, to, story, limit, offset);
  }

  public Query withCodes(List<String> others) {
    return new Query(words, actors, others, status, outlet, from, to, story, limit, offset);
  }

  public Query withStatus(@Nullable Status other) {
    return new Query(words, actors, codes, other, outlet, from, to, story, limit, offset);
  }

  public Query withOutlet(@Nullable String other) {
    return new Query(words, actors, codes, status, other, from, to, story, limit, offset);
  }

  public Query withDays(@Nullable LocalDate first, @Nullable LocalDate last) {
    return new Query(words, actors, codes, status, outlet, first, last, story, limit, offset);
  }

  public Query withStory(@Nullable Long other) {
    return new Query(words, actors, codes, status, outlet, from, to, other, limit, offset);
  }

  public Query withPage(int most, int passed) {
    return new Query(words, actors, codes, status, outlet, from, to, story, most, passed);
  }
}
