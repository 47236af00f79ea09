package org.entente.desk.blog;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.desk.Fault;
import org.entente.desk.member.PostPath;
import org.entente.store.ImportedPosts;
import org.entente.store.Store;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Leads from where a review stood at another blog to where it stands now: from a path, and from
 * WordPress's {@code /?p=12}, by which it finds each post whatever its permanent address looks
 * like. Thread-safe.
 */
public final class OldAddresses {
  /** A number of a post in a query; what stands beside it names no post. */
  private static final Pattern NUMBER = Pattern.compile("(?:^|&)p=([0-9]{1,12})(?:&|$)");

  private final ImportedPosts posts;

  public OldAddresses(Store store) {
    this.posts = new ImportedPosts(store);
  }

  /** For ever; a withdrawn review says so at its address here, a draft is nowhere. */
  public ServerResponse lead(ServerRequest request) {
    return found(request).orElseThrow(() -> Fault.missing("There is no page at this address."));
  }

  /** Leads on where the address names an old post, and else answers as a page of the desk. */
  public HandlerFunction<ServerResponse> before(HandlerFunction<ServerResponse> page) {
    return request -> {
      Optional<ServerResponse> old =
          request.param("p").isPresent() ? found(request) : Optional.empty();
      return old.isPresent() ? old.get() : page.handle(request);
    };
  }

  private Optional<ServerResponse> found(ServerRequest request) {
    String path = request.requestPath().value();
    return Stream.of(key(path, request.uri().getRawQuery()), key(path, null))
        .map(posts::at)
        .flatMap(Optional::stream)
        .filter(p -> p.published() != null)
        .findFirst()
        .map(p ->
            ServerResponse.status(HttpStatus.MOVED_PERMANENTLY)
                .location(URI.create(PostPath.of(p)))
                .build());
  }

  /** Under what an address is kept; "" for one that leads to no single post. */
  static String key(String address) {
    try {
      URI uri = URI.create(address.strip());
      String key = key(uri.getRawPath(), uri.getRawQuery());
      return uri.getRawQuery() != null && !key.contains("?") ? "" : key;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** The path without the slash at its end, and of the query the number of a post. */
  private static String key(@Nullable String path, @Nullable String query) {
    String place = path == null ? "" : path.replaceFirst("(?:/index\\.php)?/*$", "");
    Matcher number = NUMBER.matcher(query == null ? "" : query);
    return number.find() ? (place.isEmpty() ? "/" : place) + "?p=" + number.group(1) : place;
  }
}
