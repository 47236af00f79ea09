package org.entente.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.entente.text.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads addresses of the public web, and posts to them; the only class that uses the network.
 *
 * <p>Follows at most five redirects, each checked like the first address; asks robots.txt (RFC
 * 9309); gives up after a time and a size; refuses private, loopback and link-local addresses. A
 * name is resolved once for each connection, and the connection goes to the address that was
 * checked. Thread-safe.
 */
public final class Fetch {
  /** Name in robots.txt. */
  static final String AGENT = "entente";

  private static final int REDIRECTS = 5;
  private static final int ROBOTS_BYTES = 512 << 10; // RFC 9309, 2.5
  private static final long ROBOTS_KEPT = Duration.ofHours(24).toNanos(); // RFC 9309, 2.4
  private static final int REPLY_BYTES = 64 << 10;

  private final Duration patience;
  private final CloseableHttpClient client;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, KnownRobots> robots = new ConcurrentHashMap<>();

  private record KnownRobots(Robots rules, long asked) {}

  Fetch() {
    this(AddressPolicy.PUBLIC, Duration.ofSeconds(30));
  }

  /** Asks {@code policy} about every address; each request may take {@code patience}. */
  Fetch(AddressPolicy policy, Duration patience) {
    this(policy, InetAddress::getAllByName, patience);
  }

  Fetch(AddressPolicy policy, PinnedNames.Names names, Duration patience) {
    this.patience = patience;
    this.client = FetchClient.of(new PinnedNames(names, policy), patience);
  }

  /** Reads from the public internet alone. */
  public static Fetch standard() {
    return new Fetch();
  }

  /** Reads also from addresses inside that whoever runs the program allows. */
  public static Fetch allowing(Predicate<InetAddress> inside) {
    return new Fetch(
        address -> inside.test(address) || AddressPolicy.PUBLIC.allows(address),
        Duration.ofSeconds(30));
  }

  static boolean isAddress(String source) {
    return source.matches("(?i)[a-z][a-z0-9+.-]+://.*");
  }

  /** What an address holds. */
  Input get(String address) throws FetchException {
    return input(get(address, Fetched.Validators.NONE));
  }

  /**
   * What an address answers, whatever the status. With validators of an earlier answer the server
   * may say that nothing changed.
   *
   * @throws FetchException when there is no answer, or none may be asked for
   */
  public Fetched get(String address, Fetched.Validators known) throws FetchException {
    URI uri = parse(address, address);
    String moved = null;
    boolean permanent = true;
    for (int hop = 0; hop <= REDIRECTS; hop++) {
      if (!robots(uri, address).allows(path(uri))) {
        throw fail(
            Problem.Kind.FORBIDDEN,
            address,
            "may not be read: robots.txt of " + uri.getHost() + " forbids it");
      }
      FetchClient.Reply reply = send(get(uri, known), address, Limits.DOCUMENT);
      String location = reply.location();
      if (reply.status() / 100 != 3 || reply.status() == 304 || location == null) {
        return reply.fetched(address, uri.toString(), moved);
      }
      uri = parse(resolve(uri, location), address);
      permanent &= reply.isPermanent();
      moved = permanent ? withoutFragment(uri) : moved;
    }
    throw fail(Problem.Kind.UNREACHABLE, address, "redirects more than " + REDIRECTS + " times");
  }

  /**
   * Posts a body and gives the status that was answered; redirects are not followed.
   *
   * @throws FetchException when there is no answer, or the address may not be used
   */
  public Fetched post(String address, byte[] json, Map<String, String> headers)
      throws FetchException {
    URI uri = parse(address, address);
    HttpPost post = new HttpPost(uri);
    post.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
    headers.forEach(post::setHeader);
    return send(post, address, REPLY_BYTES).fetched(address, address, null);
  }

  private static HttpGet get(URI uri, Fetched.Validators known) {
    HttpGet get = new HttpGet(uri);
    get.setHeader("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5");
    get.setHeader("Accept-Encoding", "gzip");
    if (known.etag() != null) {
      get.setHeader("If-None-Match", known.etag());
    }
    if (known.modified() != null) {
      get.setHeader("If-Modified-Since", known.modified());
    }
    return get;
  }

  /** The answer as an input to read, where it is one. */
  static Input input(Fetched fetched) throws FetchException {
    int status = fetched.status();
    if (status != 200) {
      Problem.Kind kind =
          status == 404 || status == 410
              ? Problem.Kind.NOT_FOUND
              : status == 401 || status == 403 ? Problem.Kind.FORBIDDEN : Problem.Kind.UNREACHABLE;
      String host = URI.create(fetched.reached()).getHost();
      throw fail(
          kind, fetched.address(), "cannot be read: " + host + " answered with status " + status);
    }
    try {
      return Input.of(
          fetched.address(), fetched.contentType(), new ByteArrayInputStream(fetched.body()));
    } catch (IOException e) {
      throw new IllegalStateException("an array of bytes always reads", e);
    }
  }

  private Robots robots(URI uri, String address) throws FetchException {
    String origin = uri.getScheme() + "://" + uri.getRawAuthority();
    KnownRobots known = robots.get(origin);
    if (known == null || System.nanoTime() - known.asked > ROBOTS_KEPT) {
      known = new KnownRobots(ask(URI.create(origin + "/robots.txt"), address), System.nanoTime());
      robots.put(origin, known);
    }
    return known.rules;
  }

  private Robots ask(URI uri, String address) throws FetchException {
    FetchClient.Reply reply;
    try {
      reply = send(get(uri, Fetched.Validators.NONE), address, ROBOTS_BYTES);
    } catch (FetchException e) {
      if (e.problem().kind() == Problem.Kind.TOO_LARGE) {
        return Robots.ALLOW_ALL;
      }
      throw e;
    }
    if (reply.status() == 200) {
      return Robots.parse(new String(reply.body(), StandardCharsets.UTF_8), AGENT);
    }
    // RFC 9309, 2.3.1: no file allows all, a broken server forbids all.
    return reply.status() >= 500 ? Robots.DISALLOW_ALL : Robots.ALLOW_ALL;
  }

  private FetchClient.Reply send(HttpUriRequestBase request, String address, int limit)
      throws FetchException {
    Future<FetchClient.Reply> answer =
        threads.submit(
            () -> client.execute(request, response -> FetchClient.read(response, limit)));
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      request.cancel();
      throw fail(
          Problem.Kind.UNREACHABLE,
          address,
          "did not answer within " + patience.toSeconds() + " s");
    } catch (InterruptedException e) {
      request.cancel();
      Thread.currentThread().interrupt();
      throw fail(Problem.Kind.UNREACHABLE, address, "was not read: the reading was interrupted");
    } catch (ExecutionException e) {
      String host = request.getAuthority().getHostName();
      throw failed(address, host, Objects.requireNonNull(e.getCause()));
    }
  }

  private static FetchException failed(String address, String host, Throwable cause) {
    FetchException failure =
        switch (cause) {
          case PinnedNames.Inside _ ->
              fail(
                  Problem.Kind.FORBIDDEN,
                  address,
                  "was not read: " + host + " is not an address of the public internet");
          case UnknownHostException _ ->
              fail(Problem.Kind.NOT_FOUND, address, "there is no host named " + host);
          case FetchClient.TooLarge _ ->
              fail(
                  Problem.Kind.TOO_LARGE,
                  address,
                  "is larger than " + (Limits.DOCUMENT >> 20) + " MB and was left out");
          case SocketTimeoutException _ ->
              fail(Problem.Kind.UNREACHABLE, address, "did not answer in time");
          default ->
              fail(
                  Problem.Kind.UNREACHABLE, address, "cannot be reached: no connection to " + host);
        };
    failure.initCause(cause);
    return failure;
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

  private static String withoutFragment(URI uri) {
    String whole = uri.toString();
    int hash = whole.indexOf('#');
    return hash < 0 ? whole : whole.substring(0, hash);
  }

  private static String path(URI uri) {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  private static FetchException fail(Problem.Kind kind, String address, String message) {
    return new FetchException(new Problem(kind, address, message));
  }

  /** Says why an address could not be read. */
  public static final class FetchException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient @Nullable Problem problem;

    FetchException(Problem problem) {
      super(problem.message());
      this.problem = problem;
    }

    public Problem problem() {
      return Objects.requireNonNull(problem);
    }
  }
}
