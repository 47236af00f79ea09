package org.entente.desk.sources;

import java.util.List;
import org.entente.desk.Asked;
import org.entente.desk.Fault;
import org.entente.desk.Page;
import org.entente.desk.Room;
import org.entente.store.Intakes;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Versions of a document whose text changed, compared word by word. */
public final class VersionPages {
  private final Room room;
  private final Intakes intakes;

  public VersionPages(Room room) {
    this.room = room;
    this.intakes = new Intakes(room.store());
  }

  public ServerResponse show(ServerRequest request) {
    long document = Asked.id(request);
    List<Intakes.Version> versions = intakes.versions(document);
    if (versions.isEmpty()) {
      throw Fault.missing("There is no document " + document + ".");
    }
    int to = number(request, "to", versions.size(), versions.size());
    int from = number(request, "from", Math.max(1, to - 1), versions.size());
    List<WordDiff.Part> parts =
        from == to ? List.of() : WordDiff.of(text(versions, from), text(versions, to));
    VersionsView view =
        new VersionsView(
            versions.getFirst().name(),
            versions,
            from,
            to,
            parts,
            intakes.articles(versions.get(to - 1).document()));
    return room.pages().page(request, new Page("Versions", "sources/versions.jte", view));
  }

  private String text(List<Intakes.Version> versions, int number) {
    return room.store().content(versions.get(number - 1).document());
  }

  private static int number(ServerRequest request, String name, int otherwise, int most) {
    int number = Asked.number(request, name, otherwise);
    if (number > most) {
      throw Fault.badRequest(
          "There is no version " + number + "; there are " + most + " of this document.");
    }
    return number;
  }
}
