package org.entente.desk.pair;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.desk.Asked;
import org.entente.desk.Fault;
import org.entente.desk.Links;
import org.entente.desk.Room;
import org.entente.relation.ActorKey;
import org.entente.relation.Grain;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Which pair and bin an address asks for.
 *
 * @param one one actor
 * @param other the other
 * @param by length of a bin
 * @param on a day of the bin
 */
record PairQuestion(ActorKey one, ActorKey other, Grain by, LocalDate on) {
  static PairQuestion of(ServerRequest request, Room room) {
    ActorKey one = room.actor(Asked.required(request, "a"));
    ActorKey other = room.actor(Asked.required(request, "b"));
    if (one.equals(other)) {
      throw Fault.badRequest(
          "Both sides are " + room.names().name(one) + "; a pair needs two actors.");
    }
    LocalDate on = Asked.day(request, "on");
    return new PairQuestion(
        one,
        other,
        Asked.one(request, "by", Grain.class).orElse(Grain.WEEK),
        on == null ? room.days().to() : on);
  }

  LocalDate from() {
    return by.start(on);
  }

  LocalDate to() {
    return by.plus(from(), 1).minusDays(1);
  }

  String href(LocalDate day) {
    return Links.pair(one.toString(), other.toString(), by, day);
  }

  /** The same question for a download. */
  String query() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("a", one.toString());
    parts.put("b", other.toString());
    parts.put("by", by.noun());
    parts.put("on", on.toString());
    return Links.with("", parts);
  }
}
