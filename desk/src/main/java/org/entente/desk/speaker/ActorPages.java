package org.entente.desk.speaker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.desk.Asked;
import org.entente.desk.EventLine;
import org.entente.desk.Fault;
import org.entente.desk.Links;
import org.entente.desk.Page;
import org.entente.desk.Room;
import org.entente.relation.ActorKey;
import org.entente.store.Overview;
import org.entente.store.Sayings;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Actors and speakers: the list, one actor. */
public final class ActorPages {
  private static final int LISTED = 200;
  private static final int EVENTS = 40;
  private static final int PARTNERS = 15;

  private final Room room;
  private final Sayings sayings;

  public ActorPages(Room room) {
    this.room = room;
    this.sayings = new Sayings(room.store());
  }

  /** Who acts, who speaks. */
  public ServerResponse list(ServerRequest request) {
    List<ActorListView.Line> actors =
        room.overview().actors().stream()
            .limit(LISTED)
            .map(c -> new ActorListView.Line(c.name(), room.names().name(c.name()), c.times()))
            .toList();
    ActorListView view =
        new ActorListView(actors, room.overview().speakers().stream().limit(LISTED).toList());
    return room.pages().page(request, new Page("Actors", "speaker/actors.jte", view));
  }

  /** One actor. */
  public ServerResponse actor(ServerRequest request) {
    ActorKey key = room.actor(Asked.required(request, "key"));
    var days = room.days();
    var positions = room.overview().newestPositions(key, EVENTS);
    ActorView view =
        new ActorView(
            key.toString(),
            room.names().name(key),
            sayings.count(key.toString()),
            partners(key),
            room.overview().names(key),
            room.overview().newest(key, days.to(), EVENTS).stream().map(EventLine::of).toList(),
            positions,
            room.errorRate());
    if (view.events().isEmpty() && view.people().isEmpty() && positions.isEmpty()) {
      throw Fault.missing(
          view.name()
              + " is in nothing that was read from "
              + days.from()
              + " to "
              + days.to()
              + ".");
    }
    return room.pages().page(request, new Page(view.name(), "speaker/actor.jte", view));
  }

  private List<ActorView.Partner> partners(ActorKey key) {
    var days = room.days();
    Map<String, int[]> sums = new LinkedHashMap<>();
    for (Overview.Edge edge : room.overview().edges(days.from(), days.to())) {
      if (edge.source().equals(key.value()) || edge.target().equals(key.value())) {
        String other = edge.source().equals(key.value()) ? edge.target() : edge.source();
        int[] sum = sums.computeIfAbsent(other, o -> new int[2]);
        sum[0] += edge.agreement();
        sum[1] += edge.tension();
      }
    }
    List<ActorView.Partner> partners = new ArrayList<>();
    sums.forEach((other, sum) ->
        partners.add(
            new ActorView.Partner(
                Links.pair(key.value(), other), room.names().name(other), sum[0], sum[1])));
    partners.sort(
        (a, b) -> Integer.compare(b.agreement() + b.tension(), a.agreement() + a.tension()));
    return partners.subList(0, Math.min(PARTNERS, partners.size()));
  }
}
