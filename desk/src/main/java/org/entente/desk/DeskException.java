package org.entente.desk;

import org.jspecify.annotations.Nullable;

/** The desk cannot do what it was asked, for a reason that a user can act on, in one sentence. */
public final class DeskException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DeskException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
