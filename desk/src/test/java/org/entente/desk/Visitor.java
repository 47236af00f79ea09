package org.entente.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.store.Member;
import org.entente.store.Members;
import org.entente.store.Role;
import org.entente.store.Store;
import org.entente.store.Tickets;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a browser but no scripts: keeps its cookies, sends forms with the token of the page
 * that they stand on, follows no redirect by itself.
 */
public final class Visitor {
  /** The password of every member that {@link #member} makes. */
  public static final String PASSWORD = "a row of grey herons";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final String address;
  private final Map<String, String> cookies = new ConcurrentSkipListMap<>();

  private Visitor(String address) {
    this.address = address;
  }

  /** Somebody who is not signed in. */
  public static Visitor at(Desk desk) {
    return new Visitor(desk.address().toString());
  }

  /** Somebody who is not signed in, at a desk in another process. */
  public static Visitor at(String address) {
    return new Visitor(address);
  }

  /** Makes a member without a password and signs it in by a link, which is quicker. */
  public static Visitor letIn(Desk desk, String name) {
    Store store = TestDesk.store(desk);
    String mail = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.org";
    Member member =
        new Members(store).add(new Members.Joining(name, mail, null), Role.MEMBER).orElseThrow();
    Tickets.Asked asked =
        new Tickets.Asked(
            Tickets.Purpose.SIGN_IN, member, Role.MEMBER, "", Duration.ofMinutes(15), 1);
    String link = "/sign-in/" + new Tickets(store).make(asked);
    Visitor visitor = at(desk);
    visitor.post(link, link, Map.of());
    return visitor;
  }

  /** Makes an account, without any page. */
  public static Member member(Desk desk, String name, Role role) {
    Store store = desk.part(Store.class);
    String hash = desk.part(Entrance.class).passwords().encode(PASSWORD);
    String mail = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.org";
    return new Members(store).add(new Members.Joining(name, mail, hash), role).orElseThrow();
  }

  /** Makes an account and signs it in with its password. */
  public static Visitor signedIn(Desk desk, String name, Role role) {
    member(desk, name, role);
    Visitor visitor = at(desk);
    visitor.signIn(name, PASSWORD);
    return visitor;
  }

  public HttpResponse<String> signIn(String who, String password) {
    return post("/sign-in", Map.of("who", who, "password", password), token("/sign-in"));
  }

  public HttpResponse<String> get(String path) {
    return send(to(path).GET());
  }

  public HttpResponse<String> head(String path) {
    return send(to(path).HEAD());
  }

  /** Sends nothing by any method. */
  public HttpResponse<String> send(String method, String path) {
    return send(to(path).method(method, BodyPublishers.noBody()));
  }

  /** Sends a form as it stands on a page. */
  public HttpResponse<String> post(String page, String path, Map<String, String> fields) {
    return post(path, fields, token(page));
  }

  /** Sends a form with a token of the caller's. */
  public HttpResponse<String> post(String path, Map<String, String> fields, String token) {
    String body =
        fields.entrySet().stream()
            .map(e -> coded(e.getKey()) + "=" + coded(e.getValue()))
            .collect(Collectors.joining("&"));
    String whole = token.isEmpty() ? body : body + "&_csrf=" + coded(token);
    return send(
        to(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(whole)));
  }

  /** The token of the first form of a page; "" where there is none. */
  public String token(String page) {
    Matcher token = TOKEN.matcher(get(page).body());
    return token.find() ? token.group(1) : "";
  }

  /** Its cookies as a browser sends them, by name; "" where it has none. */
  public String cookie() {
    return cookies.entrySet().stream()
        .map(c -> c.getKey() + "=" + c.getValue())
        .collect(Collectors.joining("; "));
  }

  /** What it keeps under the name of a cookie; null for nothing. */
  public @Nullable String cookie(String name) {
    return cookies.get(name);
  }

  /** Somebody with the one cookie that the caller gives it. */
  public static Visitor with(Desk desk, String name, String value) {
    Visitor visitor = at(desk);
    visitor.cookies.put(name, value);
    return visitor;
  }

  /** The same person, when the desk stands at another address. */
  public Visitor at(URI other) {
    Visitor moved = new Visitor(other.toString());
    moved.cookies.putAll(cookies);
    return moved;
  }

  /** Somebody else with the same cookies, as a thief would have it. */
  public Visitor twin() {
    Visitor twin = new Visitor(address);
    twin.cookies.putAll(cookies);
    return twin;
  }

  /** A request to a path, with the cookie; send it with {@link #send(HttpRequest.Builder)}. */
  public HttpRequest.Builder to(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address).resolve(path));
    return cookies.isEmpty() ? request : request.header("Cookie", cookie());
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
      answer.headers().allValues("Set-Cookie").forEach(this::keep);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As a browser does: a cookie that is over is dropped. */
  private void keep(String set) {
    HttpCookie cookie = HttpCookie.parse(set).getFirst();
    if (cookie.getMaxAge() == 0) {
      cookies.remove(cookie.getName());
    } else {
      cookies.put(cookie.getName(), cookie.getValue());
    }
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
