package org.entente.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.entente.text.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads one address of the public web; the only class that uses the network.
 *
 * <p>Follows at most five redirects, each checked like the first address; asks robots.txt (RFC
 * 9309); gives up after a time and a size; refuses private, loopback and link-local addresses after
 * the name is resolved. The name is resolved again by the connection itself: the Java name cache
 * (30 s by default) makes both see the same answer, and the check is repeated after the response,
 * before anything of it is used. Thread-safe.
 */
final class Fetch {
  /** Name in robots.txt. */
  static final String AGENT = "entente";

  private static final int REDIRECTS = 5;
  private static final int ROBOTS_BYTES = 512 << 10; // RFC 9309, 2.5

  private final AddressPolicy policy;
  private final Duration patience;
  private final HttpClient client;
  private final Map<String, Robots> robots = new ConcurrentHashMap<>();

  Fetch() {
    this(AddressPolicy.PUBLIC, Duration.ofSeconds(30));
  }

  /** Asks {@code policy} about every address; each request may take {@code patience}. */
  Fetch(AddressPolicy policy, Duration patience) {
    this.policy = policy;
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience)
            .build();
  }

  static boolean isAddress(String source) {
    return source.matches("(?i)[a-z][a-z0-9+.-]+://.*");
  }

  /** What an address holds. */
  Input get(String address) throws FetchException {
    URI uri = parse(address, address);
    for (int hop = 0; hop <= REDIRECTS; hop++) {
      if (!robots(uri, address).allows(path(uri))) {
        throw fail(
            Problem.Kind.FORBIDDEN,
            address,
            "may not be read: robots.txt of " + uri.getHost() + " forbids it");
      }
      HttpResponse<byte[]> response = send(uri, address, Limits.DOCUMENT);
      int status = response.statusCode();
      String location = response.headers().firstValue("Location").orElse(null);
      if (status / 100 != 3 || location == null) {
        return input(uri, address, response);
      }
      uri = parse(resolve(uri, location), address);
    }
    throw fail(Problem.Kind.UNREACHABLE, address, "redirects more than " + REDIRECTS + " times");
  }

  private static Input input(URI uri, String address, HttpResponse<byte[]> response)
      throws FetchException {
    int status = response.statusCode();
    if (status != 200) {
      Problem.Kind kind =
          status == 404 || status == 410
              ? Problem.Kind.NOT_FOUND
              : status == 401 || status == 403 ? Problem.Kind.FORBIDDEN : Problem.Kind.UNREACHABLE;
      throw fail(
          kind, address, "cannot be read: " + uri.getHost() + " answered with status " + status);
    }
    String type = response.headers().firstValue("Content-Type").orElse(null);
    try {
      return Input.of(address, type, new ByteArrayInputStream(response.body()));
    } catch (IOException e) {
      throw new IllegalStateException("an array of bytes always reads", e);
    }
  }

  private Robots robots(URI uri, String address) throws FetchException {
    String origin = uri.getScheme() + "://" + uri.getRawAuthority();
    Robots known = robots.get(origin);
    if (known == null) {
      known = ask(URI.create(origin + "/robots.txt"), address);
      robots.put(origin, known);
    }
    return known;
  }

  private Robots ask(URI uri, String address) throws FetchException {
    HttpResponse<byte[]> response;
    try {
      response = send(uri, address, ROBOTS_BYTES);
    } catch (FetchException e) {
      if (e.problem().kind() == Problem.Kind.TOO_LARGE) {
        return Robots.ALLOW_ALL;
      }
      throw e;
    }
    int status = response.statusCode();
    if (status == 200) {
      return Robots.parse(new String(response.body(), StandardCharsets.UTF_8), AGENT);
    }
    // RFC 9309, 2.3.1: no file allows all, a broken server forbids all.
    return status >= 500 ? Robots.DISALLOW_ALL : Robots.ALLOW_ALL;
  }

  private HttpResponse<byte[]> send(URI uri, String address, int limit) throws FetchException {
    check(uri, address);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(patience)
            .header("User-Agent", AGENT)
            .header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5")
            .build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), limit));
    try {
      HttpResponse<byte[]> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      check(uri, address);
      return response;
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw fail(
          Problem.Kind.UNREACHABLE,
          address,
          "did not answer within " + patience.toSeconds() + " s");
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw fail(Problem.Kind.UNREACHABLE, address, "was not read: the reading was interrupted");
    } catch (ExecutionException e) {
      throw failed(address, uri, Objects.requireNonNull(e.getCause()));
    }
  }

  private static FetchException failed(String address, URI uri, Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    if (message.contains("exceeds capacity")) {
      return fail(
          Problem.Kind.TOO_LARGE,
          address,
          "is larger than " + (Limits.DOCUMENT >> 20) + " MB and was left out");
    }
    boolean late =
        cause instanceof java.net.http.HttpTimeoutException
            || cause instanceof HttpConnectTimeoutException;
    return fail(
        Problem.Kind.UNREACHABLE,
        address,
        late ? "did not answer in time" : "cannot be reached: no connection to " + uri.getHost());
  }

  private void check(URI uri, String address) throws FetchException {
    try {
      for (InetAddress resolved : InetAddress.getAllByName(uri.getHost())) {
        if (!policy.allows(resolved)) {
          throw fail(
              Problem.Kind.FORBIDDEN,
              address,
              "was not read: " + uri.getHost() + " is not an address of the public internet");
        }
      }
    } catch (UnknownHostException e) {
      throw fail(Problem.Kind.NOT_FOUND, address, "there is no host named " + uri.getHost());
    }
  }

  private static URI parse(String text, String address) throws FetchException {
    URI uri;
    try {
      uri = URI.create(text.strip().replace(" ", "%20"));
    } catch (IllegalArgumentException e) {
      throw fail(Problem.Kind.NOT_FOUND, address, "is no valid address");
    }
    boolean web =
        "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
    if (!web || uri.getHost() == null || uri.getUserInfo() != null) {
      throw fail(
          Problem.Kind.NOT_FOUND,
          address,
          "is no address that can be read: use http:// or https:// and a host");
    }
    return uri;
  }

  private static String resolve(URI base, String location) {
    try {
      return base.resolve(location.strip().replace(" ", "%20")).toString();
    } catch (IllegalArgumentException e) {
      return location;
    }
  }

  private static String path(URI uri) {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  private static FetchException fail(Problem.Kind kind, String address, String message) {
    return new FetchException(new Problem(kind, address, message));
  }

  /** Says why an address could not be read. */
  static final class FetchException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient @Nullable Problem problem;

    FetchException(Problem problem) {
      super(problem.message());
      this.problem = problem;
    }

    Problem problem() {
      return Objects.requireNonNull(problem);
    }
  }
}
