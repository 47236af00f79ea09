package org.entente.desk;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpCookie;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at a desk that is rehearsed. What is not answered as it should be throws. */
final class RehearsedVisitor {
  private static final Pattern HIDDEN =
      Pattern.compile("name=\"(_csrf|form|base|seen)\" value=\"([^\"]*)\"");

  private final URI desk;
  private final Map<String, String> cookies = new TreeMap<>();
  private final Map<String, String> hidden = new TreeMap<>();

  RehearsedVisitor(URI desk) {
    this.desk = desk;
  }

  /** Opens a page and keeps the hidden fields of its first form. */
  void open(String path) throws IOException {
    HttpURLConnection connection = connection(path);
    String page = answered(connection, 200);
    hidden.clear();
    Matcher field = HIDDEN.matcher(page);
    while (field.find()) {
      hidden.putIfAbsent(field.group(1), field.group(2));
    }
  }

  /** Follows an address that leads on. */
  void follow(String path) throws IOException {
    HttpURLConnection connection = connection(path);
    answered(connection, 303);
    open(to(connection));
  }

  /**
   * Sends a form with the hidden fields of the page that was opened last.
   *
   * @return where the answer leads
   */
  String send(String path, Map<String, String> fields) throws IOException {
    Map<String, String> all = new TreeMap<>(hidden);
    all.putAll(fields);
    HttpURLConnection connection = connection(path);
    connection.setDoOutput(true);
    connection.getOutputStream().write(coded(all).getBytes(StandardCharsets.US_ASCII));
    answered(connection, 303);
    return to(connection);
  }

  private HttpURLConnection connection(String path) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) desk.resolve(path).toURL().openConnection();
    connection.setInstanceFollowRedirects(false);
    connection.setRequestProperty("Connection", "close"); // as from many machines
    connection.setRequestProperty("Cookie", cookie());
    return connection;
  }

  private String cookie() {
    return cookies.entrySet().stream()
        .map(c -> c.getKey() + "=" + c.getValue())
        .collect(Collectors.joining("; "));
  }

  private String answered(HttpURLConnection connection, int status) throws IOException {
    if (connection.getResponseCode() != status) {
      throw new IOException(
          connection.getURL() + " was answered with " + connection.getResponseCode());
    }
    connection
        .getHeaderFields()
        .forEach((name, values) -> {
          if ("Set-Cookie".equalsIgnoreCase(name)) {
            values.forEach(this::keep);
          }
        });
    try (InputStream in = connection.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void keep(String set) {
    HttpCookie cookie = HttpCookie.parse(set).getFirst();
    cookies.put(cookie.getName(), cookie.getValue());
  }

  private static String to(HttpURLConnection connection) {
    return String.valueOf(connection.getHeaderField("Location"));
  }

  private static String coded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
