package org.entente.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The public halves of members' passkeys. Thread-safe. */
public final class Passkeys {
  private static final String SELECT =
      "SELECT id, member_id, label, record, made, used FROM passkeys WHERE ";

  private final Store store;

  public Passkeys(Store store) {
    this.store = store;
  }

  /**
   * One passkey.
   *
   * @param id as its device names it
   * @param member whose
   * @param label as the member calls it
   * @param record the public key and its counter, as whoever checks it needs them
   * @param made when it was made
   * @param used when it was last used
   */
  public record Kept(
      String id,
      long member,
      String label,
      String record,
      java.time.Instant made,
      java.time.Instant used) {}

  /** Keeps a passkey, or what has changed of one; it never changes its member. */
  public void save(Kept passkey) {
    store.write(h -> {
      boolean known =
          h.execute(
                  "UPDATE passkeys SET record = ?, used = ? WHERE id = ? AND member_id = ?",
                  passkey.record(),
                  Moments.text(passkey.used()),
                  passkey.id(),
                  passkey.member())
              > 0;
      if (!known) {
        insert(h, passkey);
      }
      return true;
    });
  }

  private static void insert(Handle h, Kept passkey) {
    h.execute(
        "INSERT INTO passkeys (id, member_id, label, record, made, used) VALUES (?, ?, ?, ?, ?, ?)",
        passkey.id(),
        passkey.member(),
        Words.clean(passkey.label()),
        passkey.record(),
        Moments.text(passkey.made()),
        Moments.text(passkey.used()));
  }

  public Optional<Kept> byId(String id) {
    return list("id = ?", id).stream().findFirst();
  }

  /** Oldest first. */
  public List<Kept> of(Member member) {
    return list("member_id = ? ORDER BY made, id", member.id());
  }

  private List<Kept> list(String condition, Object value) {
    return store.read(h ->
        h.select(SELECT + condition, value)
            .map((rs, c) ->
                new Kept(
                    rs.getString("id"),
                    rs.getLong("member_id"),
                    rs.getString("label"),
                    rs.getString("record"),
                    java.time.Instant.parse(rs.getString("made")),
                    java.time.Instant.parse(rs.getString("used"))))
            .list());
  }

  /** Forgets one of a member's own; false when it has none of that name. */
  public boolean delete(Member member, String id) {
    return store.write(
        h -> h.execute("DELETE FROM passkeys WHERE id = ? AND member_id = ?", id, member.id()) > 0);
  }
}
