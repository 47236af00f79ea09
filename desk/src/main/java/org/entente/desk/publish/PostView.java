package org.entente.desk.publish;

import java.util.List;
import org.entente.desk.member.CommentsView;
import org.entente.store.Post;
import org.entente.store.Version;
import org.jspecify.annotations.Nullable;

/**
 * A press review.
 *
 * @param post what it is
 * @param version which saving is shown
 * @param blocks its parts in order
 * @param corrections what was mended since it was published, newest first
 * @param topics that gather it
 * @param older the review before it, or null
 * @param newer the review after it, or null
 * @param edit the composer's address, or null where the reader may not write
 * @param comments what members say below it
 * @param about what it says of itself to machines
 */
public record PostView(
    Post post,
    Version version,
    List<BlockView> blocks,
    List<Version> corrections,
    List<Gathering> topics,
    @Nullable Post older,
    @Nullable Post newer,
    @Nullable String edit,
    CommentsView comments,
    About about) {
  public PostView {
    blocks = List.copyOf(blocks);
    corrections = List.copyOf(corrections);
    topics = List.copyOf(topics);
  }

  /** A topic's title and page. */
  public record Gathering(String title, String path) {}

  /**
   * For machines.
   *
   * @param link its address for others
   * @param summary its first words
   * @param jsonLd schema.org's BlogPosting, fit to stand in a script element
   */
  public record About(String link, String summary, String jsonLd) {}
}
