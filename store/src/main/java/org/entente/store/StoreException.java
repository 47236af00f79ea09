package org.entente.store;

import java.util.Locale;
import org.entente.export.FullDisk;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * The store cannot do what it was asked, for a reason that a user can act on: one sentence that
 * says what, where and what to do. Nothing was half written.
 */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why. */
  public enum Reason {
    MISSING,
    NOT_A_STORE,
    NEWER,
    LOCKED,
    READ_ONLY,
    FULL,
    UNREACHABLE,
    UNKNOWN_ACTOR,
    OUTSIDE,
    UNKNOWN,
    /** Not allowed as things stand. */
    REFUSED,
    /** Somebody else was quicker. */
    OVERTAKEN,
    BROKEN
  }

  private final Reason reason;

  public StoreException(Reason reason, String message) {
    this(reason, message, null);
  }

  StoreException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** What a database's error means for a user. */
  static StoreException of(Location location, Throwable error) {
    String said = text(error);
    String lower = said.toLowerCase(Locale.ROOT);
    if (error instanceof StoreException known) {
      return known;
    }
    boolean closed = has(lower, "sqlite_cantopen", "unable to open") && location.isReadOnly();
    if (closed || has(lower, "sqlite_readonly", "read-only", "readonly")) {
      return new StoreException(
          Reason.READ_ONLY, location + " cannot be written: file or folder is read-only", error);
    }
    if (FullDisk.isTold(said)) {
      return new StoreException(
          Reason.FULL,
          location
              + ": the disk is full; all that was acknowledged is kept, free some space and run"
              + " it again",
          error);
    }
    if (has(lower, "sqlite_busy", "sqlite_locked", "database is locked")) {
      return new StoreException(
          Reason.LOCKED,
          location + " is locked by another program; wait for it and try again",
          error);
    }
    if (has(lower, "sqlite_notadb", "not a database", "sqlite_corrupt", "malformed")) {
      return new StoreException(
          Reason.NOT_A_STORE, location + " is no store of Entente, or is damaged", error);
    }
    if (has(lower, "sqlite_cantopen", "unable to open", "does not exist: ")) {
      return new StoreException(Reason.MISSING, location + " cannot be opened or made", error);
    }
    if (has(
        lower, "connection", "password", "authentication", "refused", "unknown host", "fatal:")) {
      return new StoreException(
          Reason.UNREACHABLE, location + " cannot be reached: " + first(last(error)), error);
    }
    return new StoreException(Reason.BROKEN, location + ": " + first(said), error);
  }

  private static boolean has(String text, String... words) {
    for (String word : words) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** What the database says; what Jdbi says holds the statement and what people wrote, too. */
  private static String text(Throwable error) {
    StringBuilder all = new StringBuilder();
    for (Throwable t = error; t != null; t = t.getCause()) {
      if (!(t instanceof JdbiException) || t.getCause() == null) {
        all.append(t.getMessage()).append('\n');
      }
    }
    return all.toString();
  }

  /** What the innermost says: outer ones only say that something failed. */
  private static String last(Throwable error) {
    String said = String.valueOf(error.getMessage());
    for (Throwable t = error.getCause(); t != null; t = t.getCause()) {
      said = t.getMessage() == null ? said : t.getMessage();
    }
    return said;
  }

  private static String first(String text) {
    return text.strip().lines().findFirst().orElse("it failed without a word");
  }
}
