package org.entente.desk.watch;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.desk.Outside;
import org.entente.desk.Site;
import org.entente.source.Fetch;
import org.entente.source.Fetched;
import org.entente.store.Store;
import org.entente.store.StoredWatch;
import org.entente.store.StoredWatch.Sending;
import org.entente.store.StoredWatch.State;
import org.entente.store.WatchMails;
import org.entente.store.Watches;

/** Sends what watches found, and tries again what did not arrive. Thread-safe. */
public final class Sender {
  /**
   * Pauses before the next attempt, as Standard Webhooks proposes; after the last it is given up.
   */
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(24));

  private static final int AT_ONCE = 50;
  private static final Logger LOG = System.getLogger(Sender.class.getName());

  private final Watches watches;
  private final WatchMails mails;
  private final Mail mail;
  private final Fetch fetch;
  private final Site site;
  private final Clock clock;

  public Sender(Store store, Outside outside, Site site) {
    this(store, outside, site, Clock.systemUTC());
  }

  Sender(Store store, Outside outside, Site site, Clock clock) {
    this.watches = new Watches(store);
    this.mails = new WatchMails(store);
    this.mail = new Mail(outside.mail(), outside.folder());
    this.fetch = outside.fetch();
    this.site = site;
    this.clock = clock;
  }

  /** Tries all whose turn has come; gives how many arrived. */
  int send() {
    int sent = 0;
    for (Sending sending : watches.due(Instant.now(clock), AT_ONCE)) {
      Sending after = attempt(sending);
      watches.keep(after);
      sent += after.state() == State.SENT ? 1 : 0;
    }
    return sent;
  }

  private Sending attempt(Sending sending) {
    Optional<StoredWatch> watch = watches.watch(sending.watch());
    if (watch.isEmpty()) {
      return sending.with(State.FAILED, Instant.now(clock), "The watch was taken out.");
    }
    List<StoredWatch.Item> items = addressed(watches.items(sending), site);
    try {
      return sending.channel() == StoredWatch.Channel.MAIL
          ? mail(sending, watch.get(), items)
          : hook(sending, watch.get(), items);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "sending " + sending.id() + " did not arrive", e);
      return again(sending, String.valueOf(e.getMessage()), Optional.empty());
    }
  }

  private Sending mail(Sending sending, StoredWatch watch, List<StoredWatch.Item> items)
      throws IOException {
    if (watch.to().mail().isEmpty()) {
      return sending.with(State.FAILED, Instant.now(clock), "Its receiver wants no more mails.");
    }
    if (!mails.may(watch)) {
      return again(sending, "The address waits for confirmation.", Optional.empty());
    }
    String unsubscribe = site.link("/unsubscribe/" + watch.mailToken()).toString();
    return done(sending, mail.send(watch, items, unsubscribe));
  }

  /** With their addresses instead of their paths. */
  static List<StoredWatch.Item> addressed(List<StoredWatch.Item> items, Site site) {
    return items.stream().map(i -> i.withPath(site.link(i.path()).toString())).toList();
  }

  private Sending hook(Sending sending, StoredWatch watch, List<StoredWatch.Item> items)
      throws Fetch.FetchException {
    if (watch.to().hook().isEmpty()) {
      return sending.with(State.FAILED, Instant.now(clock), "The watch has no webhook any more.");
    }
    Hook hook = Hook.of(sending, watch, items, Instant.now(clock));
    Fetched answer = fetch.post(watch.to().hook(), hook.body(), hook.headers());
    if (answer.status() / 100 == 2) {
      return done(sending, "The receiver answered with status " + answer.status() + ".");
    }
    String words = "The receiver answered with status " + answer.status() + ".";
    return answer.status() == 410
        ? sending.with(State.FAILED, Instant.now(clock), words + " It wants no more.")
        : again(sending, words, Optional.ofNullable(answer.retryAfter()));
  }

  private Sending done(Sending sending, String words) {
    return sending.with(State.SENT, Instant.now(clock), words);
  }

  private Sending again(Sending sending, String words, Optional<Duration> asked) {
    if (sending.attempts() >= PAUSES.size()) {
      return sending.with(State.FAILED, Instant.now(clock), words + " It was given up.");
    }
    Duration pause = PAUSES.get(sending.attempts());
    Duration longest = PAUSES.getLast();
    Duration wait =
        asked
            .filter(a -> a.compareTo(pause) > 0)
            .map(a -> a.compareTo(longest) > 0 ? longest : a)
            .orElse(pause);
    return sending.with(State.WAITING, Instant.now(clock).plus(wait), words);
  }
}
