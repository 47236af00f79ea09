package org.entente.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * How often something may be tried, by whom. Kept in memory: a restarted desk has forgotten.
 * Thread-safe.
 */
public final class RateLimits {
  /** Ours: with more keys than this those are looked for whose time is over. */
  private static final int MANY = 50_000;

  /** Ours: they are looked for no more often, since looking goes through all of them. */
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final Map<Key, Deque<Instant>> tries = new ConcurrentHashMap<>();
  private final Clock clock;
  private volatile Instant looked = Instant.MIN;

  RateLimits(Clock clock) {
    this.clock = clock;
  }

  private record Key(Limit limit, String who) {}

  /** Which thing may be tried how often within which time. */
  public enum Limit {
    /** Wrong passwords for one account from one machine; OWASP's advice is three to ten. */
    SIGN_IN(10, Duration.ofMinutes(15)),
    /**
     * The same from all machines: slows guessing, and lets nobody lock another out for a few tries.
     */
    SIGN_IN_ACCOUNT(100, Duration.ofMinutes(60)),
    /** Wrong passwords and links from one machine, which a household or an office may share. */
    SIGN_IN_MACHINE(30, Duration.ofMinutes(15)),
    /** Mails that an account is sent because somebody asked. */
    MAIL(3, Duration.ofMinutes(30)),
    /** Mails that one machine asks for, or one member for others. */
    MAIL_MACHINE(10, Duration.ofMinutes(30)),
    /** Questions to an address whose reader may know nothing of the desk. */
    MAIL_STRANGER(3, Duration.ofHours(24)),
    /** Asking to join, and wrong tries with an invitation. */
    JOIN(10, Duration.ofHours(1)),
    /**
     * Comments of one member: one in half a minute for five minutes is talking, more is flooding.
     */
    COMMENT(10, Duration.ofMinutes(5)),
    /** Words looked for by the command palette from one machine, that nobody else asked for. */
    FIND(120, Duration.ofMinutes(1)),
    /** Reports, edits and searches of one member. */
    ACT(60, Duration.ofMinutes(5));

    private final int most;
    private final Duration within;

    Limit(int most, Duration within) {
      this.most = most;
      this.within = within;
    }
  }

  /**
   * Counts a try.
   *
   * @throws Fault when there were too many; this one is not counted then
   */
  public void count(Limit limit, String who) {
    Instant now = clock.instant();
    boolean[] room = {false};
    tries.compute(
        new Key(limit, who),
        (key, known) -> {
          Deque<Instant> kept = known == null ? new ArrayDeque<>() : known;
          forget(kept, now.minus(limit.within));
          room[0] = kept.size() < limit.most;
          if (room[0]) {
            kept.addLast(now);
          }
          return kept;
        });
    forgetOld();
    if (!room[0]) {
      throw tooOften(limit);
    }
  }

  /**
   * Looks without counting.
   *
   * @throws Fault when there were too many
   */
  public void check(Limit limit, String who) {
    Instant since = clock.instant().minus(limit.within);
    boolean[] full = {false};
    tries.computeIfPresent(
        new Key(limit, who),
        (key, known) -> {
          forget(known, since);
          full[0] = known.size() >= limit.most;
          return known.isEmpty() ? null : known;
        });
    if (full[0]) {
      throw tooOften(limit);
    }
  }

  private static void forget(Deque<Instant> kept, Instant since) {
    while (!kept.isEmpty() && kept.getFirst().isBefore(since)) {
      kept.removeFirst();
    }
  }

  private static Fault tooOften(Limit limit) {
    return new Fault(
        HttpStatus.TOO_MANY_REQUESTS,
        "That was tried too often; wait up to " + words(limit.within) + " and try again.");
  }

  private static String words(Duration within) {
    return within.toHours() > 1 ? within.toHours() + " hours" : within.toMinutes() + " minutes";
  }

  /** Only what does not count any more: who makes many keys does not free others of theirs. */
  private void forgetOld() {
    Instant now = clock.instant();
    if (tries.size() > MANY && now.isAfter(looked.plus(PAUSE))) {
      looked = now;
      tries
          .entrySet()
          .removeIf(e -> {
            Instant last = e.getValue().peekLast();
            return last == null || last.isBefore(now.minus(e.getKey().limit.within));
          });
    }
  }

  /** The machine a request comes from; of IPv6 the first half, which is one connection's. */
  public static String machine(ServerRequest request) {
    String address = String.valueOf(request.servletRequest().getRemoteAddr());
    String[] parts = address.split(":", -1);
    return parts.length < 5 ? address : String.join(":", List.of(parts).subList(0, 4));
  }

  /** Forgets all tries, for tests. */
  void clear() {
    tries.clear();
  }
}
