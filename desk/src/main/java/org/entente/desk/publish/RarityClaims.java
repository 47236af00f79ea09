package org.entente.desk.publish;

import java.time.LocalDate;
import java.util.Locale;
import org.entente.desk.Fault;
import org.entente.desk.Links;
import org.entente.desk.Room;
import org.entente.relation.Grain;
import org.entente.relation.Rarity;
import org.entente.relation.Side;
import org.entente.store.Block;

/** How rare something was for two. Thread-safe. */
final class RarityClaims {
  private final Room room;
  private final Frozen frozen;

  RarityClaims(Room room) {
    this.room = room;
    this.frozen = new Frozen(room);
  }

  /** What the desk says of a side now. */
  Block.Claim freeze(Wanted.Two two, Side side) {
    if (two.one().equals(two.other())) {
      throw Fault.badRequest("A claim needs two different actors.");
    }
    Block.Claim asked =
        new Block.Claim(
            two.one().toString(),
            two.other().toString(),
            side.name().toLowerCase(Locale.ROOT),
            two.by().noun(),
            two.by().start(two.on()).toString(),
            new Block.Figure("", 0, "", "", ""));
    return new Block.Claim(
        asked.one(), asked.other(), asked.side(), asked.by(), asked.on(), figure(asked));
  }

  BlockView.Claim view(Block.Claim claim) {
    Block.Figure now = figure(claim);
    boolean changed =
        !now.words().equals(claim.then().words()) || !now.verdict().equals(claim.then().verdict());
    Grain by = Frozen.grain(claim.by());
    LocalDate on = LocalDate.parse(claim.on());
    String title =
        "%s between %s and %s, %s"
            .formatted(
                claim.side().substring(0, 1).toUpperCase(Locale.ROOT) + claim.side().substring(1),
                room.names().name(room.actor(claim.one())),
                room.names().name(room.actor(claim.other())),
                by.name(on));
    return new BlockView.Claim(
        claim, title, changed ? now : null, Links.pair(claim.one(), claim.other(), by, on));
  }

  private Block.Figure figure(Block.Claim claim) {
    Side side = Side.valueOf(claim.side().toUpperCase(Locale.ROOT));
    Rarity rarity =
        room.answer(
                room.actor(claim.one()),
                room.actor(claim.other()),
                Frozen.grain(claim.by()),
                LocalDate.parse(claim.on()))
            .rarity(side);
    Block.Basis basis = frozen.basis("docs/rarity.md");
    return new Block.Figure(
        rarity.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        rarity.bin().events(),
        rarity.words(),
        basis.method(),
        basis.data());
  }
}
