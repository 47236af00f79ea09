package org.entente.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person gave the desk to read, and what became of it.
 *
 * @param id its key
 * @param name file, address, or "pasted text"
 * @param by who gave it
 * @param at when
 * @param state how far it is
 * @param counts what became of its documents
 * @param message what went wrong first, in a sentence; empty when nothing did
 * @param document the first document of it, or null
 */
public record StoredIntake(
    long id,
    String name,
    String by,
    Instant at,
    State state,
    Counts counts,
    String message,
    @Nullable Long document) {
  /** How far the reading is. */
  public enum State {
    WAITING,
    READING,
    DONE,
    /** The desk was stopped before all was read; it must be given again. */
    INTERRUPTED
  }

  /**
   * @param added new documents
   * @param unchanged documents that were there
   * @param copies the same text from elsewhere
   * @param versions documents whose text changed
   * @param failed what could not be read
   */
  public record Counts(int added, int unchanged, int copies, int versions, int failed) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    /** With one more document. */
    public Counts plus(Added what) {
      return switch (what) {
        case NEW -> new Counts(added + 1, unchanged, copies, versions, failed);
        case UNCHANGED -> new Counts(added, unchanged + 1, copies, versions, failed);
        case COPY -> new Counts(added, unchanged, copies + 1, versions, failed);
        case NEW_VERSION -> new Counts(added, unchanged, copies, versions + 1, failed);
      };
    }

    /** With one more that could not be read. */
    public Counts plusFailed() {
      return new Counts(added, unchanged, copies, versions, failed + 1);
    }

    /** Documents that could be read. */
    public int read() {
      return added + unchanged + copies + versions;
    }
  }

  public StoredIntake with(State now, Counts counted) {
    return new StoredIntake(id, name, by, at, now, counted, message, document);
  }

  public StoredIntake withMessage(String words) {
    return new StoredIntake(id, name, by, at, state, counts, words, document);
  }

  public StoredIntake withDocument(@Nullable Long first) {
    return new StoredIntake(id, name, by, at, state, counts, message, first);
  }

  public boolean over() {
    return state == State.DONE || state == State.INTERRUPTED;
  }
}
