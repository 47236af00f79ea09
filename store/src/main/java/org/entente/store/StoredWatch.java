package org.entente.store;

import java.time.Instant;
import java.util.List;
import org.entente.relation.ActorKey;

/**
 * A saved view, and where what it finds is sent.
 *
 * @param id its key
 * @param name as its owner calls it
 * @param view what it looks for; its limit and offset mean nothing
 * @param rare whether it also tells of weeks that are rare for its two actors
 * @param owner who made it
 * @param made when
 * @param token opens its feeds; nobody can guess it
 * @param to who is told
 * @param last the newest document that it looked at
 */
public record StoredWatch(
    long id,
    String name,
    Query view,
    boolean rare,
    String owner,
    Instant made,
    String token,
    Receivers to,
    long last) {
  public StoredWatch {
    if (rare && view.actors().size() != 2) {
      throw new IllegalArgumentException("rarity is told of two actors");
    }
  }

  /**
   * Who is told of what a watch finds.
   *
   * @param mail where mails go, empty for nowhere
   * @param proved whether who reads that address agreed by a link; {@link WatchMails#may} says
   *     whether mails go there
   * @param hook where its webhook is, empty for none
   * @param secret signs the webhook, base64
   */
  public record Receivers(String mail, boolean proved, String hook, String secret) {}

  /**
   * Ends its mails to the address that it has now; made of its secret, so that who reads its feeds
   * cannot do so, nor who got its mails before.
   */
  public String mailToken() {
    return "w" + Tickets.hash("mails of " + to.secret() + " to " + Members.mailKey(to.mail()));
  }

  /** The actors that it looks for. */
  public List<ActorKey> actors() {
    return view.actors();
  }

  /** Something that a watch found. */
  public record Item(
      long id,
      String key,
      String title,
      String summary,
      String path,
      java.time.@org.jspecify.annotations.Nullable LocalDate day,
      Instant found) {
    public Item withPath(String other) {
      return new Item(id, key, title, summary, other, day, found);
    }
  }

  /** How a watch sends. */
  public enum Channel {
    MAIL,
    HOOK
  }

  /** How far a sending is. */
  public enum State {
    WAITING,
    SENT,
    /** Given up after all attempts. */
    FAILED
  }

  /**
   * Items on their way to one receiver.
   *
   * @param first key of the first item
   * @param last key of the last item
   * @param attempts so far
   * @param next when it is tried again
   * @param message what went wrong last, or where it went; may be empty
   */
  public record Sending(
      long id,
      long watch,
      Channel channel,
      long first,
      long last,
      State state,
      int attempts,
      Instant next,
      String message) {
    public Sending with(State now, Instant then, String words) {
      return new Sending(id, watch, channel, first, last, now, attempts + 1, then, words);
    }
  }
}
