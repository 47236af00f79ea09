package org.entente.desk.watch;

import java.util.List;
import java.util.stream.Stream;
import org.entente.desk.Fault;
import org.entente.desk.Room;
import org.entente.store.Query;
import org.entente.store.Watches;
import org.springframework.web.servlet.function.ServerRequest;

/** Makes a watch of the fields of its form; what cannot be watched is a sentence. */
final class WatchForm {
  private static final int LONGEST_NAME = 100;

  private final Room room;
  private final WatchWords words;

  WatchForm(Room room, WatchWords words) {
    this.room = room;
    this.words = words;
  }

  /** What the form asks for. */
  Watches.Wanted wanted(ServerRequest request, String owner) {
    WatchFields fields = WatchFields.of(request);
    Query view = view(request, fields);
    if (fields.rare() && view.actors().size() != 2) {
      throw Fault.badRequest("Rarity is told of two actors; name both.");
    }
    if (view.equals(Query.ALL)) {
      throw Fault.badRequest(
          "A watch looks for words, an actor, a pair, a code, a status, an outlet or days; give one.");
    }
    if (!fields.mail().isEmpty() && !Mail.isAddress(fields.mail())) {
      throw Fault.badRequest("'" + fields.mail() + "' is no e-mail address.");
    }
    if (!fields.hook().isEmpty() && !fields.hook().matches("(?i)https?://[^\\s/?#]+.*")) {
      throw Fault.badRequest(
          "'" + fields.hook() + "' is no address of a webhook; it begins with https://.");
    }
    return new Watches.Wanted(
        name(fields, view), view, fields.rare(), owner, fields.mail(), fields.hook());
  }

  private String name(WatchFields fields, Query view) {
    String name = fields.name().isEmpty() ? words.of(view, fields.rare()) : fields.name();
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "…" : name;
  }

  private Query view(ServerRequest request, WatchFields fields) {
    return room.view(request, List.of(fields.a(), fields.b())).withCodes(codes(fields.code()));
  }

  private static List<String> codes(String typed) {
    List<String> codes = Stream.of(typed.split("[\\s,]+")).filter(c -> !c.isEmpty()).toList();
    for (String code : codes) {
      if (!code.matches("[0-9]{1,4}")) {
        throw Fault.badRequest("'" + code + "' is no CAMEO code, nor the beginning of one.");
      }
    }
    return codes;
  }
}
