package org.entente.desk.publish;

import java.nio.charset.StandardCharsets;
import org.entente.text.Evidence;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Answers with a feed. Pure functions. */
final class FeedAnswer {
  private FeedAnswer() {}

  /**
   * A feed in one of its formats.
   *
   * @param type atom, rss or json
   */
  static ServerResponse of(ServerRequest request, Feed feed, String type) {
    return type.equals("json")
        ? of(request, "application/feed+json", FeedJson.of(feed))
        : of(request, "application/" + type + "+xml", FeedXml.of(feed, type));
  }

  /** A reader may keep it, and asks each time whether it still holds: what is removed is gone. */
  static ServerResponse of(ServerRequest request, String type, String body) {
    String tag = "\"" + Evidence.hash(body).substring(0, 16) + "\"";
    return request
        .checkNotModified(tag)
        .orElseGet(() ->
            ServerResponse.ok()
                .contentType(MediaType.parseMediaType(type + ";charset=UTF-8"))
                .header("Cache-Control", "no-cache")
                .eTag(tag)
                .body(body.getBytes(StandardCharsets.UTF_8)));
  }
}
