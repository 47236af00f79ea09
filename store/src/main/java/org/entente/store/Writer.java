package org.entente.store;

import java.util.HashMap;
import java.util.Map;
import org.entente.actor.Actor;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes documents on a connection of its own, whose statements are prepared once, and remembers
 * between transactions what the next one would have to look up. The database is what counts:
 * whoever else writes is noticed by the highest keys, and after a failed transaction everything is
 * forgotten. One writes at a time; the others wait.
 */
final class Writer implements AutoCloseable {
  /** Actors that are remembered at most: some 30 MB. */
  private static final int MOST_ACTORS = 100_000;

  private final PreparedConnection connection;
  private final StoryMemory stories = new StoryMemory();
  private final Map<Actor, Long> actors = new HashMap<>();
  private long lastActor = -1;

  Writer(Jdbi jdbi) {
    this.connection = new PreparedConnection(jdbi);
  }

  /** One transaction. */
  synchronized <T> T write(HandleCallback<T, RuntimeException> work) {
    try {
      return connection.write(work);
    } catch (RuntimeException | Error e) {
      stories.clear();
      actors.clear();
      lastActor = -1;
      throw e;
    }
  }

  /** Only within {@link #write}. */
  StoryMemory stories() {
    return stories;
  }

  /** The rows of actors; only within {@link #write}. */
  Map<Actor, Long> actors(Ids ids) {
    if (ids.last("actors") != lastActor || actors.size() > MOST_ACTORS) {
      actors.clear();
    }
    return actors;
  }

  /** No actor is made any more in this transaction. */
  void keepActors(Ids ids) {
    lastActor = ids.last("actors");
  }

  @Override
  public synchronized void close() {
    connection.close();
  }
}
