package org.entente.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Commits what waits together in one transaction (group commit). Nobody waits for others to come:
 * the first one begins at once, and whoever comes while it writes is in the next transaction, which
 * the first of them leads. Each returns after the commit that holds its work. Where one of several
 * fails, all of them are done again, each in a transaction of its own. Thread-safe.
 */
final class SharedCommits {
  /** So that nobody waits long for the commit of others, and few are done again. */
  private static final int MOST = 64;

  private final Consumer<List<Consumer<Handle>>> commit;
  private final Deque<Waiting<?>> queue = new ArrayDeque<>();
  private boolean led;

  /**
   * @param commit does all of a list in one transaction, or nothing of it and throws
   */
  SharedCommits(Consumer<List<Consumer<Handle>>> commit) {
    this.commit = commit;
  }

  /** Does it, together with what others want done. */
  <T> T run(Function<Handle, T> work) {
    Waiting<T> mine = new Waiting<>(work);
    if (begins(mine) || mine.isToLead()) {
      lead();
    }
    return mine.outcome();
  }

  private synchronized boolean begins(Waiting<?> mine) {
    queue.add(mine);
    boolean begins = !led;
    led = true;
    return begins;
  }

  private void lead() {
    try {
      done(next());
    } finally {
      handOver();
    }
  }

  private synchronized List<Waiting<?>> next() {
    List<Waiting<?>> batch = new ArrayList<>();
    while (!queue.isEmpty() && batch.size() < MOST) {
      batch.add(queue.remove());
    }
    return batch;
  }

  private void done(List<Waiting<?>> batch) {
    try {
      commit.accept(List.copyOf(batch));
    } catch (RuntimeException | Error e) {
      if (batch.size() == 1) {
        batch.getFirst().fail(e);
      } else {
        batch.forEach(one -> done(List.of(one)));
      }
      return;
    }
    batch.forEach(Waiting::succeed);
  }

  private synchronized void handOver() {
    var first = queue.peek();
    if (first == null) {
      led = false;
    } else {
      first.lead();
    }
  }

  /** One that waits to be done. */
  private static final class Waiting<T> implements Consumer<Handle> {
    private final Function<Handle, T> work;

    /** True when it is to lead the next transaction, false when it is done. */
    private final CompletableFuture<Boolean> turn = new CompletableFuture<>();

    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private Runnable success = () -> {};

    Waiting(Function<Handle, T> work) {
      this.work = work;
    }

    @Override
    public void accept(Handle handle) {
      T result = work.apply(handle);
      success = () -> outcome.complete(result);
    }

    boolean isToLead() {
      return turn.join();
    }

    void lead() {
      turn.complete(true);
    }

    void succeed() {
      success.run();
      turn.complete(false);
    }

    void fail(Throwable failure) {
      outcome.completeExceptionally(failure);
      turn.complete(false);
    }

    T outcome() {
      try {
        return outcome.join();
      } catch (CompletionException e) {
        switch (e.getCause()) {
          case RuntimeException cause -> throw cause;
          case Error cause -> throw cause;
          case null, default -> throw e;
        }
      }
    }
  }
}
