package org.entente.desk.api;

import java.util.ArrayList;
import java.util.List;
import org.entente.desk.Asked;
import org.entente.desk.Fault;
import org.entente.desk.Room;
import org.entente.export.Selection;
import org.entente.relation.ActorKey;
import org.springframework.web.servlet.function.ServerRequest;

/** What a program asks for in an address. Thread-safe. */
record Asking(Room room) {
  /** The days and actors. */
  Selection selection(ServerRequest request) {
    List<ActorKey> pair = new ArrayList<>();
    String words = Asked.words(request, "pair");
    for (String actor : words.isEmpty() ? new String[0] : words.split(",", -1)) {
      pair.add(room.actor(actor.strip()));
    }
    try {
      return new Selection(Asked.day(request, "from"), Asked.day(request, "to"), pair);
    } catch (IllegalArgumentException e) {
      throw Fault.badRequest(Problems.sentence(String.valueOf(e.getMessage())));
    }
  }

  /** The article behind which to go on; 0 for none. */
  static long after(ServerRequest request) {
    String words = Asked.words(request, "after");
    if (!words.matches("[0-9]{0,18}")) {
      throw Fault.badRequest("'" + words + "' is no id of an article for 'after'.");
    }
    return words.isEmpty() ? 0 : Long.parseLong(words);
  }
}
