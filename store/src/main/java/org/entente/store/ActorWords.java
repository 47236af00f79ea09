package org.entente.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.actor.Actor;
import org.entente.actor.ActorNames;
import org.entente.export.Sectors;
import org.entente.relation.ActorKey;

/**
 * What a user calls an actor: {@code RUS}, {@code Russia}, {@code Moscow}, {@code SYR/REB}, {@code
 * "United Nations"}, and the key that events carry for it. Thread-safe.
 */
public final class ActorWords {
  private final ActorNames names = ActorNames.load(null);

  /**
   * @throws StoreException when neither the files nor the store know the name
   */
  public ActorKey key(String words, LocalDate day, Store store) {
    if (words.isBlank()) {
      throw new StoreException(
          StoreException.Reason.UNKNOWN_ACTOR,
          "an actor is missing; give a country code such as RUS, or a name such as Russia");
    }
    int slash = words.indexOf('/');
    if (slash > 0) {
      ActorKey side = key(words.substring(0, slash), day, store);
      return ActorKey.parse(side.value() + words.substring(slash));
    }
    ActorKey code = ActorKey.parse(words);
    if (names.isState(code.value())) {
      return code;
    }
    Optional<Actor> known = names.named(words, day);
    String key = known.map(ActorKey::of).orElse("");
    if (!key.isEmpty()) {
      return new ActorKey(key, "");
    }
    if (store.actorKeys().contains(words)) {
      return new ActorKey(words, "");
    }
    throw unknown(words);
  }

  private StoreException unknown(String words) {
    List<String> like = new ArrayList<>(names.like(words));
    return new StoreException(
        StoreException.Reason.UNKNOWN_ACTOR,
        "nobody is known as '"
            + words
            + "'"
            + (like.isEmpty()
                ? "; give a country code such as RUS, or a name such as Russia"
                : "; did you mean " + String.join(", ", like) + "?"));
  }

  /** What a reader calls a key: "Russia", "Syria (rebels)". */
  public String name(ActorKey key) {
    return name(key.toString());
  }

  public String name(String key) {
    int slash = key.indexOf('/');
    return slash < 0
        ? names.state(key)
        : names.state(key.substring(0, slash))
            + " ("
            + Sectors.shipped().name(key.substring(slash + 1))
            + ")";
  }
}
