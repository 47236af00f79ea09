package org.entente.desk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A web server on loopback: gives what a test put at a path, and keeps what it was sent. */
public final class Receiver implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<Got> got = new CopyOnWriteArrayList<>();

  /** What a path answers. */
  public record Answer(int status, Map<String, String> headers, byte[] body) {
    public static Answer of(String type, String body) {
      return new Answer(200, Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer status(int status) {
      return new Answer(status, Map.of(), new byte[0]);
    }
  }

  /** A request that came. */
  public record Got(String method, String path, Map<String, List<String>> headers, String body) {
    public String header(String name) {
      return headers.entrySet().stream()
          .filter(e -> e.getKey().equalsIgnoreCase(name))
          .map(e -> e.getValue().getFirst())
          .findFirst()
          .orElse("");
    }
  }

  public Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  public String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  public void put(String path, Answer answer) {
    answers.put(path, answer);
  }

  /** All that came, the first first. */
  public List<Got> all() {
    return List.copyOf(got);
  }

  /** What came to a path, the first first. */
  public List<Got> at(String path) {
    return got.stream().filter(g -> g.path().equals(path)).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      got.add(
          new Got(
              exchange.getRequestMethod(), path, Map.copyOf(exchange.getRequestHeaders()), body));
      Answer answer = answers.getOrDefault(path, Answer.status(404));
      String known = exchange.getRequestHeaders().getFirst("If-None-Match");
      boolean same = known != null && known.equals(answer.headers().get("ETag"));
      answer.headers().forEach((k, v) -> exchange.getResponseHeaders().add(k, v));
      boolean empty = same || answer.body().length == 0;
      exchange.sendResponseHeaders(same ? 304 : answer.status(), empty ? -1 : answer.body().length);
      if (!empty) {
        exchange.getResponseBody().write(answer.body());
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
