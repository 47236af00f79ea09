package org.entente.desk.publish;

import java.util.List;
import org.entente.store.Topic;
import org.jspecify.annotations.Nullable;

/**
 * A topic as readers see it.
 *
 * @param topic what an editor wrote
 * @param lead its lead as cleaned HTML
 * @param link its address for others
 * @param summary its first words, plain
 * @param pairs the pairs that its reviews are about, most first
 * @param list its reviews and its feeds
 * @param edit where it is changed, or null where the reader may not
 */
public record TopicView(
    Topic topic,
    String lead,
    String link,
    String summary,
    List<Pair> pairs,
    PostListView list,
    @Nullable String edit) {
  public TopicView {
    pairs = List.copyOf(pairs);
  }

  /**
   * Two of whom reviews claim something, as they stand now.
   *
   * @param names of both
   * @param link their page
   * @param reviews the list of all reviews on them
   * @param count how many reviews of the topic are about them
   * @param bin the week that is answered for
   * @param sides agreement and tension
   */
  public record Pair(
      String names, String link, String reviews, int count, String bin, List<Side> sides) {
    public Pair {
      sides = List.copyOf(sides);
    }
  }

  /**
   * @param name agreement or tension
   * @param isRare whether the week is rare for the two
   * @param words the answer in sentences
   */
  public record Side(String name, boolean isRare, String words) {}
}
