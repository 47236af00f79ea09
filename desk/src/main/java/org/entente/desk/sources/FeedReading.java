package org.entente.desk.sources;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.source.Document;
import org.entente.source.Documents;
import org.entente.source.Feed;
import org.entente.source.Fetch;
import org.entente.source.Fetched;
import org.entente.source.Item;
import org.entente.store.Added;
import org.entente.store.Feeds;
import org.entente.store.Intakes;
import org.entente.store.Store;
import org.entente.store.StoredFeed;
import org.jspecify.annotations.Nullable;

/**
 * Reads feeds when their turn has come: at most four hosts at once, one request at a time to each,
 * a pause between two. Thread-safe.
 */
public final class FeedReading implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int HOSTS = 4;
  private static final int AT_ONCE = 100;

  /** Pages behind a feed that are read in one turn; the others wait for the next. */
  private static final int PAGES = 25;

  private static final Logger LOG = System.getLogger(FeedReading.class.getName());

  private final Feeds feeds;
  private final Intakes intakes;
  private final Intake intake;
  private final Fetch fetch;
  private final Clock clock;
  private final Hosts hosts;
  private final Semaphore atOnce = new Semaphore(HOSTS);
  private final Set<Long> underWay = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("feeds").daemon().factory());

  public FeedReading(Store store, Intake intake, Fetch fetch) {
    this(store, intake, fetch, PAUSE);
  }

  FeedReading(Store store, Intake intake, Fetch fetch, Duration pause) {
    this.feeds = new Feeds(store);
    this.intakes = new Intakes(store);
    this.intake = intake;
    this.fetch = fetch;
    this.hosts = new Hosts(pause);
    this.clock = Clock.systemUTC();
  }

  /** Begins to look every quarter of a minute whose turn it is. */
  public void begin() {
    ticker.scheduleWithFixedDelay(this::tick, 10, 15, TimeUnit.SECONDS);
  }

  private void tick() {
    try {
      Map<String, List<StoredFeed>> byHost =
          feeds.due(Instant.now(clock), AT_ONCE).stream()
              .collect(Collectors.groupingBy(f -> Hosts.of(f.address())));
      byHost.values().forEach(some -> threads.submit(() -> readAll(some)));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "feeds could not be looked at", e);
    }
  }

  private void readAll(List<StoredFeed> some) {
    for (StoredFeed feed : some) {
      try {
        atOnce.acquire();
        try {
          read(feed);
        } finally {
          atOnce.release();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Reads a feed in the background, whether or not it is its turn. */
  void soon(StoredFeed feed) {
    threads.submit(() -> readAll(List.of(feed)));
  }

  /** Reads a feed now, unless it is under way; gives how many documents are new. */
  int read(StoredFeed feed) throws InterruptedException {
    if (!underWay.add(feed.id())) {
      return 0;
    }
    try {
      return ask(feed);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "feed " + feed.address() + " failed", e);
      return 0;
    } finally {
      underWay.remove(feed.id());
    }
  }

  private int ask(StoredFeed feed) throws InterruptedException {
    Fetched answer;
    try {
      Fetched.Validators known = new Fetched.Validators(feed.etag(), feed.modified());
      answer = hosts.inTurn(feed.address(), () -> fetch.get(feed.address(), known));
    } catch (Fetch.FetchException e) {
      LOG.log(Level.WARNING, "feed " + feed.address() + " was not read", e);
      feeds.keep(FeedTurn.after(feed, e.problem(), Instant.now(clock)));
      return 0;
    }
    Optional<Feed> read = answer.status() == 200 ? Documents.feed(answer) : Optional.empty();
    StoredFeed next = FeedTurn.after(feed, answer, read, Instant.now(clock));
    Optional<StoredFeed> other = moved(feed, next, answer);
    if (other.isPresent()) {
      next = FeedTurn.doubled(feed, other.get(), Instant.now(clock));
      read = Optional.empty(); // the other one reads it
    }
    if (next.state().isTrouble()) {
      LOG.log(Level.WARNING, "feed " + feed.address() + ": " + next.message());
    }
    feeds.keep(next);
    int news = read.isEmpty() ? 0 : keep(next, read.get());
    if (news > 0) {
      feeds.keep(FeedTurn.changed(next, Instant.now(clock)));
      intake.announce();
    }
    return news;
  }

  /** Takes the address to which a feed moved for good, once it could be read there. */
  private Optional<StoredFeed> moved(StoredFeed feed, StoredFeed next, Fetched answer) {
    String to = answer.moved();
    if (to == null || to.equals(feed.address()) || next.state().isTrouble()) {
      return Optional.empty();
    }
    return feeds.move(feed.id(), to);
  }

  private int keep(StoredFeed feed, Feed read) throws InterruptedException {
    int news = 0;
    int pages = 0;
    for (Item item : read.items()) {
      Document document = item.document();
      String page = feed.pages() && document != null ? document.metadata().url() : null;
      if (page != null && pages < PAGES) {
        if (intakes.hasName(page)) {
          continue;
        }
        pages++;
        Document whole = page(page);
        document = whole == null ? document : whole;
      }
      item.problems().forEach(intake::keep);
      if (document != null) {
        Added added = intake.keep(named(feed, document));
        news += added == Added.NEW || added == Added.NEW_VERSION ? 1 : 0;
      }
    }
    return news;
  }

  /** The page behind an item, or null: what the feed itself says of it stays. */
  private @Nullable Document page(String address) throws InterruptedException {
    try {
      Fetched answer = hosts.inTurn(address, () -> fetch.get(address, Fetched.Validators.NONE));
      try (Stream<Item> items = Documents.standard().open(answer)) {
        Item first = items.findFirst().orElse(null);
        if (first == null) {
          return null;
        }
        first.problems().forEach(intake::keep);
        return first.document();
      }
    } catch (Fetch.FetchException e) {
      LOG.log(Level.WARNING, "page " + address + " was not read", e);
      intake.keep(e.problem());
      return null;
    }
  }

  /**
   * Ids of items such as "17" are unique only in their feed, which keeps its items when it moves.
   */
  private static Document named(StoredFeed feed, Document document) {
    boolean own = document.id().matches("(?i)[a-z][a-z0-9+.-]*:.+");
    return own
        ? document
        : new Document(
            feed.place().origin() + "#" + document.id(),
            document.text(),
            document.metadata(),
            document.page(),
            document.sha256());
  }

  @Override
  public void close() {
    ticker.shutdownNow();
    threads.shutdownNow();
  }
}
