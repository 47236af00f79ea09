package org.entente.store;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Reads by which everything is as it was at one moment, while others write. Not thread-safe. */
final class StillReads {
  private final Handle handle;

  private StillReads(Handle handle) {
    this.handle = handle;
  }

  /** Begins such reads, and ends them when all that is asked of them was answered. */
  static <T> T begin(Handle handle, Dialect dialect, Function<StillReads, T> use) {
    if (dialect == Dialect.POSTGRESQL) {
      return handle.inTransaction(
          TransactionIsolationLevel.REPEATABLE_READ, h -> use.apply(new StillReads(h)));
    }
    handle.execute("BEGIN DEFERRED"); // the transactions of the pool would keep writers out
    try {
      return use.apply(new StillReads(handle));
    } finally {
      handle.execute("ROLLBACK");
    }
  }

  <T> T read(Function<Handle, T> reader) {
    return reader.apply(handle);
  }
}
