package org.entente.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A feed that the desk reads.
 *
 * @param id its key
 * @param place where it is read
 * @param title as it names itself, or its address
 * @param pages whether the pages behind its links are read, too
 * @param active whether it is read at all
 * @param state what became of the last reading
 * @param message the state in a sentence; empty when all is well
 * @param etag what the server named the last version, or null
 * @param modified when the server says that it changed, or null
 * @param items in the last version
 * @param failures in a row
 * @param checked when it was asked last, or null
 * @param changed when it last had something new, or null
 * @param next when it is asked again
 * @param addedBy who added it
 */
public record StoredFeed(
    long id,
    Place place,
    String title,
    boolean pages,
    boolean active,
    State state,
    String message,
    @Nullable String etag,
    @Nullable String modified,
    int items,
    int failures,
    @Nullable Instant checked,
    @Nullable Instant changed,
    Instant next,
    String addedBy) {
  /**
   * Where a feed is read, and was.
   *
   * @param address where it is asked
   * @param origin the first address, by which items without names of their own are named
   * @param from the address before this one; null when it never moved
   * @param moved when it moved; null when it never did
   */
  public record Place(
      String address, String origin, @Nullable String from, @Nullable Instant moved) {}

  /** Where it is asked. */
  public String address() {
    return place.address();
  }

  /** What became of the last reading. */
  public enum State {
    /** It was not asked yet. */
    NEW("not read yet"),
    FINE("fine"),
    /** A valid feed without items: nothing is wrong with it. */
    EMPTY("valid but empty"),
    /** There is an answer, but it is no feed. */
    BROKEN("not a feed"),
    /** No answer, or one that tells of a failure of the server. */
    FAILING("does not answer"),
    /** robots.txt or the server forbids it. */
    FORBIDDEN("may not be read"),
    /** The server says that it is gone for good. */
    GONE("gone"),
    /** It moved for good to where another feed is read already. */
    MOVED("moved");

    private final String words;

    State(String words) {
      this.words = words;
    }

    /** As pages say it. */
    public String words() {
      return words;
    }

    /** Whether somebody should look after it. */
    public boolean isTrouble() {
      return this != NEW && this != FINE && this != EMPTY;
    }
  }
}
