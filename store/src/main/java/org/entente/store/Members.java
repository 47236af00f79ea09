package org.entente.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of a desk. Passwords come and go as hashes only. Thread-safe; what returned stays
 * through a killed process.
 */
public final class Members {
  static final String COLUMNS =
      "id, name, mail, mail_confirmed, role, trusted, muted_until, mute_reason, notices, epoch, joined";
  private static final String SELECT =
      "SELECT " + COLUMNS + " FROM members WHERE state = 'ACTIVE' AND ";

  private final Store store;

  public Members(Store store) {
    this.store = store;
  }

  /**
   * Who wants an account.
   *
   * @param name as shown, 2 to 40 characters
   * @param mail an address that nobody confirmed yet
   * @param password its hash, or null for somebody who signs in otherwise
   */
  public record Joining(String name, String mail, @Nullable String password) {
    public Joining {
      name = Normalizer.normalize(name, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
      mail = mail.strip();
    }
  }

  /** Makes an account; empty when the name is another's, or looks like it. */
  public Optional<Member> add(Joining who, Role role) {
    return store.write(h -> add(h, who, role, false));
  }

  Optional<Member> add(Handle h, Joining who, Role role, boolean confirmed) {
    if (taken(h, who.name())) {
      return Optional.empty();
    }
    long id = new Ids(h).next("members");
    h.createUpdate(
            "INSERT INTO members (id, name, name_key, mail, mail_key, mail_confirmed, password,"
                + " user_handle, role, state, trusted, mute_reason, notices, epoch, joined) VALUES"
                + " (:id, :name, :key, :mail, :mailKey, :confirmed, :password, :handle, :role,"
                + " 'ACTIVE', 0, '', 'EACH', 0, :now)")
        .bind("id", id)
        .bind("name", Words.clean(who.name()))
        .bind("key", key(who.name()))
        .bind("mail", Words.clean(who.mail()))
        .bind("mailKey", mailKey(who.mail()))
        .bind("confirmed", confirmed ? 1 : 0)
        .bind("password", who.password())
        .bind("handle", UUID.randomUUID().toString())
        .bind("role", role)
        .bind("now", Moments.now(store.clock()))
        .execute();
    return find(h, "id = ?", id);
  }

  /** Nobody takes a name that readers would take for another's, or for an erased member. */
  private static boolean taken(Handle h, String name) {
    String shape = LookAlikes.shape(name);
    return shape.equals(LookAlikes.shape(MemberData.FORMER))
        || h
            .createQuery("SELECT name, name_key FROM members")
            .map((rs, c) ->
                rs.getString(2).equals(key(name))
                    || LookAlikes.shape(rs.getString(1)).equals(shape))
            .stream()
            .anyMatch(same -> same);
  }

  /** An account that is not erased. */
  public Optional<Member> byId(long id) {
    return store.read(h -> find(h, "id = ?", id));
  }

  /** By the number that a passkey carries in place of a name. */
  public Optional<Member> byHandle(String handle) {
    return store.read(h -> find(h, "user_handle = ?", handle));
  }

  /** The number that a passkey carries in place of a name. */
  public String handle(Member member) {
    return store.read(h ->
        h.select("SELECT user_handle FROM members WHERE id = ?", member.id())
            .mapTo(String.class)
            .one());
  }

  /** By name, or by an address that was confirmed. */
  public Optional<Member> bySignIn(String nameOrMail) {
    return store.read(h ->
        find(h, "name_key = ?", key(nameOrMail))
            .or(() -> find(h, "mail_confirmed = 1 AND mail_key = ?", mailKey(nameOrMail))));
  }

  /** By an address that was confirmed. */
  public Optional<Member> byMail(String mail) {
    return store.read(h -> find(h, "mail_confirmed = 1 AND mail_key = ?", mailKey(mail)));
  }

  /** The hash of a member's password, if it has one. */
  public Optional<String> password(Member member) {
    return store.read(h ->
        h.select("SELECT password FROM members WHERE id = ? AND password IS NOT NULL", member.id())
            .mapTo(String.class)
            .findOne());
  }

  /** All, by name. */
  public List<Member> all() {
    return store.read(
        h -> h.createQuery(SELECT + "1 = 1 ORDER BY name_key").map((rs, c) -> member(rs)).list());
  }

  public boolean anyAdministrator() {
    return store.read(h -> find(h, "role = ? ORDER BY id LIMIT 1", "ADMINISTRATOR").isPresent());
  }

  /** A new password ends all sessions but the one that is begun anew. */
  public Member setPassword(Member member, String hash) {
    return change(member, "password = ?, epoch = epoch + 1", hash);
  }

  /** Ends all sessions of a member. */
  public Member endSessions(Member member) {
    return change(member, "epoch = epoch + ?", 1);
  }

  public Member setNotices(Member member, Member.Notices notices) {
    return change(member, "notices = ?", notices.name());
  }

  /** Another address, which binds nobody until it is proved. */
  public Member setMail(Member member, String mail) {
    return store.write(h -> {
      h.execute(
          "UPDATE members SET mail = ?, mail_key = ?, mail_confirmed = 0 WHERE id = ?",
          Words.clean(mail.strip()),
          mailKey(mail),
          member.id());
      h.execute(
          "DELETE FROM tickets WHERE member_id = ? AND purpose IN ('CONFIRM', 'SIGN_IN')",
          member.id());
      return find(h, "id = ?", member.id()).orElse(member);
    });
  }

  private Member change(Member member, String set, Object value) {
    return store.write(h -> {
      h.execute("UPDATE members SET " + set + " WHERE id = ?", value, member.id());
      return find(h, "id = ?", member.id()).orElse(member);
    });
  }

  /** Gives another role, by an administrator; refused where none would be left. */
  public void setRole(Member by, Member member, Role role) {
    store.write(h -> {
      h.execute("UPDATE members SET role = ? WHERE id = ?", role.name(), member.id());
      if (find(h, "role = ? ORDER BY id LIMIT 1", "ADMINISTRATOR").isEmpty()) {
        throw new StoreException(
            StoreException.Reason.REFUSED,
            "a desk needs an administrator; make somebody else one first");
      }
      Acts.add(
          h, store.clock(), new Acts.Act(by, "role " + role.word(), "member", member.id(), ""));
      return true;
    });
  }

  /** Lets a member not comment for a while; a moment that is past lets it again. */
  public void mute(Member by, Member member, Instant until, String reason) {
    store.write(h -> {
      h.execute(
          "UPDATE members SET muted_until = ?, mute_reason = ? WHERE id = ?",
          Moments.text(until),
          Words.clean(reason),
          member.id());
      String act = until.isAfter(store.clock().instant()) ? "mute" : "unmute";
      Acts.add(h, store.clock(), new Acts.Act(by, act, "member", member.id(), reason));
      return true;
    });
  }

  static Optional<Member> find(Handle h, String condition, Object value) {
    return h.select(SELECT + condition, value).map((rs, c) -> member(rs)).findOne();
  }

  static Member member(ResultSet rs) throws SQLException {
    Instant muted = Moments.moment(rs.getString("muted_until"));
    return new Member(
        rs.getLong("id"),
        rs.getString("name"),
        rs.getString("mail"),
        rs.getInt("mail_confirmed") == 1,
        Role.valueOf(rs.getString("role")),
        rs.getInt("trusted") == 1,
        muted == null ? null : new Member.Mute(muted, rs.getString("mute_reason")),
        Member.Notices.valueOf(rs.getString("notices")),
        rs.getInt("epoch"),
        Instant.parse(rs.getString("joined")));
  }

  /** Names that look alike but for case, width or spaces are one. */
  static String key(String name) {
    return Normalizer.normalize(Words.clean(name), Normalizer.Form.NFKC)
        .strip()
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }

  static String mailKey(String mail) {
    return Words.clean(mail).strip().toLowerCase(Locale.ROOT);
  }
}
