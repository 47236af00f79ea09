package org.entente.store;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * A connection of its own, whose statements are prepared once. After a failed transaction it is
 * opened anew. One works with it at a time; the others wait.
 */
final class PreparedConnection implements AutoCloseable {
  /**
   * Nanoseconds after which a resting connection is given back, so that the pool can look at it.
   */
  private static final long REST = 30_000_000_000L;

  private final Jdbi jdbi;
  private @Nullable Handle handle;
  private long used;

  PreparedConnection(Jdbi jdbi) {
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
    try {
      close();
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
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
