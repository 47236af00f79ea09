package org.entente.desk.publish;

import org.entente.desk.Room;
import org.entente.desk.Site;
import org.entente.desk.blog.BlogPages;
import org.entente.desk.blog.OldAddresses;
import org.entente.desk.member.CommentThreads;
import org.entente.desk.member.Passages;

/**
 * The pages of press reviews.
 *
 * @param posts as the public sees them
 * @param lists of them, with their feeds
 * @param topics pages of what editors gather
 * @param talk comments as feeds, and the site map
 * @param drafts writing them
 * @param clips cutting clips out of articles
 * @param inserts putting what the desk found into a review
 * @param publishing showing them to the public, at once or at a moment
 * @param looks second persons
 * @param scheduler publishes what is due
 * @param blog taking in what was written at other blogs
 * @param old from where they stood before
 */
public record PublishFeature(
    PostPages posts,
    ListPages lists,
    TopicPages topics,
    TalkFeeds talk,
    DraftPages drafts,
    ClipPages clips,
    InsertPages inserts,
    PublishPages publishing,
    LookPages looks,
    Scheduler scheduler,
    BlogPages blog,
    OldAddresses old) {
  /** Wires them. */
  public static PublishFeature of(Room room, CommentThreads threads, Site site) {
    Blocks blocks = new Blocks(room);
    PublishPages publishing = new PublishPages(room);
    Shelves shelves = new Shelves(room);
    ListPages lists = new ListPages(room, shelves, new PostFeeds(room, site, blocks));
    return new PublishFeature(
        new PostPages(room, threads, site, blocks),
        lists,
        new TopicPages(room, shelves, lists, site),
        new TalkFeeds(room, site),
        new DraftPages(room, blocks, publishing),
        new ClipPages(room),
        new InsertPages(room, blocks),
        publishing,
        new LookPages(room, blocks),
        new Scheduler(room.store()).started(),
        new BlogPages(room),
        new OldAddresses(room.store()));
  }

  /** The parts of a review that comments can be tied to. */
  public static Passages passages(Room room) {
    return new Blocks(room);
  }
}
