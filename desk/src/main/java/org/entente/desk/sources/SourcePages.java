package org.entente.desk.sources;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import org.entente.desk.Access;
import org.entente.desk.Asked;
import org.entente.desk.Fault;
import org.entente.desk.Form;
import org.entente.desk.Page;
import org.entente.desk.Pages;
import org.entente.desk.Room;
import org.entente.store.Feeds;
import org.entente.store.Intakes;
import org.entente.store.StoredFeed;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The list of feeds, and what an editor does with it. */
public final class SourcePages {
  private static final int RECENT = 12;

  /** Ours: 500 feeds have 100 kB. */
  private static final int OPML_BYTES = 4 << 20;

  private final Feeds feeds;
  private final Intakes intakes;
  private final FeedReading reading;
  private final Pages pages;

  public SourcePages(Room room, FeedReading reading) {
    this.feeds = new Feeds(room.store());
    this.intakes = new Intakes(room.store());
    this.reading = reading;
    this.pages = room.pages();
  }

  public ServerResponse list(ServerRequest request) {
    SourcesView view =
        new SourcesView(
            feeds.all(),
            intakes.recent(RECENT),
            intakes.changed(RECENT),
            request.servletRequest().isUserInRole(Access.EDITOR.role()),
            Bookmarklet.of(request.uri()));
    return pages.page(request, new Page("Sources", "sources/sources.jte", view));
  }

  /** Adds a feed and reads it at once. */
  public ServerResponse add(ServerRequest request) {
    String address = address(Asked.required(request, "address"));
    boolean whole = request.param("pages").isPresent();
    long id = feeds.add(address, null, whole, who(request));
    feeds.feed(id).ifPresent(reading::soon);
    return Pages.seeOther("/sources");
  }

  /** Reads a feed now, stops or begins to read it, or takes it out. */
  public ServerResponse change(ServerRequest request) {
    long id = Asked.id(request);
    StoredFeed feed =
        feeds
            .feed(id)
            .orElseThrow(() -> Fault.missing("There is no feed " + id + "; it was taken out."));
    switch (Asked.words(request, "do")) {
      case "read" -> reading.soon(feed);
      case "stop" -> feeds.activate(id, false);
      case "begin" -> feeds.activate(id, true);
      case "remove" -> feeds.remove(id);
      default -> throw Fault.badRequest("A feed can be read, stopped, begun or removed.");
    }
    return Pages.seeOther("/sources");
  }

  /** All feeds as OPML. */
  public ServerResponse opml(ServerRequest request) {
    return ServerResponse.ok()
        .contentType(new MediaType("text", "x-opml", StandardCharsets.UTF_8))
        .header("Content-Disposition", "attachment; filename=\"entente-feeds.opml\"")
        .body(Opml.write(feeds.all()).getBytes(StandardCharsets.UTF_8));
  }

  /** Adds all feeds of an OPML file. */
  public ServerResponse addOpml(ServerRequest request) throws IOException, ServletException {
    Part file =
        new Form(request)
            .file("file")
            .orElseThrow(() -> Fault.badRequest("No file was chosen; choose one that holds OPML."));
    byte[] bytes;
    try (InputStream in = file.getInputStream()) {
      bytes = in.readNBytes(OPML_BYTES + 1);
    }
    if (bytes.length > OPML_BYTES) {
      throw Fault.badRequest("The file is larger than 4 MB, which no list of feeds is.");
    }
    List<Opml.Entry> entries = Opml.read(new String(bytes, StandardCharsets.UTF_8));
    if (entries.isEmpty()) {
      throw Fault.badRequest("The file names no feed: it is no OPML, or an empty one.");
    }
    for (Opml.Entry entry : entries) {
      feeds.add(
          entry.address(), entry.title().isEmpty() ? null : entry.title(), false, who(request));
    }
    return Pages.seeOther("/sources");
  }

  static String who(ServerRequest request) {
    return request.principal().map(Principal::getName).orElseThrow();
  }

  /** A web address as typed. */
  static String address(String words) {
    String address = words.matches("(?i)[a-z][a-z0-9+.-]*:.*") ? words : "https://" + words;
    try {
      URI uri = URI.create(address);
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      if (web && uri.getHost() != null && uri.getUserInfo() == null) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw Fault.badRequest(
        "'" + words + "' is no address that can be read; it begins with http:// or https://.");
  }
}
