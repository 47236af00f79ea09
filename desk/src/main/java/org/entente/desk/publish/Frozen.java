package org.entente.desk.publish;

import java.util.Arrays;
import org.entente.desk.Fault;
import org.entente.desk.Room;
import org.entente.relation.Grain;
import org.entente.store.Block;
import org.entente.store.Cited;

/** Of what something that is frozen now is made. Thread-safe. */
final class Frozen {
  private final Room room;
  private final Cited cited;

  Frozen(Room room) {
    this.room = room;
    this.cited = new Cited(room.store());
  }

  /**
   * The codings decide what is found and counted.
   *
   * @param page of the documentation that says what is made of them
   */
  Block.Basis basis(String page) {
    return new Block.Basis(page + ", codings " + cited.codings(), room.days().to().toString());
  }

  static Grain grain(String noun) {
    return Arrays.stream(Grain.values())
        .filter(g -> g.noun().equals(noun))
        .findFirst()
        .orElseThrow(() -> Fault.badRequest("'" + noun + "' is no length of time."));
  }
}
