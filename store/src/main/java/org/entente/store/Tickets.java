package org.entente.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Links that let somebody in: an invitation, a sign-in by mail, the proof of an address. A ticket
 * is 256 random bits; the store keeps its SHA-256 only. Thread-safe: of two who use the last use at
 * once, one gets in.
 */
public final class Tickets {
  private final Store store;

  public Tickets(Store store) {
    this.store = store;
  }

  /** What a ticket is for. */
  public enum Purpose {
    /** To join, with a role. */
    INVITATION,
    /** To become the first administrator; ends when there is one. */
    FIRST,
    /** To sign in once; proves the address too. */
    SIGN_IN,
    /** To prove an address. */
    CONFIRM
  }

  /**
   * A ticket to be made.
   *
   * @param purpose what it is for
   * @param member whose, null for an invitation
   * @param role what who joins with it becomes
   * @param note for whom, as the inviting person wrote it
   * @param lasts how long
   * @param uses how often
   */
  public record Asked(
      Purpose purpose, @Nullable Member member, Role role, String note, Duration lasts, int uses) {
    public Asked {
      if (uses < 1 || uses > 1000) {
        throw new IllegalArgumentException("a ticket has 1 to 1000 uses, not " + uses);
      }
    }
  }

  /**
   * A ticket that holds.
   *
   * @param purpose what it is for
   * @param member whose key, null for an invitation
   * @param role what who joins with it becomes
   * @param note for whom
   * @param ends when it no longer holds
   */
  public record Ticket(
      Purpose purpose, @Nullable Long member, Role role, String note, Instant ends) {}

  /** Makes a ticket and gives its secret, which is kept nowhere. */
  public String make(Asked asked) {
    return store.write(h -> make(h, asked));
  }

  /** Makes an invitation, and keeps who made it. */
  public String invite(Member by, Asked asked) {
    return store.write(h -> {
      Acts.add(
          h,
          store.clock(),
          new Acts.Act(by, "invite " + asked.role().word(), "invitation", 0, asked.note()));
      return make(h, asked);
    });
  }

  /**
   * An invitation that holds.
   *
   * @param hash of its secret, by which it is taken back; nobody joins by it
   * @param role what who joins with it becomes
   * @param note for whom, as the inviting person wrote it
   * @param ends when it no longer holds
   * @param uses how many may still join
   */
  public record Invitation(String hash, Role role, String note, Instant ends, int uses) {}

  /** The invitations that hold, the one that ends first before the others. */
  public List<Invitation> invitations() {
    return store.read(h -> invitations(h, ""));
  }

  /** Of all, or of one by its hash. */
  private List<Invitation> invitations(Handle h, String hash) {
    return h.select(
            "SELECT hash, role, note, ends, uses FROM tickets WHERE purpose = 'INVITATION' AND ends > ?"
                + " AND uses > 0 AND ? IN ('', hash) ORDER BY ends, hash",
            Moments.now(store.clock()),
            hash)
        .map((rs, c) ->
            new Invitation(
                rs.getString(1),
                Role.valueOf(rs.getString(2)),
                rs.getString(3),
                Instant.parse(rs.getString(4)),
                rs.getInt(5)))
        .list();
  }

  /**
   * Ends an invitation, and keeps who did.
   *
   * @throws StoreException when it does not hold, or makes more than a member and somebody else
   *     than an administrator takes it back
   */
  public void takeBack(Member by, String hash) {
    store.write(h -> {
      Invitation one =
          invitations(h, hash).stream()
              .filter(i -> i.hash().equals(hash))
              .findFirst()
              .orElseThrow(() ->
                  new StoreException(
                      StoreException.Reason.UNKNOWN, "this invitation was used or has ended"));
      if (one.role() != Role.MEMBER && !by.may(Role.ADMINISTRATOR)) {
        throw Comments.refused(
            "only an administrator takes back an invitation to more than member");
      }
      h.execute("DELETE FROM tickets WHERE hash = ?", hash);
      Acts.add(
          h,
          store.clock(),
          new Acts.Act(by, "take back invite " + one.role().word(), "invitation", 0, one.note()));
      return true;
    });
  }

  String make(Handle h, Asked asked) {
    String secret = Secrets.make();
    Instant now = store.clock().instant();
    h.execute("DELETE FROM tickets WHERE ends < ?", Moments.text(now));
    if (asked.purpose() == Purpose.FIRST) {
      h.execute("DELETE FROM tickets WHERE purpose = 'FIRST'");
    }
    h.execute(
        "INSERT INTO tickets (hash, purpose, member_id, role, note, made, ends, uses) VALUES (?, ?, ?,"
            + " ?, ?, ?, ?, ?)",
        hash(secret),
        asked.purpose().name(),
        asked.member() == null ? null : asked.member().id(),
        asked.role().name(),
        Words.clean(asked.note()),
        Moments.text(now),
        Moments.text(now.plus(asked.lasts())),
        asked.uses());
    return secret;
  }

  /** Looks at a ticket without using it; empty when it does not hold. */
  public Optional<Ticket> look(String secret, Purpose purpose) {
    return store.read(h -> look(h, secret, purpose));
  }

  private Optional<Ticket> look(Handle h, String secret, Purpose purpose) {
    return h.select(
            "SELECT purpose, member_id, role, note, ends FROM tickets WHERE hash = ? AND purpose = ?"
                + " AND ends > ? AND uses > 0",
            hash(secret),
            purpose.name(),
            Moments.now(store.clock()))
        .map((rs, c) ->
            new Ticket(
                Purpose.valueOf(rs.getString("purpose")),
                Columns.number(rs, "member_id"),
                Role.valueOf(rs.getString("role")),
                rs.getString("note"),
                Instant.parse(rs.getString("ends"))))
        .findOne();
  }

  /** Takes one use of a ticket, inside the transaction that acts on it. */
  Optional<Ticket> use(Handle h, String secret, Purpose purpose) {
    Optional<Ticket> found = look(h, secret, purpose);
    if (found.isPresent()) {
      h.execute("UPDATE tickets SET uses = uses - 1 WHERE hash = ?", hash(secret));
    }
    return found;
  }

  /**
   * Signs in by a link from a mail, which also proves the address.
   *
   * @return empty when the ticket does not hold, or the address was proved by another meanwhile
   */
  public Optional<Member> signIn(String secret) {
    return store.write(h -> use(h, secret, Purpose.SIGN_IN).flatMap(t -> proved(h, t)));
  }

  /** Proves an address; empty when the ticket does not hold. */
  public Optional<Member> confirm(String secret) {
    return store.write(h -> use(h, secret, Purpose.CONFIRM).flatMap(t -> proved(h, t)));
  }

  private static Optional<Member> proved(Handle h, Ticket ticket) {
    Long id = ticket.member();
    if (id == null) {
      return Optional.empty();
    }
    h.execute(
        "UPDATE members SET mail_confirmed = 1 WHERE id = ? AND state = 'ACTIVE' AND mail_key NOT IN"
            + " (SELECT mail_key FROM members WHERE mail_confirmed = 1)",
        id);
    return Members.find(h, "mail_confirmed = 1 AND id = ?", id);
  }

  /**
   * Joins by an invitation, in one step with its use.
   *
   * @return empty when the name is another's; the ticket is not used then
   * @throws StoreException when the ticket does not hold
   */
  public Optional<Member> join(String secret, Purpose purpose, Members.Joining who) {
    Members members = new Members(store);
    return store.write(h -> {
      Ticket ticket =
          look(h, secret, purpose)
              .orElseThrow(() ->
                  new StoreException(
                      StoreException.Reason.REFUSED,
                      "this invitation was used or has ended; ask for another"));
      Optional<Member> joined = members.add(h, who, ticket.role(), false);
      if (joined.isPresent()) {
        use(h, secret, purpose);
        if (purpose == Purpose.FIRST) {
          h.execute("DELETE FROM tickets WHERE purpose = 'FIRST'");
        }
      }
      return joined;
    });
  }

  static String hash(String secret) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
