package org.entente.store;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The outbox: mails that wait to be handed over, so that a killed desk forgets none. Thread-safe.
 */
public final class Mails {
  /** A server that refuses a mail this often will go on doing so. */
  private static final int TRIES = 6;

  /** So many mails, and digests of so many members, are one round. */
  private static final int AT_ONCE = 200;

  private final Store store;

  public Mails(Store store) {
    this.store = store;
  }

  /**
   * A mail that waits.
   *
   * @param id its key
   * @param recipient the address
   * @param subject for a mail of its own; "reply", "held" or "reported" for one about a comment,
   *     "post" for one about a review
   * @param body for a mail of its own
   * @param member who gets it, null for somebody without an account
   * @param comment what it is about, or null
   * @param post the review that it is about, or null
   * @param digest whether it is told together with others
   */
  public record Waiting(
      long id,
      String recipient,
      String subject,
      String body,
      @Nullable Long member,
      @Nullable Long comment,
      @Nullable Long post,
      boolean digest) {}

  record About(long member, long comment, String kind, boolean digest) {}

  /** Puts a mail of its own into the outbox. */
  public void send(String recipient, String subject, String body) {
    store.write(h -> {
      insert(h, new Waiting(0, recipient, subject, body, null, null, null, false), moments());
      return true;
    });
  }

  private Instant[] moments() {
    Instant now = store.clock().instant();
    return new Instant[] {now, now};
  }

  static void about(Handle h, About about, Instant made, Instant due) {
    String mail = address(h, about.member());
    insert(
        h,
        new Waiting(
            0, mail, about.kind(), "", about.member(), about.comment(), null, about.digest()),
        new Instant[] {made, due});
  }

  static void news(Handle h, long member, Post post, boolean digest, Instant made, Instant due) {
    insert(
        h,
        new Waiting(0, address(h, member), "post", "", member, null, post.id(), digest),
        new Instant[] {made, due});
  }

  private static String address(Handle h, long member) {
    return h.select("SELECT mail FROM members WHERE id = ?", member).mapTo(String.class).one();
  }

  private static void insert(Handle h, Waiting mail, Instant[] moments) {
    h.execute(
        "INSERT INTO mails (id, recipient, subject, body, unsubscribe, made, due, tries, state,"
            + " member_id, comment_id, post_id, digest) VALUES (?, ?, ?, ?, '', ?, ?, 0, 'WAITING', ?, ?,"
            + " ?, ?)",
        new Ids(h).next("mails"),
        Words.clean(mail.recipient()),
        Words.clean(mail.subject()),
        Words.clean(mail.body()),
        Moments.text(moments[0]),
        Moments.text(moments[1]),
        mail.member(),
        mail.comment(),
        mail.post(),
        mail.digest() ? 1 : 0);
  }

  /** Some that are due at a moment, oldest first; of a member's digest either all or none. */
  public List<Waiting> due(Instant now) {
    String due = "state = 'WAITING' AND due <= ?";
    String moment = Moments.text(now);
    return store.read(h -> {
      List<Waiting> waiting =
          new ArrayList<>(list(h, due + " AND digest = 0 ORDER BY id LIMIT " + AT_ONCE, moment));
      waiting.addAll(
          list(
              h,
              due
                  + " AND digest = 1 AND member_id IN (SELECT DISTINCT member_id FROM mails WHERE "
                  + due
                  + " AND digest = 1 ORDER BY member_id LIMIT "
                  + AT_ONCE
                  + ") ORDER BY id",
              moment,
              moment));
      return waiting;
    });
  }

  private static List<Waiting> list(Handle h, String condition, Object... values) {
    return h.select(
            "SELECT id, recipient, subject, body, member_id, comment_id, post_id, digest FROM mails"
                + " WHERE "
                + condition,
            values)
        .map((rs, c) ->
            new Waiting(
                rs.getLong("id"),
                rs.getString("recipient"),
                rs.getString("subject"),
                rs.getString("body"),
                Columns.number(rs, "member_id"),
                Columns.number(rs, "comment_id"),
                Columns.number(rs, "post_id"),
                rs.getInt("digest") == 1))
        .list();
  }

  /** They were handed over, or nobody needs them any more; what they said is forgotten. */
  public void done(List<Waiting> mails) {
    store.write(h -> {
      mails.forEach(m -> h.execute("DELETE FROM mails WHERE id = ?", m.id()));
      return true;
    });
  }

  /**
   * They could not be handed over; tried again later, each time after twice as long. Those that
   * went meanwhile, as those of somebody who was erased, stay away.
   */
  public void failed(List<Waiting> mails) {
    Instant now = store.clock().instant();
    store.write(h -> {
      for (Waiting mail : mails) {
        int tries =
            h.select("SELECT tries FROM mails WHERE id = ?", mail.id())
                .mapTo(Integer.class)
                .findOne()
                .orElse(0);
        h.execute(
            "UPDATE mails SET tries = ?, due = ?, state = ? WHERE id = ?",
            tries + 1,
            Moments.text(now.plus(Duration.ofMinutes(1L << Math.min(tries, 10)))),
            tries + 1 >= TRIES ? "FAILED" : "WAITING",
            mail.id());
      }
      return true;
    });
  }

  /** Which mails an address in a mail ends. */
  public enum Kind {
    /** Mails about comments. */
    NOTICES("unsubscribe"),
    /** Reviews by mail. */
    REVIEWS("reviews");

    private final String signed;

    Kind(String signed) {
      this.signed = signed;
    }
  }

  /**
   * What was ended.
   *
   * @param member whose mails
   * @param kind which
   */
  public record Ended(Member member, Kind kind) {}

  /** What stands in the address by which a member ends mails, without signing in. */
  public String unsubscribing(long member, Kind kind) {
    String number = kind == Kind.REVIEWS ? "r" + member : "" + member;
    return number + "." + signature(kind.signed + " " + member);
  }

  /** Which mails an address of that look ends; its signature is not looked at. */
  public static Kind kind(String token) {
    return token.startsWith("r") ? Kind.REVIEWS : Kind.NOTICES;
  }

  /** Ends the mails that the address names; empty when it names none. */
  public Optional<Ended> unsubscribe(String token) {
    Kind kind = kind(token);
    int dot = token.indexOf('.');
    String number = dot < 1 ? "" : token.substring(kind == Kind.REVIEWS ? 1 : 0, dot);
    if (!number.matches("[0-9]{1,18}")) {
      return Optional.empty();
    }
    long id = Long.parseLong(number);
    byte[] right = unsubscribing(id, kind).getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(right, token.getBytes(StandardCharsets.UTF_8))) {
      return Optional.empty();
    }
    Optional<Member> member = new Members(store).byId(id);
    member.ifPresent(m -> {
      if (kind == Kind.REVIEWS) {
        new Newsletters(store).choose(m, null);
      } else {
        new Members(store).setNotices(m, Member.Notices.NONE);
      }
    });
    return member.map(m -> new Ended(m, kind));
  }

  private String signature(String words) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key(), "HmacSHA256"));
      byte[] signed = mac.doFinal(words.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] key() {
    Optional<String> known = store.read(Mails::key);
    String secret =
        known.orElseGet(() ->
            store.write(h ->
                key(h)
                    .orElseGet(() -> {
                      byte[] bits = new byte[32];
                      new SecureRandom().nextBytes(bits);
                      String made = Base64.getEncoder().encodeToString(bits);
                      h.execute("INSERT INTO desk_keys (name, secret) VALUES ('mail', ?)", made);
                      return made;
                    })));
    return Base64.getDecoder().decode(secret);
  }

  private static Optional<String> key(Handle h) {
    return h.createQuery("SELECT secret FROM desk_keys WHERE name = 'mail'")
        .mapTo(String.class)
        .findOne();
  }
}
