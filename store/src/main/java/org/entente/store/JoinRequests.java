package org.entente.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who asked to join and waits for a moderator. Thread-safe. */
public final class JoinRequests {
  /** More than these wait for nobody: a moderator who has that many is being flooded. */
  private static final int MOST = 500;

  /** How long who was let in may take to open the link. */
  private static final Duration WELCOME = Duration.ofDays(7);

  private final Store store;

  public JoinRequests(Store store) {
    this.store = store;
  }

  /**
   * One who asks.
   *
   * @param id its key
   * @param name as it wants to be shown
   * @param mail its address, which nobody proved
   * @param words why
   * @param made when
   */
  public record Request(long id, String name, String mail, String words, Instant made) {}

  /**
   * Somebody who was let in.
   *
   * @param member the account
   * @param ticket signs it in for the first time
   */
  public record Accepted(Member member, String ticket) {}

  /** Keeps a request; one of the same address takes the place of the one before. */
  public void ask(String name, String mail, String words) {
    store.write(h -> {
      h.execute("DELETE FROM requests WHERE LOWER(mail) = ?", Members.mailKey(mail));
      int waiting = h.createQuery("SELECT COUNT(*) FROM requests").mapTo(Integer.class).one();
      if (waiting < MOST) {
        h.execute(
            "INSERT INTO requests (id, name, mail, words, made, state) VALUES (?, ?, ?, ?, ?,"
                + " 'WAITING')",
            new Ids(h).next("requests"),
            Words.clean(name),
            Words.clean(mail),
            Words.clean(words),
            Moments.now(store.clock()));
      }
      return true;
    });
  }

  /** Oldest first. */
  public List<Request> waiting() {
    return store.read(h -> list(h, "1 = 1 ORDER BY id"));
  }

  private static List<Request> list(Handle h, String condition, Object... values) {
    return h.select("SELECT id, name, mail, words, made FROM requests WHERE " + condition, values)
        .map((rs, c) ->
            new Request(
                rs.getLong(1),
                rs.getString(2),
                rs.getString(3),
                rs.getString(4),
                Instant.parse(rs.getString(5))))
        .list();
  }

  /**
   * Makes a member of who asked. Who was let in before and never came in, because the link had
   * ended, gets another.
   *
   * @throws StoreException when there is no such request, or name or address are a member's
   */
  public Accepted accept(Member by, long id) {
    return store.write(h -> {
      Request request = one(h, id);
      Member joined =
          neverCame(h, request)
              .or(() -> add(h, request))
              .orElseThrow(() ->
                  Comments.refused(
                      "a member has this name or address already, or a name that looks like it; refuse"
                          + " the request"));
      h.execute("DELETE FROM requests WHERE id = ?", id);
      Acts.add(h, store.clock(), new Acts.Act(by, "accept", "member", joined.id(), ""));
      String ticket =
          new Tickets(store)
              .make(
                  h,
                  new Tickets.Asked(Tickets.Purpose.SIGN_IN, joined, Role.MEMBER, "", WELCOME, 1));
      return new Accepted(joined, ticket);
    });
  }

  /** The account of who was let in by the same name and address, and has no way to sign in. */
  private static Optional<Member> neverCame(Handle h, Request request) {
    return Members.find(
            h,
            "mail_confirmed = 0 AND password IS NULL AND role = 'MEMBER' AND id NOT IN (SELECT"
                + " member_id FROM passkeys) AND id NOT IN (SELECT member_id FROM identities) AND id"
                + " NOT IN (SELECT member_id FROM sessions) AND name_key = ?",
            Members.key(request.name()))
        .filter(m -> Members.mailKey(m.mail()).equals(Members.mailKey(request.mail())));
  }

  private Optional<Member> add(Handle h, Request request) {
    boolean known =
        Members.find(h, "mail_confirmed = 1 AND mail_key = ?", Members.mailKey(request.mail()))
            .isPresent();
    Members.Joining who = new Members.Joining(request.name(), request.mail(), null);
    return known ? Optional.empty() : new Members(store).add(h, who, Role.MEMBER, false);
  }

  /** Forgets a request. */
  public void refuse(Member by, long id) {
    store.write(h -> {
      one(h, id);
      h.execute("DELETE FROM requests WHERE id = ?", id);
      Acts.add(h, store.clock(), new Acts.Act(by, "refuse", "request", id, ""));
      return true;
    });
  }

  private static Request one(Handle h, long id) {
    return list(h, "id = ?", id).stream()
        .findFirst()
        .orElseThrow(
            () -> new StoreException(StoreException.Reason.UNKNOWN, "there is no such request"));
  }
}
