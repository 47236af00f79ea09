package org.entente.source;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an address answered.
 *
 * @param address that was asked
 * @param reached where redirects led; equal to {@code address} without any
 * @param moved where {@code address} has moved for good (RFC 9110, 15.4.2 and 15.4.9): the end of
 *     the permanent redirects that came before any other answer; null without one
 * @param status of HTTP
 * @param contentType media type as declared, or null
 * @param validators what to ask with next time
 * @param retryAfter how long the server asks to wait, or null
 * @param body bytes, unpacked; empty under status 304
 */
public record Fetched(
    String address,
    String reached,
    @Nullable String moved,
    int status,
    @Nullable String contentType,
    Validators validators,
    @Nullable Duration retryAfter,
    byte[] body) {
  /**
   * What a server said of the version that it sent (RFC 9110, 8.8), so that it need not send the
   * same again.
   *
   * @param etag entity tag, or null
   * @param modified Last-Modified as printed, or null
   */
  public record Validators(@Nullable String etag, @Nullable String modified) {
    public static final Validators NONE = new Validators(null, null);
  }

  /** Whether the server says that nothing changed. */
  public boolean unchanged() {
    return status == 304;
  }
}
