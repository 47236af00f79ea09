package org.entente.desk.member;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.desk.Letter;
import org.entente.store.Mails.Waiting;
import org.entente.store.Member;
import org.entente.store.Members;
import org.entente.store.Newsletters;
import org.entente.store.Post;
import org.entente.store.Posts;
import org.entente.store.Store;

/**
 * Makes the mails that tell of reviews, of what the reviews say then. One that was withdrawn is
 * told to nobody, nor is one that was published long before, as reviews that were brought in are.
 */
final class News {
  /** A letter of a week may wait a week, and a mail server may be down for some days. */
  private static final Duration NEW = Duration.ofDays(10);

  private final Members members;
  private final Newsletters newsletters;
  private final Posts posts;
  private final LetterWords words;

  News(Store store, LetterWords words) {
    this.members = new Members(store);
    this.newsletters = new Newsletters(store);
    this.posts = new Posts(store);
    this.words = words;
  }

  /** A mail about one review; empty where nobody should get it any more. */
  Optional<Letter> one(Waiting mail, Instant now) {
    Long member = mail.member();
    return member == null
        ? Optional.empty()
        : post(mail, now).flatMap(post -> reader(member).map(m -> words.review(m, post)));
  }

  /** The letter of a week. */
  Optional<Letter> week(long member, List<Waiting> waiting, Instant now) {
    List<Post> reviews = waiting.stream().flatMap(w -> post(w, now).stream()).toList();
    return reviews.isEmpty() ? Optional.empty() : reader(member).map(m -> words.week(m, reviews));
  }

  /** Who still wants it, at an address that is still proved. */
  private Optional<Member> reader(long member) {
    return members.byId(member).filter(m -> m.confirmed() && newsletters.of(m).isPresent());
  }

  private Optional<Post> post(Waiting mail, Instant now) {
    Long id = mail.post();
    return id == null
        ? Optional.empty()
        : posts
            .byId(id)
            .filter(p -> p.state() == Post.State.PUBLISHED)
            .filter(p -> p.published() != null && p.published().plus(NEW).isAfter(now));
  }
}
