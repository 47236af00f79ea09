package org.entente.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a press review says at one saving.
 *
 * @param title 1 to 200 characters
 * @param tags up to 20, in small letters
 * @param blocks in reading order, up to 500
 */
public record Content(String title, List<String> tags, List<Block> blocks) {
  public static final int LONGEST_TITLE = 200;

  /** Nobody reads more tags than this, nor more parts. */
  private static final int MOST_TAGS = 20;

  private static final int MOST_BLOCKS = 500;

  public Content {
    title = title.strip();
    if (title.isEmpty() || title.length() > LONGEST_TITLE) {
      throw new IllegalArgumentException("a title has 1 to 200 characters, not " + title.length());
    }
    tags =
        tags.stream()
            .map(t -> t.toLowerCase(Locale.ROOT).replaceAll("[\\s/]+", " ").strip())
            .filter(t -> !t.isEmpty())
            .distinct()
            .toList();
    if (tags.size() > MOST_TAGS || blocks.size() > MOST_BLOCKS) {
      throw new IllegalArgumentException("a review has up to 20 tags and 500 parts");
    }
    blocks = List.copyOf(blocks);
  }

  public Content withBlocks(List<Block> others) {
    return new Content(title, tags, others);
  }

  /** The same with one more part at its end. */
  public Content with(Block last) {
    List<Block> all = new ArrayList<>(blocks);
    all.add(last);
    return withBlocks(all);
  }

  /** The author's first words; empty when there are none. */
  public String lead() {
    return blocks.stream()
        .filter(b -> b instanceof Block.Prose)
        .map(b -> ((Block.Prose) b).markdown())
        .findFirst()
        .orElse("");
  }
}
