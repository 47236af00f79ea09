package org.entente.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.entente.text.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD, unit = TimeUnit.SECONDS)
class FetchTest {
  private HttpServer server;
  private String root;
  private volatile String robots = "User-agent: *\nDisallow: /closed/\n";

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    root = "http://localhost:" + server.getAddress().getPort();
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    switch (path) {
      case "/robots.txt" -> send(exchange, 200, "text/plain", robots);
      case "/page" -> send(exchange, 200, "text/html; charset=utf-8", "<p>Gondor wrote é.</p>");
      case "/moved" -> redirect(exchange, "/page");
      case "/inwards" -> redirect(exchange, "http://10.1.2.3/secret");
      case "/round" -> redirect(exchange, "/round");
      case "/slow" -> sleep();
      case "/big" -> send(exchange, 200, "text/plain", "x".repeat((32 << 20) + 1));
      default -> send(exchange, 404, "text/plain", "no");
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(20_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().add("Location", to);
    send(exchange, 302, "text/plain", "");
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Test
  void aPageIsReadThroughARedirect() {
    assertThat(open(root + "/page").document().content()).isEqualTo("Gondor wrote é.");
    assertThat(open(root + "/moved").document().id()).isEqualTo(root + "/moved");
  }

  @ParameterizedTest
  @CsvSource({
    "/closed/x, FORBIDDEN",
    "/inwards, FORBIDDEN",
    "/round, UNREACHABLE",
    "/slow, UNREACHABLE",
    "/big, TOO_LARGE",
    "/none, NOT_FOUND"
  })
  void whatCannotBeReadIsSaid(String path, Problem.Kind kind) {
    Item item = open(root + path);

    assertThat(item.document()).isNull();
    assertThat(item.problems().getFirst().kind()).isEqualTo(kind);
    assertThat(item.problems().getFirst().where()).isEqualTo(root + path);
    assertThat(item.problems().getFirst().message()).doesNotContain("Exception");
  }

  @Test
  void noAddressInsideIsReadByDefault() {
    Item item = open(new Fetch(), root + "/page");

    assertThat(item.problems().getFirst().kind()).isEqualTo(Problem.Kind.FORBIDDEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://example.org/x", "http://", "http://[::bad/", "https://user@localhost/"})
  void whatIsNoWebAddressIsSaid(String address) {
    assertThat(open(address).problems().getFirst().kind()).isEqualTo(Problem.Kind.NOT_FOUND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "2002:7f00:1::",
        "64:ff9b::7f00:1",
        "::ffff:127.0.0.1"
      })
  void addressesInsideAreNotPublic(String address) throws IOException {
    assertThat(AddressPolicy.PUBLIC.allows(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"93.184.216.34", "8.8.8.8", "2606:4700::1111", "192.0.66.2"})
  void otherAddressesArePublic(String address) throws IOException {
    assertThat(AddressPolicy.PUBLIC.allows(InetAddress.getByName(address))).isTrue();
  }

  @Test
  void robotsAreObeyedByTheLongestRule() {
    Robots rules =
        Robots.parse(
            "User-agent: other\nDisallow: /\n\nUser-agent: entente\nUser-agent: friend\n"
                + "Disallow: /a # all of it\nAllow: /a/open\nDisallow: /*.pdf$\n",
            "entente");

    assertThat(rules.allows("/b")).isTrue();
    assertThat(rules.allows("/a/x")).isFalse();
    assertThat(rules.allows("/a/open/x")).isTrue();
    assertThat(rules.allows("/b/c.pdf")).isFalse();
    assertThat(rules.allows("/b/c.pdf?x")).isTrue();
  }

  private static Item open(String address) {
    return open(new Fetch(a -> a.isLoopbackAddress(), Duration.ofSeconds(3)), address);
  }

  private static Item open(Fetch fetch, String address) {
    try (Stream<Item> items = Documents.fetching(fetch).open(address)) {
      return DocumentsTest.only(items.toList());
    }
  }
}
