package org.entente.desk.sources;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.entente.Entente;
import org.entente.source.Document;
import org.entente.source.Item;
import org.entente.store.Added;
import org.entente.store.Intakes;
import org.entente.store.Store;
import org.entente.store.StoredIntake;
import org.entente.text.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads what comes in: codes documents and keeps them. What people give is read one after the
 * other, in the background. Thread-safe.
 */
public final class Intake implements AutoCloseable {
  /**
   * Documents of one intake. Ours: a day of a large agency; more belongs to {@code entente add}.
   */
  private static final int MOST = 20_000;

  /** Problems of one intake that its page tells. Ours: what is read at a glance. */
  private static final int TOLD = 8;

  private static final String MORE = "There was more to tell; entente add FILE says all of it.";

  private static final Logger LOG = System.getLogger(Intake.class.getName());

  private final Store store;
  private final Intakes intakes;
  private final Runnable afterwards;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("intake").daemon().factory());
  private @Nullable Entente entente;

  /**
   * @param afterwards runs when something new was kept
   */
  public Intake(Store store, Runnable afterwards) {
    this.store = store;
    this.intakes = new Intakes(store);
    this.afterwards = afterwards;
  }

  /** The coder, loaded when the first document comes: a desk that only reads does without. */
  private synchronized Entente entente() {
    if (entente == null) {
      entente = Entente.create();
    }
    return entente;
  }

  /** Codes and keeps one document. */
  Added keep(Document document) {
    if (store.has(document)) {
      return Added.UNCHANGED;
    }
    Added added = store.add(entente().read(document), entente().version());
    if (added == Added.NEW_VERSION) {
      store.codeOrphans(entente());
    }
    return added;
  }

  /** Keeps what was wrong with an item, so that it is counted. */
  void keep(Problem problem) {
    store.add(problem);
  }

  /** Tells those who wait for news that there is some. */
  void announce() {
    afterwards.run();
  }

  /**
   * Reads a source in the background.
   *
   * @param wait how long to wait for its end; what is given back may still be under way
   */
  StoredIntake give(String name, String by, Supplier<Stream<Item>> source, Duration wait) {
    StoredIntake intake = intakes.begin(name, by);
    Future<?> reading = worker.submit(() -> read(intake, source));
    try {
      reading.get(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return intake;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    return intakes.intake(intake.id()).orElse(intake);
  }

  private void read(StoredIntake begun, Supplier<Stream<Item>> source) {
    StoredIntake now = begun.with(StoredIntake.State.READING, StoredIntake.Counts.NONE);
    intakes.keep(now);
    try (Stream<Item> items = source.get()) {
      Iterator<Item> each = items.iterator();
      int number = 0;
      while (each.hasNext() && number++ < MOST && !worker.isShutdown()) {
        now = kept(now, each.next());
        if (number % 20 == 0) {
          intakes.keep(now);
        }
      }
      if (each.hasNext()) {
        now =
            now.withMessage(
                "It holds more than "
                    + MOST
                    + " documents; the rest was left out. Use: entente add");
      }
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "intake " + begun.id() + " failed", e);
      now =
          now.with(now.state(), now.counts().plusFailed())
              .withMessage("It could not be read to its end; the log has the cause.");
    }
    intakes.keep(now.with(StoredIntake.State.DONE, now.counts()));
    if (now.counts().added() + now.counts().versions() > 0) {
      announce();
    }
  }

  private StoredIntake kept(StoredIntake now, Item item) {
    StoredIntake next = now;
    for (Problem problem : item.problems()) {
      keep(problem);
      next = next.withMessage(told(next.message(), problem));
    }
    Document document = item.document();
    if (document == null) {
      return next.with(next.state(), next.counts().plusFailed());
    }
    next = next.with(next.state(), next.counts().plus(keep(document)));
    return next.document() == null ? next.withDocument(intakes.key(document).orElse(null)) : next;
  }

  /** The first problems, a line each, then that there are more. */
  private static String told(String message, Problem problem) {
    if (message.isEmpty()) {
      return problem.toString();
    }
    long lines = message.lines().count();
    return lines > TOLD ? message : message + "\n" + (lines < TOLD ? problem : MORE);
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
