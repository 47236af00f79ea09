package org.entente.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who wants reviews by mail. A review is told of once, at its first publication and in the
 * transaction that publishes it, so that neither a restart nor a correction sends it again.
 * Thread-safe.
 */
public final class Newsletters {
  /** When the letter of a week goes out: Mondays, in hours of UTC. */
  private static final int HOUR = 6;

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<List<String>> TAGS = new TypeReference<>() {};

  private final Store store;

  public Newsletters(Store store) {
    this.store = store;
  }

  /** When mails come. */
  public enum Often {
    /** One for each review, when it is published. */
    EACH,
    /** One on Mondays, when anything was published. */
    WEEKLY
  }

  /**
   * What a member wants.
   *
   * @param often when mails come
   * @param tags reviews with one of them; up to 20, in small letters
   * @param author reviews of that member, or null; without tags and author, all reviews
   */
  public record Choice(Often often, List<String> tags, @Nullable Long author) {
    public Choice {
      tags = new Content("-", tags, List.of()).tags();
    }

    boolean wants(Post post, Content content) {
      return (tags.isEmpty() && author == null)
          || (author != null && author == post.author())
          || content.tags().stream().anyMatch(tags::contains);
    }
  }

  /** What a member chose; empty for no mails. */
  public Optional<Choice> of(Member member) {
    return store.read(h ->
        h.select("SELECT * FROM newsletters WHERE member_id = ?", member.id())
            .map((rs, c) -> choice(rs))
            .findOne());
  }

  /** Keeps what a member chooses; null ends it, also for mails that wait. */
  public void choose(Member member, @Nullable Choice choice) {
    store.write(h -> {
      forget(h, member.id());
      if (choice != null) {
        h.execute(
            "INSERT INTO newsletters (member_id, often, tags, author_id) VALUES (?, ?, ?, ?)",
            member.id(),
            choice.often().name(),
            Words.clean(JSON.writeValueAsString(choice.tags())),
            choice.author());
      }
      return true;
    });
  }

  static void forget(Handle h, long member) {
    h.execute("DELETE FROM newsletters WHERE member_id = ?", member);
  }

  /** Who wanted this author's reviews alone gets no others instead. */
  static void forgetAuthor(Handle h, long author) {
    h.execute("DELETE FROM newsletters WHERE author_id = ? AND tags = '[]'", author);
    h.execute("UPDATE newsletters SET author_id = NULL WHERE author_id = ?", author);
  }

  /**
   * Somebody who published.
   *
   * @param id its key
   * @param name as shown
   */
  public record Author(long id, String name) {}

  /** Whose reviews the public reads, by name. */
  public List<Author> authors() {
    return store.read(h ->
        h.createQuery(
                "SELECT DISTINCT m.id, m.name FROM members m JOIN posts p ON p.member_id = m.id WHERE"
                    + " p.state = 'PUBLISHED' AND m.state = 'ACTIVE' ORDER BY m.name, m.id")
            .map((rs, c) -> new Author(rs.getLong(1), rs.getString(2)))
            .list());
  }

  private record Reader(long member, Choice choice) {}

  /** Puts a mail into the outbox for each member who wants a review that is now published. */
  static void published(Handle h, Clock clock, Post post, Content content) {
    Instant now = clock.instant();
    List<Reader> readers =
        h.createQuery(
                "SELECT n.* FROM newsletters n JOIN members m ON m.id = n.member_id WHERE m.state ="
                    + " 'ACTIVE' AND m.mail_confirmed = 1 ORDER BY n.member_id")
            .map((rs, c) -> new Reader(rs.getLong("member_id"), choice(rs)))
            .list();
    for (Reader reader : readers) {
      if (reader.member() != post.author() && reader.choice().wants(post, content)) {
        boolean weekly = reader.choice().often() == Often.WEEKLY;
        Mails.news(h, reader.member(), post, weekly, now, weekly ? nextLetter(now) : now);
      }
    }
  }

  static Instant nextLetter(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    Instant monday =
        today
            .with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY))
            .atTime(HOUR, 0)
            .toInstant(ZoneOffset.UTC);
    return monday.isAfter(now) ? monday : monday.plus(Duration.ofDays(7));
  }

  private static Choice choice(ResultSet rs) throws SQLException {
    return new Choice(
        Often.valueOf(rs.getString("often")),
        JSON.readValue(rs.getString("tags"), TAGS),
        Columns.number(rs, "author_id"));
  }
}
