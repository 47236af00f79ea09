package org.entente.desk.publish;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says, in whatever format.
 *
 * @param title what it is about
 * @param about the same in a line
 * @param home address of the page that shows the same
 * @param self its own address without its ending
 * @param items newest first
 */
record Feed(String title, String about, String home, String self, List<Item> items) {
  Feed {
    items = List.copyOf(items);
  }

  /**
   * One item.
   *
   * @param id its name for ever, an address
   * @param link where it stands
   * @param title plain text
   * @param author who wrote it
   * @param published when it was shown first
   * @param changed when it was changed last
   * @param tags may be empty
   * @param html cleaned
   * @param answers what it was said of, or null
   */
  record Item(
      String id,
      String link,
      String title,
      String author,
      Instant published,
      Instant changed,
      List<String> tags,
      String html,
      @Nullable Answered answers) {
    Item {
      tags = List.copyOf(tags);
    }
  }

  /**
   * What an item answers.
   *
   * @param id its name for ever, an address
   * @param link where it stands
   */
  record Answered(String id, String link) {}

  /** When anything in it was changed last. */
  Instant changed() {
    return items.stream().map(Item::changed).max(Instant::compareTo).orElse(Instant.EPOCH);
  }
}
