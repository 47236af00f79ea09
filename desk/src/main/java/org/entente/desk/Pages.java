package org.entente.desk;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Renders templates. A template takes {@code frame} (what every page needs) and {@code view} (its
 * own record); everything it prints is escaped for the place where it stands. Thread-safe.
 */
public final class Pages {
  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), "org.entente.desk.templates");
  private final Frames frames;

  Pages(Frames frames) {
    this.frames = frames;
  }

  /** Whether they are the demo's. */
  public boolean demo() {
    return frames.demo();
  }

  /** A whole page in the layout. */
  public ServerResponse page(ServerRequest request, Page page) {
    Map<String, Object> given =
        Map.of("frame", frames.of(request, page.title()), "view", page.view());
    return ServerResponse.status(page.status())
        .contentType(HTML)
        .body(render(page.template(), given));
  }

  private byte[] render(String template, Map<String, Object> given) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    templates.render(template, given, output);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(output.getContentLength());
    try {
      output.writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** After a form was done: to the page that shows the result. */
  public static ServerResponse seeOther(String path) {
    return ServerResponse.status(303).location(java.net.URI.create(path)).build();
  }
}
