package org.entente.store;

import java.util.Map;
import java.util.Optional;
import org.entente.actor.Actor;
import org.entente.relation.ActorKey;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Finds or makes the rows of actors within one transaction. Not thread-safe. */
final class ActorRows {
  private final Handle handle;
  private final Ids ids;
  private final Map<Actor, Long> known;

  /**
   * @param known rows that are there; those found or made are put in
   */
  ActorRows(Handle handle, Ids ids, Map<Actor, Long> known) {
    this.handle = handle;
    this.ids = ids;
    this.known = known;
  }

  @Nullable Long id(@Nullable Actor actor) {
    return actor == null ? null : known.computeIfAbsent(actor, this::findOrMake);
  }

  private long findOrMake(Actor actor) {
    Optional<Long> found =
        handle
            .select(
                "SELECT id FROM actors WHERE name = ? AND kind = ? AND country = ? AND sector = ? AND"
                    + " office = ?",
                Words.clean(actor.name()),
                actor.kind().name(),
                actor.country(),
                actor.sector(),
                actor.office())
            .mapTo(Long.class)
            .findOne();
    return found.orElseGet(() -> make(actor));
  }

  private long make(Actor actor) {
    long id = ids.next("actors");
    handle.execute(
        "INSERT INTO actors (id, name, kind, country, sector, office, actor_key) VALUES (?, ?, ?, ?,"
            + " ?, ?, ?)",
        id,
        Words.clean(actor.name()),
        actor.kind().name(),
        actor.country(),
        actor.sector(),
        actor.office(),
        ActorKey.of(actor));
    return id;
  }
}
