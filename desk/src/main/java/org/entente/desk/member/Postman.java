package org.entente.desk.member;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.entente.desk.Letter;
import org.entente.store.Comment;
import org.entente.store.Comments;
import org.entente.store.Mails;
import org.entente.store.Mails.Waiting;
import org.entente.store.Member;
import org.entente.store.Members;
import org.entente.store.Moderation;
import org.entente.store.Store;

/**
 * Hands over what waits in the outbox, in a thread of its own. A mail about a comment is made when
 * it is handed over, of what the comment says then; one that no longer shows is told to nobody.
 */
public final class Postman implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Postman.class.getName());
  private static final long SECONDS = 30;

  private final Mails mails;
  private final Members members;
  private final Comments comments;
  private final Moderation moderation;
  private final LetterWords words;
  private final News news;
  private final Carrier carrier;
  private final Semaphore work = new Semaphore(0);
  private volatile boolean closed;

  public Postman(Store store, LetterWords words, Carrier carrier) {
    this.mails = new Mails(store);
    this.members = new Members(store);
    this.comments = new Comments(store);
    this.moderation = new Moderation(store);
    this.words = words;
    this.news = new News(store, words);
    this.carrier = carrier;
  }

  /** Begins; ends with {@link #close}. */
  public Postman started() {
    Thread.ofVirtual().name("postman").start(this::run);
    return this;
  }

  /** Something may wait. */
  public void poke() {
    work.release();
  }

  public Carrier carrier() {
    return carrier;
  }

  private void run() {
    while (!closed) {
      try {
        boolean poked = work.tryAcquire(SECONDS, TimeUnit.SECONDS);
        work.drainPermits();
        if (!closed) {
          deliver(Instant.now());
        }
        if (poked) {
          Thread.sleep(50); // several that come together are one round
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "mails could not be handed over", e);
      }
    }
  }

  /** One round: what is due at a moment. */
  public synchronized void deliver(Instant now) {
    List<Waiting> due = mails.due(now);
    Map<Pile, List<Waiting>> digests = new LinkedHashMap<>();
    for (Waiting mail : due) {
      Long member = mail.member();
      if (mail.digest() && member != null) {
        digests
            .computeIfAbsent(new Pile(member, mail.post() != null), p -> new ArrayList<>())
            .add(mail);
      } else {
        carry(List.of(mail), letter(mail, now));
      }
    }
    digests.forEach((pile, waiting) ->
        carry(
            waiting,
            pile.reviews()
                ? news.week(pile.member(), waiting, now)
                : digest(pile.member(), waiting)));
    if (!due.isEmpty()) {
      poke(); // a round takes only some
    }
  }

  /** What is told to a member in one mail: reviews, or answers. */
  private record Pile(long member, boolean reviews) {}

  private Optional<Letter> letter(Waiting mail, Instant now) {
    return mail.post() != null
        ? news.one(mail, now)
        : mail.comment() == null ? own(mail) : about(mail);
  }

  private void carry(List<Waiting> waiting, Optional<Letter> letter) {
    try {
      if (letter.isPresent()) {
        carrier.carry(letter.get());
      }
      mails.done(waiting);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "a mail waits: " + e.getMessage());
      mails.failed(waiting);
    }
  }

  private static Optional<Letter> own(Waiting mail) {
    return Optional.of(new Letter(mail.recipient(), mail.subject(), mail.body(), null));
  }

  private Optional<Letter> about(Waiting mail) {
    return reader(mail.member())
        .flatMap(reader ->
            told(mail)
                .map(comment ->
                    switch (mail.subject()) {
                      case "held" -> words.held(reader, comment);
                      case "reported" ->
                          words.reported(reader, comment, moderation.reports(comment));
                      default -> words.reply(reader, comment);
                    }));
  }

  private Optional<Letter> digest(long member, List<Waiting> waiting) {
    List<Comment> shown = waiting.stream().flatMap(w -> told(w).stream()).toList();
    return shown.isEmpty()
        ? Optional.empty()
        : reader(member).map(reader -> words.digest(reader, shown));
  }

  /** Who still wants it, at an address that is still proved. */
  private Optional<Member> reader(@org.jspecify.annotations.Nullable Long member) {
    return Optional.ofNullable(member)
        .flatMap(members::byId)
        .filter(m -> m.confirmed() && m.notices() != Member.Notices.NONE);
  }

  private Optional<Comment> told(Waiting mail) {
    Long id = mail.comment();
    Optional<Comment> comment = id == null ? Optional.empty() : comments.byId(id);
    return switch (mail.subject()) {
      case "held" -> comment.filter(c -> c.standing().state() == Comment.State.HELD);
      case "reported" -> comment.filter(c -> c.shown() && !moderation.reports(c).isEmpty());
      default -> comment.filter(comments::isVisible);
    };
  }

  @Override
  public void close() {
    closed = true;
    work.release();
  }
}
