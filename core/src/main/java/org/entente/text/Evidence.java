package org.entente.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where a result stands in its document: {@code text[span] == exact}, always.
 *
 * @param document id of the document
 * @param sha256 SHA-256 (hex) of the document's text in UTF-8, so that a moved or changed text is
 *     noticed
 * @param span where, in UTF-16 units of the document's text
 * @param exact the characters of the span
 * @param before up to 32 characters before it
 * @param after up to 32 characters after it
 */
public record Evidence(
    String document, String sha256, Span span, String exact, String before, String after) {
  /** UTF-16 units that are quoted before and after; one more before half a character. */
  public static final int CONTEXT = 32;

  /** The evidence for {@code span} in a document's text whose hash is already known. */
  public static Evidence of(String document, String sha256, String text, Span span) {
    int from = onBoundary(text, Math.max(0, span.start() - CONTEXT));
    int to = onBoundary(text, Math.min(text.length(), span.end() + CONTEXT));
    return new Evidence(
        document,
        sha256,
        span,
        span.in(text),
        text.substring(from, span.start()),
        text.substring(span.end(), to));
  }

  /** SHA-256 of {@code text} in UTF-8, as lower-case hex. */
  public static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static int onBoundary(String text, int offset) {
    boolean inside =
        offset > 0
            && offset < text.length()
            && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
    return inside ? offset - 1 : offset;
  }
}
