package org.entente.desk.publish;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.entente.store.Post;
import org.entente.store.Schedules;
import org.entente.store.Store;

/**
 * Publishes what is due, in a thread of its own: what came due while the desk was not running, at
 * once when it begins. Of several desks over one store one publishes.
 */
public final class Scheduler implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Scheduler.class.getName());

  /** A review is at most so late. */
  private static final long SECONDS = 5;

  private final Schedules schedules;
  private final Semaphore end = new Semaphore(0);

  Scheduler(Store store) {
    this.schedules = new Schedules(store);
  }

  /** Begins; ends with {@link #close}. */
  Scheduler started() {
    Thread.ofVirtual().name("scheduler").start(this::run);
    return this;
  }

  private void run() {
    try {
      do {
        round();
      } while (!end.tryAcquire(SECONDS, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void round() {
    try {
      publish(Instant.now());
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "what is due could not be published; it is tried again", e);
    }
  }

  /** One round: what is due at a moment. */
  public List<Post> publish(Instant now) {
    return schedules.publish(now);
  }

  @Override
  public void close() {
    end.release();
  }
}
