package org.entente.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * By whose word else members sign in: an issuer of OpenID Connect and the subject that stands for a
 * member there. A subject is one member's, a member has one subject at an issuer. Thread-safe.
 */
public final class Identities {
  private final Store store;

  public Identities(Store store) {
    this.store = store;
  }

  /**
   * Somebody at an issuer.
   *
   * @param issuer its address, as its tokens have it
   * @param subject who, as the issuer has it
   */
  public record Identity(String issuer, String subject) {}

  /**
   * One that is linked.
   *
   * @param issuer whose word it is
   * @param subject who
   * @param made when it was linked
   */
  public record Line(String issuer, String subject, Instant made) {}

  /** Who is somebody at an issuer; empty when nobody linked it. */
  public Optional<Member> member(Identity who) {
    return store.read(h -> owner(h, who).flatMap(id -> Members.find(h, "id = ?", id)));
  }

  private static Optional<Long> owner(Handle h, Identity who) {
    return h.select(
            "SELECT member_id FROM identities WHERE issuer = ? AND subject = ?",
            Words.clean(who.issuer()),
            Words.clean(who.subject()))
        .mapTo(Long.class)
        .findOne();
  }

  /**
   * Links somebody at an issuer to a member, in place of whom it had there.
   *
   * @return false when another member has it
   */
  public boolean link(Member member, Identity who) {
    String issuer = Words.clean(who.issuer());
    String subject = Words.clean(who.subject());
    return store.write(h -> {
      Optional<Long> owner = owner(h, who);
      if (owner.isPresent()) {
        return owner.get() == member.id();
      }
      h.execute("DELETE FROM identities WHERE issuer = ? AND member_id = ?", issuer, member.id());
      h.execute(
          "INSERT INTO identities (issuer, subject, member_id, made) VALUES (?, ?, ?, ?)",
          issuer,
          subject,
          member.id(),
          Moments.now(store.clock()));
      return true;
    });
  }

  /** Ends what was linked at an issuer. */
  public void unlink(Member member, String issuer) {
    store.write(h ->
        h.execute(
            "DELETE FROM identities WHERE issuer = ? AND member_id = ?", issuer, member.id()));
  }

  /** All that a member linked, by issuer. */
  public List<Line> of(Member member) {
    return store.read(h ->
        h.select(
                "SELECT issuer, subject, made FROM identities WHERE member_id = ? ORDER BY issuer",
                member.id())
            .map((rs, c) ->
                new Line(rs.getString(1), rs.getString(2), Instant.parse(rs.getString(3))))
            .list());
  }
}
