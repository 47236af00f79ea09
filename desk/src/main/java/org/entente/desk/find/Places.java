package org.entente.desk.find;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.desk.Links;
import org.entente.desk.Room;
import org.entente.relation.Pair;
import org.entente.store.Overview;

/**
 * Actors, speakers, pairs and codes of a store, by what they are called. Made once for each state
 * of the store, in the order in which they are offered: the busiest first. Immutable.
 */
final class Places {
  private final List<Place> all;

  /**
   * @param found where it leads
   * @param name the words of its name, lower case
   * @param keys what else it is called, lower case
   */
  private record Place(Found found, List<String> name, List<String> keys) {
    Place(Found found, String keys) {
      this(found, split(found.name()), split(keys));
    }

    /** Whether each of the asked words begins one of its own. */
    boolean isCalled(List<String> asked) {
      return asked.stream()
          .allMatch(
              a -> Stream.concat(name.stream(), keys.stream()).anyMatch(w -> w.startsWith(a)));
    }

    /** 0 when it is called just so, 1 when that is how its name begins, else 2. */
    int distance(List<String> asked) {
      return name.equals(asked) || keys.equals(asked)
          ? 0
          : !name.isEmpty() && name.getFirst().startsWith(asked.getFirst()) ? 1 : 2;
    }
  }

  private Places(List<Place> all) {
    this.all = List.copyOf(all);
  }

  static Places of(Room room) {
    List<Place> all = new ArrayList<>();
    for (Overview.Count actor : room.overview().actors()) {
      String name = room.names().name(actor.name());
      Found found = new Found("actor", name, Links.actor(actor.name()));
      all.add(new Place(found, actor.name()));
    }
    for (Overview.Count speaker : room.overview().speakers()) {
      String name = speaker.name();
      all.add(new Place(new Found("speaker", name, Links.speaker(name)), ""));
    }
    pairs(room, all);
    room.codebook()
        .types()
        .forEach(type -> {
          String name = type.code() + " " + type.name();
          String href = Links.with("/wire", Map.of("code", type.code()));
          all.add(new Place(new Found("code", name, href), ""));
        });
    return new Places(all);
  }

  private static void pairs(Room room, List<Place> all) {
    var days = room.days();
    Map<Pair, Integer> sums = new LinkedHashMap<>();
    for (Overview.Edge edge : room.overview().edges(days.from(), days.to())) {
      sums.merge(
          Pair.of(edge.source(), edge.target()), edge.agreement() + edge.tension(), Integer::sum);
    }
    sums.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .forEach(pair -> {
          String one = room.names().name(pair.first());
          String other = room.names().name(pair.second());
          String href = Links.pair(pair.first(), pair.second());
          Found found = new Found("pair", one + " and " + other, href);
          all.add(new Place(found, pair.first() + " " + pair.second()));
        });
  }

  /**
   * What the words lead to, the nearest first.
   *
   * @param most of each kind
   */
  List<Found> called(String words, int most) {
    List<String> asked = split(words);
    if (asked.isEmpty()) { // nothing but signs
      return List.of();
    }
    Map<String, Integer> taken = new LinkedHashMap<>();
    return all.stream()
        .filter(p -> p.isCalled(asked))
        .sorted(Comparator.comparingInt(p -> p.distance(asked)))
        .map(Place::found)
        .filter(f -> taken.merge(f.kind(), 1, Integer::sum) <= most)
        .toList();
  }

  /** Small words between two names ask for nothing. */
  private static List<String> split(String words) {
    return Arrays.stream(words.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}/']+"))
        .filter(w -> !w.isEmpty() && !w.equals("and"))
        .toList();
  }
}
