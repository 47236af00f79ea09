package org.entente.store;

import java.util.HashMap;
import java.util.Map;
import org.entente.actor.Actor;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Writes documents on a connection of its own, whose statements are prepared once, and remembers
 * between transactions what the next one would have to look up. The database is what counts:
 * whoever else writes is noticed by the highest keys, and after a failed transaction everything is
 * forgotten. One writes at a time; the others wait.
 */
final class Writer implements AutoCloseable {
  /**
   * Nanoseconds after which a resting connection is given back, so that the pool can look at it.
   */
  private static final long REST = 30_000_000_000L;

  /** Actors that are remembered at most: some 30 MB. */
  private static final int MOST_ACTORS = 100_000;

  private final Jdbi jdbi;
  private final StoryMemory stories = new StoryMemory();
  private final Map<Actor, Long> actors = new HashMap<>();
  private long lastActor = -1;
  private @Nullable Handle handle;
  private long used;

  Writer(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** One transaction. */
  synchronized <T> T write(HandleCallback<T, RuntimeException> work) {
    try {
      return open().inTransaction(work);
    } catch (RuntimeException | Error e) {
      forget(e);
      throw e;
    }
  }

  private Handle open() {
    long now = System.nanoTime();
    if (handle != null && now - used > REST) {
      close();
    }
    used = now;
    Handle open = handle;
    if (open == null) {
      open = jdbi.open();
      open.setStatementBuilder(new PreparedOnce());
      handle = open;
    }
    return open;
  }

  private void forget(Throwable failure) {
    stories.clear();
    actors.clear();
    lastActor = -1;
    try {
      close();
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
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
    Handle open = handle;
    handle = null;
    if (open != null) {
      open.close();
    }
  }
}
