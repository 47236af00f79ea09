package org.entente.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.relation.ActorKey;
import org.jdbi.v3.core.statement.Query;

/** The conditions of a question as SQL on articles {@code a} and events {@code e}. */
final class Conditions {
  private final List<String> all = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  /** What restricts articles. */
  static Conditions ofArticles(org.entente.store.Query query, Dialect dialect) {
    Conditions conditions = new Conditions();
    conditions.all.add("a.live = 1");
    String words = dialect.query(query.words());
    if (!query.words().isBlank()) {
      if (words.isEmpty()) {
        conditions.all.add("1 = 0");
      } else {
        conditions.add(dialect.holdsWords(), "words", words);
      }
    }
    conditions.add("a.outlet = :outlet", "outlet", query.outlet());
    conditions.add("a.day >= :from", "from", Words.day(query.from()));
    conditions.add("a.day <= :to", "to", Words.day(query.to()));
    conditions.add("a.story_id = :story", "story", query.story());
    return conditions;
  }

  /** What restricts events beside. */
  Conditions andEvents(org.entente.store.Query query) {
    all.add("e.live = 1");
    all.add("COALESCE(e.verdict, '') <> 'rejected'");
    addActors(query.actors());
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < query.codes().size(); i++) {
      codes.add("e.code LIKE :code" + i);
      values.put("code" + i, query.codes().get(i) + "%");
    }
    if (!codes.isEmpty()) {
      all.add("(" + String.join(" OR ", codes) + ")");
    }
    add("e.status = :status", "status", query.status() == null ? null : query.status().word());
    return this;
  }

  private void addActors(List<ActorKey> actors) {
    if (actors.size() == 1) {
      all.add(
          "("
              + is("source", "first", actors.getFirst())
              + " OR "
              + is("target", "first", actors.getFirst())
              + ")");
    } else if (actors.size() == 2) {
      ActorKey first = actors.getFirst();
      ActorKey second = actors.getLast();
      all.add(
          "("
              + is("source", "first", first)
              + " AND "
              + is("target", "second", second)
              + " OR "
              + is("source", "second", second)
              + " AND "
              + is("target", "first", first)
              + ")");
    }
  }

  /** That one side of an event is an actor, narrowed to a sector where the key is. */
  private String is(String side, String name, ActorKey key) {
    values.put(name, key.value());
    String whole = "e." + side + "_key = :" + name;
    if (key.sector().isEmpty()) {
      return whole;
    }
    values.put(name + "Sector", key.sector());
    return "("
        + whole
        + " AND e."
        + side
        + "_id IN (SELECT id FROM actors WHERE actor_key = :"
        + name
        + " AND sector = :"
        + name
        + "Sector))";
  }

  private void add(String condition, String name, @org.jspecify.annotations.Nullable Object value) {
    if (value != null) {
      all.add(condition);
      values.put(name, value);
    }
  }

  String sql() {
    return String.join(" AND ", all);
  }

  Query bind(Query query) {
    return query.bindMap(values);
  }
}
