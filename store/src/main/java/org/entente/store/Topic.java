package org.entente.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A page of the reviews that have one of some tags.
 *
 * @param id its key
 * @param address the last part of its permanent address
 * @param says what an editor wrote
 * @param withdrawn whether readers are told that it is gone
 * @param edition how often it was changed
 * @param made when it was begun
 * @param changed when an editor changed it last
 */
public record Topic(
    long id,
    String address,
    Says says,
    boolean withdrawn,
    int edition,
    Instant made,
    Instant changed) {
  public static final int LONGEST_LEAD = 5_000;

  /**
   * What an editor writes.
   *
   * @param title 1 to 200 characters
   * @param lead Markdown, up to 5,000 characters; may be empty
   * @param tags 1 to 20, in small letters
   */
  public record Says(String title, String lead, List<String> tags) {
    public Says {
      Content clean = new Content(title, tags, List.of());
      title = clean.title();
      tags = clean.tags();
      if (lead.length() > LONGEST_LEAD) {
        throw new IllegalArgumentException(
            "a lead has up to " + LONGEST_LEAD + " characters, not " + lead.length());
      }
      if (tags.isEmpty()) {
        throw new IllegalArgumentException("a topic gathers at least one tag");
      }
    }
  }

  /** Whether it gathers reviews with these tags. */
  public boolean gathers(List<String> others) {
    return others.stream().anyMatch(Set.copyOf(says.tags())::contains);
  }
}
