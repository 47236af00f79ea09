package org.entente.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Whether the mails of a watch may go to its address: the owner's own, if that is proved, needs
 * nothing more; who reads any other must agree by a link. A link is 256 random bits, of which the
 * store keeps the SHA-256; it holds once, until it ends or the watch has another address or a newer
 * link. Thread-safe: of two who use a link at once, one does.
 */
public final class WatchMails {
  private final Store store;

  public WatchMails(Store store) {
    this.store = store;
  }

  /** Whether mails of a watch go out as it stands now. */
  public boolean may(StoredWatch watch) {
    String mail = watch.to().mail();
    return !mail.isEmpty() && (watch.to().proved() || isOwn(watch.owner(), mail));
  }

  /** Whether an address is the member's own, and proved. */
  public boolean isOwn(String member, String mail) {
    return store.read(h ->
        h.select(
                "SELECT 1 FROM members WHERE state = 'ACTIVE' AND mail_confirmed = 1 AND name_key = ?"
                    + " AND mail_key = ?",
                Members.key(member),
                Members.mailKey(mail))
            .mapTo(Integer.class)
            .findOne()
            .isPresent());
  }

  /**
   * Makes the link that is to be mailed to the address of a watch; an earlier one ends.
   *
   * @param lasts how long it holds
   * @return its secret, which is kept nowhere; empty when the watch has another address meanwhile
   */
  public Optional<String> ask(StoredWatch watch, Duration lasts) {
    String secret = Secrets.make();
    int changed =
        store.write(h ->
            h.execute(
                "UPDATE watches SET proof_hash = ?, proof_ends = ? WHERE id = ? AND mail = ?",
                Tickets.hash(secret),
                Moments.text(store.clock().instant().plus(lasts)),
                watch.id(),
                watch.to().mail()));
    return changed == 1 ? Optional.of(secret) : Optional.empty();
  }

  /** Until when the link holds that was mailed for a watch; empty when none holds. */
  public Optional<Instant> until(StoredWatch watch) {
    return store
        .read(h ->
            h.select(
                    "SELECT proof_ends FROM watches WHERE id = ? AND proof_ends > ?",
                    watch.id(),
                    Moments.now(store.clock()))
                .mapTo(String.class)
                .findOne())
        .map(Instant::parse);
  }

  /** Whether a link holds, without using it. */
  public boolean holds(String secret) {
    return store.read(h ->
        h.select(
                "SELECT 1 FROM watches WHERE proof_hash = ? AND proof_ends > ?",
                Tickets.hash(secret),
                Moments.now(store.clock()))
            .mapTo(Integer.class)
            .findOne()
            .isPresent());
  }

  /** Uses a link: from now on mails go to the address. Gives whether it held. */
  public boolean agree(String secret) {
    return store.write(h ->
        h.execute(
            "UPDATE watches SET mail_proved = 1, proof_hash = NULL, proof_ends = NULL WHERE"
                + " proof_hash = ? AND proof_ends > ? AND mail <> ''",
            Tickets.hash(secret),
            Moments.now(store.clock())))
        == 1;
  }

  /** Another address, to which nobody agreed yet; empty for none. */
  static int set(Handle h, long watch, String mail) {
    return h.execute(
        "UPDATE watches SET mail = ?, mail_proved = 0, proof_hash = NULL, proof_ends = NULL WHERE id ="
            + " ?",
        Words.clean(mail),
        watch);
  }
}
