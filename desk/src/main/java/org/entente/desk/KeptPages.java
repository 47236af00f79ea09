package org.entente.desk;

import java.util.function.Supplier;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Keeps the pages of readers who are not signed in until the store changes, so that a crowd at one
 * page costs one page. A page that began a session, or that says anything but "here it is", is
 * never kept. Thread-safe.
 */
final class KeptPages {
  /** Sixty kilobytes each at most: some twelve megabytes. */
  private static final int MOST = 200;

  private final Kept<Key, ServerResponse> pages;

  /**
   * @param address path and query
   * @param region whose dates and numbers the page has
   */
  private record Key(String address, String region) {}

  /**
   * @param stamp what differs when the store has changed
   */
  KeptPages(Supplier<?> stamp) {
    this.pages = new Kept<>(stamp, MOST);
  }

  HandlerFunction<ServerResponse> of(HandlerFunction<ServerResponse> handler) {
    return Revalidated.of(kept(handler));
  }

  private HandlerFunction<ServerResponse> kept(HandlerFunction<ServerResponse> handler) {
    return request -> {
      var servlet = request.servletRequest();
      if (request.principal().isPresent() || servlet.getSession(false) != null) {
        return handler.handle(request);
      }
      Key key =
          new Key(
              servlet.getRequestURI() + "?" + servlet.getQueryString(),
              servlet.getLocale().getCountry());
      Kept<Key, ServerResponse>.Look look = pages.look(key);
      ServerResponse found = look.found();
      if (found != null) {
        return found;
      }
      ServerResponse made = handler.handle(request);
      if (made.statusCode().value() == 200 && servlet.getSession(false) == null) {
        look.keep(made);
      }
      return made;
    };
  }
}
