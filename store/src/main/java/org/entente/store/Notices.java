package org.entente.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.Handle;

/** Puts mails about a comment into the outbox, in the transaction that made it show or wait. */
final class Notices {
  /** When the digest of a day goes out, in hours of UTC. */
  private static final int DIGEST_HOUR = 6;

  private Notices() {}

  static void about(Handle h, Clock clock, Comment comment) {
    Instant now = clock.instant();
    if (comment.standing().state() == Comment.State.HELD) {
      moderators(h, comment, "held", now);
    } else if (comment.parent() != null && CommentRows.isVisible(h, comment)) {
      CommentRows.find(h, comment.parent())
          .filter(p -> p.member() != comment.member())
          .flatMap(p ->
              Members.find(h, "mail_confirmed = 1 AND notices <> 'NONE' AND id = ?", p.member()))
          .ifPresent(m -> {
            boolean digest = m.notices() == Member.Notices.DIGEST;
            Mails.about(
                h,
                new Mails.About(m.id(), comment.id(), "reply", digest),
                now,
                digest ? nextDigest(now) : now);
          });
    }
  }

  /** Somebody reported a comment; of several reports before the first is mailed, one mail tells. */
  static void reported(Handle h, Clock clock, Comment comment) {
    boolean waits =
        h.select(
                    "SELECT COUNT(*) FROM mails WHERE comment_id = ? AND subject = 'reported' AND state ="
                        + " 'WAITING'",
                    comment.id())
                .mapTo(Integer.class)
                .one()
            > 0;
    if (!waits) {
      moderators(h, comment, "reported", clock.instant());
    }
  }

  private static void moderators(Handle h, Comment comment, String kind, Instant now) {
    h.createQuery(
            "SELECT id FROM members WHERE state = 'ACTIVE' AND mail_confirmed = 1 AND notices <> 'NONE'"
                + " AND role IN ('MODERATOR', 'ADMINISTRATOR')")
        .mapTo(Long.class)
        .forEach(m -> Mails.about(h, new Mails.About(m, comment.id(), kind, false), now, now));
  }

  static Instant nextDigest(Instant now) {
    Instant today = now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(DIGEST_HOUR));
    return today.isAfter(now) ? today : today.plus(Duration.ofDays(1));
  }
}
