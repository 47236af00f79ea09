package org.entente.desk.publish;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.nio.charset.StandardCharsets;
import org.entente.text.Evidence;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Answers with a feed. Pure functions. */
final class FeedAnswer {
  private FeedAnswer() {}

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

  /** Atom or RSS, as the feed's own type says. */
  static ServerResponse of(ServerRequest request, SyndFeed feed) {
    String type = feed.getFeedType().startsWith("atom") ? "atom" : "rss";
    try {
      return of(request, "application/" + type + "+xml", new SyndFeedOutput().outputString(feed));
    } catch (FeedException e) {
      throw new IllegalStateException("a feed of cleaned text can be written", e);
    }
  }
}
