package org.entente.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in. The key of a session is 256 random bits, which its member's browser keeps; the
 * store keeps the SHA-256 of them, so that who reads the store cannot sign in by it. A session ends
 * {@link #IDLE} after it was last used, {@link #LONGEST} after it began (NIST SP 800-63B asks for
 * 30 days at most), and when its member's epoch changes. Thread-safe.
 */
public final class MemberSessions {
  /** How long a session lasts at most. */
  public static final Duration LONGEST = Duration.ofDays(14);

  /** How long a session lasts without being used. */
  public static final Duration IDLE = Duration.ofHours(12);

  /**
   * A use is kept when the last one that was kept is older, so that few requests write. A session
   * may end so much earlier than {@link #IDLE} says.
   */
  private static final Duration MARKED = Duration.ofMinutes(30);

  private static final Set<StoreException.Reason> UNWRITABLE =
      Set.of(
          StoreException.Reason.LOCKED,
          StoreException.Reason.READ_ONLY,
          StoreException.Reason.FULL);

  private final Store store;
  private final Clock clock;

  /**
   * @param clock by which sessions end
   */
  public MemberSessions(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * A session as its member may see it.
   *
   * @param began when it was signed in
   * @param used when it was last used, to half an hour
   */
  public record Line(Instant began, Instant used) {}

  private record Found(Member member, Instant used) {}

  /**
   * Begins a session in place of another, and forgets those that ended.
   *
   * @param before the key of the session that it takes the place of, or null
   * @return its key, which is kept nowhere
   */
  public String begin(Member member, @Nullable String before) {
    String key = Secrets.make();
    String now = Moments.now(clock);
    store.write(h -> {
      forgetEnded(h);
      if (before != null) {
        end(h, before);
      }
      return h.execute(
          "INSERT INTO sessions (hash, member_id, member_epoch, began, used) VALUES (?, ?, ?, ?, ?)",
          Tickets.hash(key),
          member.id(),
          member.epoch(),
          now,
          now);
    });
    return key;
  }

  private void forgetEnded(Handle h) {
    h.execute(
        "DELETE FROM sessions WHERE began <= ? OR used <= ? OR NOT EXISTS (SELECT 1 FROM members m"
            + " WHERE m.id = member_id AND m.epoch = member_epoch AND m.state = 'ACTIVE')",
        before(LONGEST),
        before(IDLE));
  }

  private String before(Duration ago) {
    return Moments.text(clock.instant().minus(ago));
  }

  /** Whose session a key is of, as the member is now; empty when it holds no longer. */
  public Optional<Member> member(String key) {
    String hash = Tickets.hash(key);
    Optional<Found> found = store.read(h -> find(h, hash));
    found.filter(f -> f.used().isBefore(clock.instant().minus(MARKED))).ifPresent(f -> mark(hash));
    return found.map(Found::member);
  }

  private Optional<Found> find(Handle h, String hash) {
    return h.select(
            "SELECT "
                + Members.COLUMNS
                + ", used FROM sessions JOIN members ON members.id = member_id AND epoch ="
                + " member_epoch WHERE state = 'ACTIVE' AND hash = ? AND began > ? AND used > ?",
            hash,
            before(LONGEST),
            before(IDLE))
        .map((rs, c) -> new Found(Members.member(rs), Instant.parse(rs.getString("used"))))
        .findOne();
  }

  private void mark(String hash) {
    try {
      store.write(
          h -> h.execute("UPDATE sessions SET used = ? WHERE hash = ?", Moments.now(clock), hash));
    } catch (StoreException e) {
      if (!UNWRITABLE.contains(e.reason())) {
        throw e;
      } // a store that cannot be written now can be read: the session ends earlier, no page is lost
    }
  }

  /** Ends a session. */
  public void end(String key) {
    store.write(h -> end(h, key));
  }

  private static int end(Handle h, String key) {
    return h.execute("DELETE FROM sessions WHERE hash = ?", Tickets.hash(key));
  }

  /** The sessions of a member that hold, the oldest first. */
  public List<Line> of(Member member) {
    return store.read(h ->
        h.select(
                "SELECT began, used FROM sessions WHERE member_id = ? AND member_epoch = ? AND began"
                    + " > ? AND used > ? ORDER BY began, used",
                member.id(),
                member.epoch(),
                before(LONGEST),
                before(IDLE))
            .map(
                (rs, c) -> new Line(Instant.parse(rs.getString(1)), Instant.parse(rs.getString(2))))
            .list());
  }
}
