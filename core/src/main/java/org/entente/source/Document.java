package org.entente.source;

import org.entente.text.Evidence;
import org.entente.text.Text;

/**
 * One thing that was read: a file, a page, a feed item, a WARC record or a line of JSON Lines.
 *
 * <p>Every span of everything found in it points into {@link #content()}: the input's own
 * characters for plain text and JSON Lines, the visible text for HTML (whose {@link
 * Text#original(org.entente.text.Span)} leads to the source).
 *
 * @param id stable name: the input's own id, else its path or address, with {@code #n} inside a
 *     container
 * @param text content and the way back to the original
 * @param metadata what the container declared; never guessed
 * @param page the parsed page for HTML, else null
 * @param sha256 SHA-256 (hex) of {@link #content()}
 */
public record Document(
    String id,
    Text text,
    Metadata metadata,
    @org.jspecify.annotations.Nullable Page page,
    String sha256) {

  /** Plain text without metadata. */
  public static Document plain(String id, String content) {
    return plain(id, content, Metadata.NONE);
  }

  /** Plain text with what its container declared. */
  public static Document plain(String id, String content, Metadata metadata) {
    return new Document(id, Text.verbatim(content), metadata, null, Evidence.hash(content));
  }

  public String content() {
    return text.cleaned();
  }

  /** The evidence for a span of this document. */
  public Evidence evidence(org.entente.text.Span span) {
    return Evidence.of(id, sha256, content(), span);
  }
}
