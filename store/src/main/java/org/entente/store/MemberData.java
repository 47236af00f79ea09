package org.entente.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** What the store knows of one member: to hand it out, and to forget it. Thread-safe. */
public final class MemberData {
  /** What an erased member is called. */
  static final String FORMER = "former member";

  private final Store store;

  public MemberData(Store store) {
    this.store = store;
  }

  /**
   * A report that a member made.
   *
   * @param comment about which
   * @param reason why
   * @param made when
   */
  public record Reported(long comment, String reason, String made) {}

  /** The reports that a member made, oldest first. */
  public List<Reported> reports(Member member) {
    return store.read(h ->
        h.select(
                "SELECT comment_id, reason, made FROM reports WHERE member_id = ? ORDER BY id",
                member.id())
            .map((rs, c) -> new Reported(rs.getLong(1), rs.getString(2), rs.getString(3)))
            .list());
  }

  /**
   * Forgets a member: name, address, password, passkeys, sessions, watches, and all that its
   * comments said. The row and the places of its comments stay, so that answers of others keep
   * theirs. Posts stay.
   *
   * @throws StoreException when no administrator would be left
   */
  public void erase(Member member) {
    store.write(h -> {
      for (Comment comment : CommentRows.all(h, "c.member_id = ?", member.id())) {
        Comments.erase(h, comment);
      }
      h.execute("DELETE FROM passkeys WHERE member_id = ?", member.id());
      h.execute("DELETE FROM tickets WHERE member_id = ?", member.id());
      h.execute("DELETE FROM sessions WHERE member_id = ?", member.id());
      h.execute("DELETE FROM identities WHERE member_id = ?", member.id());
      h.execute(
          "DELETE FROM mails WHERE member_id = ? OR recipient IN (SELECT mail FROM members WHERE id = ?"
              + " AND mail <> '')",
          member.id(),
          member.id());
      Newsletters.forget(h, member.id());
      Newsletters.forgetAuthor(h, member.id());
      Watches.forget(h, member.name());
      h.execute("UPDATE reports SET reason = '' WHERE member_id = ?", member.id());
      forget(h, member);
      if (member.role() == Role.ADMINISTRATOR
          && Members.find(h, "role = ? ORDER BY id LIMIT 1", "ADMINISTRATOR").isEmpty()) {
        throw Comments.refused("a desk needs an administrator; make somebody else one first");
      }
      return true;
    });
  }

  private static void forget(Handle h, Member member) {
    h.execute(
        "UPDATE members SET name = ?, name_key = ?, mail = '', mail_key = '', mail_confirmed = 0,"
            + " password = NULL, state = 'ERASED', role = 'MEMBER', mute_reason = '', epoch = epoch + 1"
            + " WHERE id = ?",
        FORMER,
        "\u0001erased " + member.id(), // no name can hold this
        member.id());
  }
}
