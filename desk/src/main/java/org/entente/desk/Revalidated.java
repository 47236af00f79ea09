package org.entente.desk;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.EntityResponse;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Lets the browsers of readers who are not signed in keep a page, and ask each time whether it
 * still holds ({@code ETag}, {@code If-None-Match}): what was withdrawn is gone at once. Pages of
 * members, and pages that begin a session, stay as Spring Security has them: {@code no-store}.
 */
final class Revalidated {
  private Revalidated() {}

  static HandlerFunction<ServerResponse> of(HandlerFunction<ServerResponse> handler) {
    return request -> {
      ServerResponse made = handler.handle(request);
      boolean anonymous =
          request.principal().isEmpty() && request.servletRequest().getSession(false) == null;
      return anonymous
              && made.statusCode().equals(HttpStatus.OK)
              && made.headers().getETag() == null
              && made instanceof EntityResponse<?> whole
              && whole.entity() instanceof byte[] body
          ? answer(request, made, body)
          : made;
    };
  }

  private static ServerResponse answer(ServerRequest request, ServerResponse made, byte[] body) {
    String tag = "\"" + hash(body) + "\"";
    Optional<ServerResponse> same = request.checkNotModified(tag);
    return same.orElseGet(() ->
        ServerResponse.ok()
            .headers(h -> h.addAll(made.headers()))
            .header("Cache-Control", "no-cache")
            .header("Vary", "Cookie", "Accept-Language")
            .eTag(tag)
            .body(body));
  }

  private static String hash(byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
