package org.entente.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Style sheet, scripts and icon, all from the jar. Each is served at an address that holds a hash
 * of its content and may be kept for a year. One style sheet and one script are put together from a
 * file per feature. Thread-safe; a missing file fails at construction.
 */
public final class Assets {
  /** Files below assets/ that make the style sheet, in this order. */
  private static final List<String> STYLES =
      List.of(
          "tokens.css",
          "base.css",
          "reading.css",
          "charts.css",
          "member.css",
          "work.css",
          "press.css",
          "palette.css");

  private static final List<String> SCRIPTS =
      List.of("desk.js", "passkey.js", "review.js", "autosave.js", "palette.js");
  private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";

  private final Map<String, Asset> assets;

  Assets() {
    assets =
        Map.of(
            "desk.css", Asset.of("text/css", together(STYLES)),
            "desk.js", Asset.of("text/javascript", together(SCRIPTS)),
            "htmx.js", Asset.of("text/javascript", bytes(HTMX)),
            "icon.svg", Asset.of("image/svg+xml", bytes("assets/icon.svg")));
  }

  private record Asset(MediaType type, byte[] content, String version) {
    static Asset of(String type, byte[] content) {
      try {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
        String version = HexFormat.of().formatHex(hash, 0, 6);
        MediaType media = MediaType.parseMediaType(type + ";charset=UTF-8");
        return new Asset(media, content, version);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** The address of an asset. */
  public String path(String name) {
    Asset asset = assets.get(name);
    if (asset == null) {
      throw new IllegalArgumentException("there is no asset '" + name + "'");
    }
    return "/assets/" + asset.version() + "/" + name;
  }

  ServerResponse serve(ServerRequest request) {
    Asset asset = assets.get(request.pathVariable("name"));
    if (asset == null || !asset.version().equals(request.pathVariable("version"))) {
      throw Fault.missing("There is no such file.");
    }
    return ServerResponse.ok()
        .contentType(asset.type())
        .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
        .body(asset.content());
  }

  private static byte[] together(List<String> names) {
    return names.stream()
        .map(n -> new String(bytes("assets/" + n), StandardCharsets.UTF_8))
        .collect(Collectors.joining("\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the desk's file " + name + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
