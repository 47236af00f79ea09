package org.entente.desk.publish;

import java.util.List;
import org.entente.store.ExcerptLimit;
import org.entente.store.Post;
import org.entente.store.SecondLooks;

/**
 * The reviews that somebody may write on, and those that wait for a second person.
 *
 * @param lines those begun last first
 * @param asked reviews of others that somebody is asked to look at, oldest first
 * @param needed whether this desk asks for a second person
 * @param limit how much of an article a review may show without more words
 * @param edits whether the reader may make topics
 * @param mayRule whether the reader may change both
 * @param said what was just done; may be empty
 */
public record DraftsView(
    List<Line> lines,
    List<Asked> asked,
    boolean needed,
    ExcerptLimit limit,
    boolean edits,
    boolean mayRule,
    String said) {
  public DraftsView {
    lines = List.copyOf(lines);
    asked = List.copyOf(asked);
  }

  /**
   * A review.
   *
   * @param post what it is
   * @param due when it is published by itself, in the desk's time; empty where no time is set
   * @param asked whether a second person is waited for
   */
  public record Line(Post post, String due, boolean asked) {}

  /**
   * A review that waits.
   *
   * @param post what it is
   * @param look what is asked
   */
  public record Asked(Post post, SecondLooks.Look look) {}
}
