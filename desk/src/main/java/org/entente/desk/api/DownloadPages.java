package org.entente.desk.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.entente.desk.Asked;
import org.entente.desk.Fault;
import org.entente.desk.Page;
import org.entente.desk.Room;
import org.entente.export.FileKind;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;

/** The page from which people take the files that programs read. Thread-safe. */
public final class DownloadPages {
  private final Room room;

  DownloadPages(Room room) {
    this.room = room;
  }

  /** All layouts, with the days and actors that are asked for. */
  public ServerResponse show(ServerRequest request) {
    Asked.Days days = Asked.days(request);
    String from = Objects.toString(days.from(), "");
    String to = Objects.toString(days.to(), "");
    String pair = Asked.words(request, "pair");
    String[] actors = pair.isEmpty() ? new String[0] : pair.split(",", -1);
    if (actors.length > 2) {
      throw Fault.badRequest("A pair has two actors, not " + actors.length + ".");
    }
    for (String actor : actors) {
      room.actor(actor.strip());
    }
    List<DownloadsView.Line> lines = new ArrayList<>();
    for (FileKind kind : Offers.all()) {
      UriComponentsBuilder link = UriComponentsBuilder.fromPath("/api/export/" + kind.name());
      add(link, "from", from);
      add(link, "to", to);
      add(link, "pair", pair);
      String href = link.encode().build().toUriString();
      lines.add(new DownloadsView.Line(kind.name(), kind.about(), href));
    }
    return room.pages()
        .page(
            request,
            new Page("Downloads", "api/downloads.jte", new DownloadsView(from, to, pair, lines)));
  }

  private static void add(UriComponentsBuilder link, String name, String value) {
    if (!value.isEmpty()) {
      link.queryParam(name, value);
    }
  }
}
