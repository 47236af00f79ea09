package org.entente.cli;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One of many members at a desk: keeps its cookies and the form that it opened. It speaks HTTP with
 * as little work as can be and a connection for each request, since members have machines of their
 * own and what they compute is not the desk's time. One thread at a time.
 */
final class CrowdMember {
  private static final Pattern COOKIE = Pattern.compile("(?im)^Set-Cookie: ([^=\\s]+)=([^;\\s]*)");
  private static final Pattern FIELD = Pattern.compile("name=\"(_csrf)\" value=\"([^\"]+)\"");

  private final Map<String, String> cookies = new TreeMap<>();
  private Map<String, String> form = Map.of();

  /** Opens a page and keeps the hidden fields of its form. */
  String open(URI desk, String path) throws IOException {
    String page = answer(desk, "GET " + path, "");
    Map<String, String> fields = new TreeMap<>();
    for (Matcher field = FIELD.matcher(page); field.find(); ) {
      fields.putIfAbsent(field.group(1), field.group(2));
    }
    form = fields;
    return page;
  }

  /**
   * Sends the form that it opened last, filled.
   *
   * @return the first line of the answer
   */
  String send(URI desk, String path, Map<String, String> filled) throws IOException {
    Map<String, String> fields = new TreeMap<>(form);
    fields.putAll(filled);
    String coded =
        fields.entrySet().stream()
            .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return answer(desk, "POST " + path, coded).lines().findFirst().orElse("");
  }

  private String answer(URI desk, String asked, String body) throws IOException {
    String cookie =
        cookies.entrySet().stream()
            .map(c -> c.getKey() + "=" + c.getValue())
            .collect(Collectors.joining("; "));
    String request =
        asked
            + " HTTP/1.1\r\nHost: "
            + desk.getAuthority()
            + "\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + body.length()
            + (cookie.isEmpty() ? "" : "\r\nCookie: " + cookie)
            + "\r\n\r\n"
            + body;
    try (Socket socket = new Socket(desk.getHost(), desk.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      for (Matcher set = COOKIE.matcher(answer); set.find(); ) {
        cookies.put(set.group(1), set.group(2));
      }
      return answer;
    }
  }
}
