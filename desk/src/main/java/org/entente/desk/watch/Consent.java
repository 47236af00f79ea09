package org.entente.desk.watch;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.entente.desk.RateLimits;
import org.entente.desk.RateLimits.Limit;
import org.entente.desk.Site;
import org.entente.store.Mails;
import org.entente.store.Store;
import org.entente.store.StoredWatch;
import org.entente.store.WatchMails;

/**
 * Asks whoever reads an address that is not a member's own whether it wants the mails of a watch.
 * The mail is the same for every watch and holds no word that a member wrote, so that nobody can
 * send strangers words of theirs through it. Thread-safe.
 */
public final class Consent {
  private static final Duration LASTS = Duration.ofDays(3);

  private final WatchMails watchMails;
  private final Mails mails;
  private final Site site;
  private final RateLimits limits;
  private final Runnable poke;

  /**
   * @param poke says that a mail waits
   */
  public Consent(Store store, Site site, RateLimits limits, Runnable poke) {
    this.watchMails = new WatchMails(store);
    this.mails = new Mails(store);
    this.site = site;
    this.limits = limits;
    this.poke = poke;
  }

  /** Whether somebody must agree before mails of a member's watch go to an address. */
  boolean isNeeded(String member, String mail) {
    return !mail.isEmpty() && !watchMails.isOwn(member, mail);
  }

  /**
   * Counts that somebody is asked, before anything is done.
   *
   * @throws org.entente.desk.Fault when the member asked too often, or the address was
   */
  void count(String member, String mail) {
    limits.count(Limit.MAIL_MACHINE, "watches of " + member);
    limits.count(Limit.MAIL_STRANGER, mail.toLowerCase(Locale.ROOT));
  }

  /** Puts the mail with the link into the outbox. */
  void ask(StoredWatch watch) {
    watchMails
        .ask(watch, LASTS)
        .ifPresent(secret -> {
          mails.send(watch.to().mail(), "Do you want mails of a watch?", words(secret));
          poke.run();
        });
  }

  private String words(String secret) {
    return "A member of "
        + site.address()
        + " asks that what a watch finds there be mailed to this address. If you want that, open"
        + " this within three days and press the button:\n\n"
        + site.link("/confirm/watch/" + secret)
        + "\n\nIf you do not, nothing needs to be done: no mail of the watch is sent to you.\n";
  }

  boolean holds(String secret) {
    return watchMails.holds(secret);
  }

  boolean agree(String secret) {
    return watchMails.agree(secret);
  }

  /** How mails to the address of a watch stand: empty when they go out, or there is no address. */
  Optional<Waiting> waiting(StoredWatch watch) {
    return watch.to().mail().isEmpty() || watchMails.may(watch)
        ? Optional.empty()
        : Optional.of(new Waiting(watchMails.until(watch).orElse(null)));
  }
}
