package org.entente.desk.publish;

import java.util.List;
import org.entente.store.Block;
import org.jspecify.annotations.Nullable;

/**
 * A part of a press review as a page shows it.
 *
 * @param id of its element in the page
 * @param place in the review, from 0 on
 * @param prose what the author says, as cleaned HTML; null in other parts
 * @param clip words of somebody else, or null
 * @param claim a figure, or null
 */
public record BlockView(
    String id, int place, @Nullable Prose prose, @Nullable Clip clip, @Nullable Claim claim) {
  /**
   * The author's words.
   *
   * @param markdown as written
   * @param html cleaned
   */
  public record Prose(String markdown, String html) {}

  /**
   * Somebody else's words.
   *
   * @param block what was clipped
   * @param paragraphs its words, lines run on
   * @param article the page of its article, or null where the store no longer has it
   * @param words how many it shows
   * @param share of the article, in percent; null where the article is gone
   * @param name who is cited, for people who hear the page
   */
  public record Clip(
      Block.Clip block,
      List<String> paragraphs,
      @Nullable String article,
      int words,
      @Nullable Integer share,
      String name) {
    public Clip {
      paragraphs = List.copyOf(paragraphs);
    }

    /** Whether its address leads somewhere: sources say all kinds of things. */
    public boolean isOnTheWeb() {
      String address = block.source().address();
      return address != null && address.matches("(?i)https?://.*");
    }
  }

  /**
   * A frozen figure.
   *
   * @param block what was said then
   * @param title which two, which side, which days
   * @param now what the desk says today where it differs, or null
   * @param link the page of the pair
   */
  public record Claim(Block.Claim block, String title, Block.@Nullable Figure now, String link) {}
}
