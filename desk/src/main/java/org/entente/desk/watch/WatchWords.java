package org.entente.desk.watch;

import java.util.ArrayList;
import java.util.List;
import org.entente.desk.Room;
import org.entente.store.Query;
import org.entente.store.StoredWatch;

/** What a watch looks for, in words. Thread-safe. */
final class WatchWords {
  private final Room room;

  WatchWords(Room room) {
    this.room = room;
  }

  String of(StoredWatch watch) {
    return of(watch.view(), watch.rare());
  }

  /** Every part that restricts, such as "Russia, United States, code 04, from 2013-05-01". */
  String of(Query view, boolean rare) {
    List<String> parts = new ArrayList<>();
    view.actors().forEach(a -> parts.add(room.names().name(a)));
    view.codes().forEach(c -> parts.add("code " + c));
    if (view.status() != null) {
      parts.add("status " + view.status().word());
    }
    if (!view.words().isBlank()) {
      parts.add("the words " + view.words());
    }
    if (view.outlet() != null) {
      parts.add("outlet " + view.outlet());
    }
    if (view.from() != null) {
      parts.add("from " + view.from());
    }
    if (view.to() != null) {
      parts.add("up to " + view.to());
    }
    if (rare) {
      parts.add("rare weeks");
    }
    return String.join(", ", parts);
  }
}
