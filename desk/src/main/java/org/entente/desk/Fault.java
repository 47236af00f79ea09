package org.entente.desk;

import org.springframework.http.HttpStatus;

/**
 * Thrown by a handler to answer with an error page: one sentence that says what is wrong and what
 * to do. It is no failure of the desk and is not logged.
 */
public final class Fault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final HttpStatus status;

  public Fault(HttpStatus status, String sentence) {
    super(sentence);
    this.status = status;
  }

  /** The thing that an address names is not there. */
  public static Fault missing(String sentence) {
    return new Fault(HttpStatus.NOT_FOUND, sentence);
  }

  /** A part of the address or form says something that cannot be. */
  public static Fault badRequest(String sentence) {
    return new Fault(HttpStatus.BAD_REQUEST, sentence);
  }

  public HttpStatus status() {
    return status;
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
