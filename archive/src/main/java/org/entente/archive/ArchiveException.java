package org.entente.archive;

/** What a user can mend: one sentence that says what is wrong, where, and what to do. */
final class ArchiveException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ArchiveException(String message) {
    super(message);
  }

  ArchiveException(String message, Throwable cause) {
    super(message, cause);
  }
}
