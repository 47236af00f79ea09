package org.entente.desk.sources;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.entente.source.Feed;
import org.entente.source.Fetched;
import org.entente.store.StoredFeed;
import org.entente.store.StoredFeed.State;
import org.entente.text.Problem;
import org.jspecify.annotations.Nullable;

/** What becomes of a feed when it was asked. Pure functions of the answer and the moment. */
final class FeedTurn {
  /** Ours: a newsroom wants an hour's news within the hour. */
  static final Duration INTERVAL = Duration.ofMinutes(30);

  /** The longest pause after failures. */
  static final Duration LONGEST = Duration.ofHours(24);

  /** No server may silence a feed for longer than this. */
  static final Duration LONGEST_ASKED = Duration.ofDays(7);

  private FeedTurn() {}

  /**
   * @param feed as it was
   * @param answer what its address answered
   * @param read the feed in the answer; empty when there is none
   * @param now the moment
   */
  static StoredFeed after(StoredFeed feed, Fetched answer, Optional<Feed> read, Instant now) {
    int status = answer.status();
    if (answer.unchanged()) {
      State state = feed.items() == 0 && feed.state() == State.EMPTY ? State.EMPTY : State.FINE;
      return next(feed, state, "", 0, now, wait(answer, INTERVAL));
    }
    if (status == 410) {
      return stopped(
          feed, "The server says that the feed is gone for good; it is not asked again.");
    }
    if (status == 401 || status == 403) {
      return failed(
          feed,
          State.FORBIDDEN,
          "The server answered with status " + status + ": it does" + " not let us read the feed.",
          now,
          answer.retryAfter());
    }
    if (status == 404) {
      return failed(
          feed,
          State.FAILING,
          "There is nothing at this address any more (status 404).",
          now,
          answer.retryAfter());
    }
    if (status != 200) {
      return failed(
          feed,
          State.FAILING,
          "The server answered with status " + status + ".",
          now,
          answer.retryAfter());
    }
    return read.map(f -> fine(feed, answer, f, now))
        .orElseGet(() ->
            failed(
                feed,
                State.BROKEN,
                "What stands at this address is no RSS, Atom or" + " JSON Feed.",
                now,
                answer.retryAfter()));
  }

  /** After an answer that did not come, or may not be asked for. */
  static StoredFeed after(StoredFeed feed, Problem problem, Instant now) {
    State state = problem.kind() == Problem.Kind.FORBIDDEN ? State.FORBIDDEN : State.FAILING;
    return failed(feed, state, "The feed " + problem.message() + ".", now, null);
  }

  private static StoredFeed fine(StoredFeed feed, Fetched answer, Feed read, Instant now) {
    String title = read.title() == null || read.title().isBlank() ? feed.title() : read.title();
    boolean empty = read.items().isEmpty();
    StoredFeed next =
        next(feed, empty ? State.EMPTY : State.FINE, "", 0, now, wait(answer, INTERVAL));
    return new StoredFeed(
        feed.id(),
        feed.place(),
        title.strip(),
        feed.pages(),
        feed.active(),
        next.state(),
        "",
        answer.validators().etag(),
        answer.validators().modified(),
        read.items().size(),
        0,
        now,
        feed.changed(),
        next.next(),
        feed.addedBy());
  }

  /** 30 minutes, an hour, two …, a day. */
  private static StoredFeed failed(
      StoredFeed feed, State state, String message, Instant now, @Nullable Duration asked) {
    int failures = feed.failures() + 1;
    Duration pause = INTERVAL.multipliedBy(1L << Math.min(failures, 10));
    Duration bounded = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    return next(feed, state, message, failures, now, longer(bounded, asked));
  }

  private static Duration wait(Fetched answer, Duration least) {
    return longer(least, answer.retryAfter());
  }

  private static Duration longer(Duration least, @Nullable Duration asked) {
    if (asked == null || asked.compareTo(least) < 0) {
      return least;
    }
    return asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
  }

  private static StoredFeed next(
      StoredFeed feed, State state, String message, int failures, Instant now, Duration pause) {
    return new StoredFeed(
        feed.id(),
        feed.place(),
        feed.title(),
        feed.pages(),
        feed.active(),
        state,
        message,
        feed.etag(),
        feed.modified(),
        feed.items(),
        failures,
        now,
        feed.changed(),
        now.plus(pause),
        feed.addedBy());
  }

  private static StoredFeed stopped(StoredFeed feed, String message) {
    return new StoredFeed(
        feed.id(),
        feed.place(),
        feed.title(),
        feed.pages(),
        false,
        State.GONE,
        message,
        null,
        null,
        feed.items(),
        feed.failures() + 1,
        feed.checked(),
        feed.changed(),
        feed.next(),
        feed.addedBy());
  }

  /** After it moved for good to where another feed is read already: one of the two is enough. */
  static StoredFeed doubled(StoredFeed feed, StoredFeed other, Instant now) {
    String words =
        "It has moved for good to "
            + other.address()
            + ", which is a source already (“"
            + other.title()
            + "”); it is not asked again."
            + (other.active() ? "" : " That one is stopped.");
    return new StoredFeed(
        feed.id(),
        feed.place(),
        feed.title(),
        feed.pages(),
        false,
        State.MOVED,
        words,
        feed.etag(),
        feed.modified(),
        feed.items(),
        0,
        now,
        feed.changed(),
        feed.next(),
        feed.addedBy());
  }

  /** The same with something new in it. */
  static StoredFeed changed(StoredFeed feed, Instant now) {
    return new StoredFeed(
        feed.id(),
        feed.place(),
        feed.title(),
        feed.pages(),
        feed.active(),
        feed.state(),
        feed.message(),
        feed.etag(),
        feed.modified(),
        feed.items(),
        feed.failures(),
        feed.checked(),
        now,
        feed.next(),
        feed.addedBy());
  }
}
