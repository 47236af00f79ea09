package org.entente.archive;

import java.util.Locale;
import java.util.Optional;
import org.entente.export.FullDisk;

/**
 * What a user can mend: one sentence that says what is wrong, where, and what to do. Exit statuses
 * are those of all of Entente.
 */
final class ArchiveException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** An input could not be read, or another folder must be named. */
  static final int INPUT = 3;

  /** The result could not be written whole. */
  static final int OUTPUT = 8;

  private final int status;

  ArchiveException(String message) {
    super(message);
    this.status = INPUT;
  }

  ArchiveException(String message, Throwable cause) {
    this(INPUT, message, cause);
  }

  ArchiveException(int status, String message, Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  int status() {
    return status;
  }

  /**
   * What a failure of Spark or of a file system means for a user; empty for one that should not
   * happen.
   *
   * @param out the folder that was written
   */
  static Optional<ArchiveException> of(Throwable failure, String out) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      String said = String.valueOf(t.getMessage()).toLowerCase(Locale.ROOT);
      if (t instanceof ArchiveException known) {
        return Optional.of(known);
      }
      if (FullDisk.isTold(said)) {
        return Optional.of(
            new ArchiveException(
                OUTPUT,
                "the disk is full and "
                    + out
                    + " is not whole; free some space there and where Spark keeps temporary files, and"
                    + " run the same again: what was committed stays",
                failure));
      }
      if (said.contains("permission denied")
          || said.contains("read-only file system")
          || said.contains("mkdirs failed")) {
        return Optional.of(
            new ArchiveException(
                OUTPUT, out + " may not be written; name a folder that you own", failure));
      }
    }
    return Optional.empty();
  }
}
