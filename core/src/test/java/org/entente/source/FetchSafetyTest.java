package org.entente.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.entente.text.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a hostile server or file may try. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD, unit = TimeUnit.SECONDS)
class FetchSafetyTest {
  private static final byte[] INSIDE = {10, 0, 0, 1};
  private static final byte[] PRETENDED_PUBLIC = {127, 0, 0, 1};

  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger resolved = new AtomicInteger();
  private HttpServer server;
  private String host;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
    host = "http://rebind.test:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    try (exchange) {
      switch (exchange.getRequestURI().getPath()) {
        case "/robots.txt" -> exchange.sendResponseHeaders(404, -1);
        case "/page" -> send(exchange, "<p>Gondor wrote.</p>".getBytes(StandardCharsets.UTF_8));
        case "/hop" -> redirect(exchange, "http://inside.test/");
        case "/metadata" -> redirect(exchange, "http://169.254.169.254/latest/meta-data/");
        case "/unchanged" -> unchanged(exchange);
        case "/busy" -> busy(exchange);
        case "/huge" -> huge(exchange);
        case "/bomb" -> bomb(exchange);
        case "/drip" -> drip(exchange);
        default -> exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private static void send(HttpExchange exchange, byte[] body) throws IOException {
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().add("Location", to);
    exchange.sendResponseHeaders(302, -1);
  }

  private static void unchanged(HttpExchange exchange) throws IOException {
    boolean known = "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
    exchange.getResponseHeaders().add("ETag", "\"v1\"");
    exchange.sendResponseHeaders(known ? 304 : 200, -1);
  }

  private static void busy(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Retry-After", "7200");
    exchange.sendResponseHeaders(429, -1);
  }

  /** 500 MB without saying so first. */
  private static void huge(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    byte[] megabyte = new byte[1 << 20];
    java.util.Arrays.fill(megabyte, (byte) 'x');
    for (int i = 0; i < 500; i++) {
      exchange.getResponseBody().write(megabyte);
    }
  }

  /** Half a megabyte that unpacks to 500. */
  private static void bomb(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Content-Encoding", "gzip");
    exchange.sendResponseHeaders(200, 0);
    fill(exchange.getResponseBody(), 500);
  }

  private static void fill(OutputStream out, int megabytes) throws IOException {
    try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
      byte[] megabyte = new byte[1 << 20];
      java.util.Arrays.fill(megabyte, (byte) 'x');
      for (int i = 0; i < megabytes; i++) {
        packed.write(megabyte);
      }
    }
  }

  /** A byte each tenth of a second, for ever: no single read is slow. */
  private static void drip(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try {
      while (true) {
        exchange.getResponseBody().write('x');
        exchange.getResponseBody().flush();
        Thread.sleep(100);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Loopback stands for the public internet here, 10.0.0.1 for what lies inside. */
  private Fetch fetch(PinnedNames.Names names) {
    return new Fetch(InetAddress::isLoopbackAddress, names, Duration.ofSeconds(2));
  }

  private static InetAddress[] address(String host, byte[] bytes) throws UnknownHostException {
    return new InetAddress[] {InetAddress.getByAddress(host, bytes)};
  }

  private InetAddress[] outside(String name) throws UnknownHostException {
    resolved.incrementAndGet();
    if (name.equals("inside.test")) {
      return address(name, INSIDE);
    }
    return name.endsWith(".test")
        ? address(name, PRETENDED_PUBLIC)
        : InetAddress.getAllByName(name);
  }

  private static Problem.Kind refusal(Fetch fetch, String address) {
    try {
      fetch.get(address, Fetched.Validators.NONE);
      throw new AssertionError(address + " was read");
    } catch (Fetch.FetchException e) {
      return e.problem().kind();
    }
  }

  @Test
  void theConnectionGoesToTheAddressThatWasCheckedAndTheNameIsAskedOnceForEach() throws Exception {
    Fetched page = fetch(this::outside).get(host + "/page", Fetched.Validators.NONE);

    assertThat(page.status()).isEqualTo(200);
    assertThat(requests.get()).isEqualTo(2); // robots.txt and the page
    assertThat(resolved.get()).isEqualTo(2);
  }

  @Test
  void aNameThatLeadsInsideTheSecondTimeIsRefusedBeforeAnythingIsAsked() {
    Fetch fetch =
        fetch(name ->
            resolved.incrementAndGet() == 1
                ? address(name, PRETENDED_PUBLIC)
                : address(name, INSIDE));

    assertThat(refusal(fetch, host + "/page")).isEqualTo(Problem.Kind.FORBIDDEN);
    assertThat(requests.get()).isEqualTo(1); // robots.txt, under the first answer
  }

  @Test
  void aNameWithOneAddressInsideAmongOthersIsRefused() {
    Fetch fetch =
        fetch(name ->
            new InetAddress[] {
              InetAddress.getByAddress(name, PRETENDED_PUBLIC),
              InetAddress.getByAddress(name, INSIDE)
            });

    assertThat(refusal(fetch, host + "/page")).isEqualTo(Problem.Kind.FORBIDDEN);
    assertThat(requests.get()).isZero();
  }

  @Test
  void redirectsInsideAreRefusedByNameAndByNumber() {
    assertThat(refusal(fetch(this::outside), host + "/hop")).isEqualTo(Problem.Kind.FORBIDDEN);
    assertThat(refusal(fetch(this::outside), host + "/metadata")).isEqualTo(Problem.Kind.FORBIDDEN);
  }

  @Test
  void formsOfLoopbackThatHideItAreRefused() {
    for (String hidden :
        List.of("http://2130706433/", "http://0x7f000001/", "http://[::1]/", "http://127.1/")) {
      assertThat(refusal(Fetch.standard(), hidden))
          .as(hidden)
          .isIn(Problem.Kind.FORBIDDEN, Problem.Kind.NOT_FOUND);
    }
  }

  @Test
  void postsInsideAreRefused() {
    assertThatThrownBy(() -> Fetch.standard().post("http://127.0.0.1:1/", new byte[0], Map.of()))
        .hasMessageContaining("not an address of the public internet");
  }

  @Test
  void theServerIsAskedWhetherAnythingChangedAndHowLongToWait() throws Exception {
    Fetch fetch = fetch(this::outside);
    Fetched first = fetch.get(host + "/unchanged", Fetched.Validators.NONE);
    assertThat(first.unchanged()).isFalse();
    assertThat(fetch.get(host + "/unchanged", first.validators()).unchanged()).isTrue();
    assertThat(fetch.get(host + "/busy", Fetched.Validators.NONE).retryAfter())
        .isEqualTo(Duration.ofHours(2));
  }

  @Test
  void fiveHundredMegabytesAreRefusedInBoundedMemory() {
    Fetch fetch = new Fetch(InetAddress::isLoopbackAddress, this::outside, Duration.ofSeconds(60));
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    long before = runtime.totalMemory() - runtime.freeMemory();
    assertThat(refusal(fetch, host + "/huge")).isEqualTo(Problem.Kind.TOO_LARGE);
    assertThat(refusal(fetch, host + "/bomb")).isEqualTo(Problem.Kind.TOO_LARGE);
    long after = runtime.totalMemory() - runtime.freeMemory();
    assertThat(after - before).isLessThan(400L << 20);
  }

  @Test
  void aServerThatDripsForEverIsLeft() {
    assertThat(refusal(fetch(this::outside), host + "/drip")).isEqualTo(Problem.Kind.UNREACHABLE);
  }

  private static List<Item> open(String name, byte[] bytes) {
    try (Stream<Item> items = Documents.standard().open(name, new ByteArrayInputStream(bytes))) {
      return items.toList();
    }
  }

  @Test
  void aGzippedFileThatUnpacksToAbsurdSizesIsRefused() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    fill(packed, 300);
    for (String name : List.of("bomb.txt.gz", "bomb.jsonl.gz", "bomb.html.gz")) {
      assertThat(open(name, packed.toByteArray()))
          .singleElement()
          .satisfies(i -> assertThat(i.document()).isNull())
          .satisfies(
              i -> assertThat(i.problems().getFirst().kind()).isEqualTo(Problem.Kind.TOO_LARGE));
    }
  }

  @Test
  void aZipFileIsNotUnpackedAtAll() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("page.html"));
      zip.write(new byte[1 << 20]);
    }
    assertThat(open("pages.zip", bytes.toByteArray()))
        .singleElement()
        .satisfies(i -> assertThat(i.problems().getFirst().kind()).isEqualTo(Problem.Kind.BINARY));
  }

  @Test
  void xmlReachesNothingOutsideOfItselfAndEntitiesAreNotExpanded() {
    String feed =
        """
        <?xml version="1.0"?>
        <!DOCTYPE rss [<!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY a "haha">
        <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
        <rss version="2.0"><channel><title>t</title><item><guid>1</guid>
        <description>Gondor wrote. &file; &c;</description></item></channel></rss>
        """;
    List<Item> items = open("feed.xml", feed.getBytes(StandardCharsets.UTF_8));
    assertThat(items).hasSize(1);
    assertThat(items.getFirst().document().content())
        .startsWith("Gondor wrote.")
        .doesNotContain("root:", "haha");
  }
}
