package org.entente.desk.publish;

import org.entente.desk.Room;
import org.entente.desk.Site;
import org.entente.desk.member.CommentThreads;
import org.entente.desk.member.Passages;

/**
 * The pages of press reviews.
 *
 * @param posts as the public sees them
 * @param feeds as feeds and site map
 * @param drafts writing them
 * @param clips cutting clips out of articles
 */
public record PublishFeature(PostPages posts, PostFeeds feeds, DraftPages drafts, ClipPages clips) {
  /** Wires them. */
  public static PublishFeature of(Room room, CommentThreads threads, Site site) {
    return new PublishFeature(
        new PostPages(room, threads, site),
        new PostFeeds(room, site),
        new DraftPages(room),
        new ClipPages(room));
  }

  /** The parts of a review that comments can be tied to. */
  public static Passages passages(Room room) {
    return new Blocks(room);
  }
}
