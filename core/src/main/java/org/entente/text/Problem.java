package org.entente.text;

/**
 * Bad data, met while reading: counted and shown, never thrown and never silent.
 *
 * @param kind what sort of trouble, for counting
 * @param where the file, address or document id, with the line where one is known ({@code
 *     news.jsonl:7})
 * @param message one sentence: what is wrong and what was done or can be done
 */
public record Problem(Kind kind, String where, String message) {
  /** The sorts of trouble that are counted apart. */
  public enum Kind {
    EMPTY,
    BINARY,
    TOO_LARGE,
    TRUNCATED,
    CHARSET,
    MALFORMED,
    UNREACHABLE,
    FORBIDDEN,
    NOT_FOUND,
    LANGUAGE,
    DATE,
    /** Our own fault: the document could not be coded. */
    INTERNAL
  }

  public Problem {
    if (message.isBlank()) {
      throw new IllegalArgumentException(
          "a problem without a message helps nobody: " + kind + " at " + where);
    }
  }

  @Override
  public String toString() {
    return where + ": " + message;
  }
}
