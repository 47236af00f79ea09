package org.entente.desk.publish;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.entente.desk.Fault;
import org.entente.desk.Links;
import org.entente.desk.Markdown;
import org.entente.desk.Room;
import org.entente.desk.member.Passages;
import org.entente.relation.ActorKey;
import org.entente.relation.Grain;
import org.entente.relation.Rarity;
import org.entente.relation.Side;
import org.entente.store.Block;
import org.entente.store.Cited;
import org.entente.store.Content;
import org.entente.store.Drafts;
import org.entente.store.Post;

/** Makes the parts of a press review ready to show. Thread-safe. */
public final class Blocks implements Passages {
  private final Room room;
  private final Cited cited;
  private final Drafts drafts;
  private final Markdown markdown = new Markdown();

  public Blocks(Room room) {
    this.room = room;
    this.cited = new Cited(room.store());
    this.drafts = new Drafts(room.store());
  }

  /** All parts, in order; the author's first words have the id {@code lead}. */
  List<BlockView> of(Content content) {
    List<BlockView> views = new ArrayList<>();
    List<String> ids = ids(content);
    for (int i = 0; i < content.blocks().size(); i++) {
      views.add(view(content.blocks().get(i), ids.get(i), i));
    }
    return views;
  }

  private BlockView view(Block block, String id, int place) {
    return switch (block) {
      case Block.Prose p ->
          new BlockView(
              id,
              place,
              new BlockView.Prose(p.markdown(), markdown.post(p.markdown())),
              null,
              null);
      case Block.Clip c -> new BlockView(id, place, null, clip(c), null);
      case Block.Claim c -> new BlockView(id, place, null, null, claim(c));
    };
  }

  static List<String> ids(Content content) {
    List<String> ids = new ArrayList<>();
    boolean led = false;
    for (Block block : content.blocks()) {
      String kind = block instanceof Block.Clip ? "clip-" : "part-";
      boolean lead = !led && block instanceof Block.Prose;
      led |= lead;
      ids.add(lead ? "lead" : kind + (ids.size() + 1));
    }
    return ids;
  }

  private BlockView.Clip clip(Block.Clip clip) {
    Optional<Cited.Around> around = cited.around(clip);
    int words = Excerpts.words(clip.exact());
    return new BlockView.Clip(
        clip,
        paragraphs(clip.exact()),
        around.map(a -> Links.article(a.id())).orElse(null),
        words,
        around
            .map(a -> (int) Math.round(100.0 * words / Math.max(1, Excerpts.words(a.text()))))
            .orElse(null),
        Objects.requireNonNullElse(clip.source().outlet(), "an outlet that is not named"));
  }

  /** Lines that were broken by hand run on; an empty line parts paragraphs. */
  static List<String> paragraphs(String exact) {
    return Arrays.stream(exact.split("\\n\\s*\\n"))
        .map(p -> p.replaceAll("\\s+", " ").strip())
        .filter(p -> !p.isEmpty())
        .toList();
  }

  private BlockView.Claim claim(Block.Claim claim) {
    Block.Figure now = figure(claim);
    boolean changed =
        !now.words().equals(claim.then().words()) || !now.verdict().equals(claim.then().verdict());
    Grain by = grain(claim.by());
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

  /** A claim that says what the desk says now. */
  Block.Claim freeze(ActorKey one, ActorKey other, Side side, Grain by, LocalDate on) {
    if (one.equals(other)) {
      throw Fault.badRequest("A claim needs two different actors.");
    }
    Block.Figure none = new Block.Figure("", 0, "", "", "");
    Block.Claim asked =
        new Block.Claim(
            one.toString(),
            other.toString(),
            side.name().toLowerCase(Locale.ROOT),
            by.noun(),
            by.start(on).toString(),
            none);
    return new Block.Claim(
        asked.one(), asked.other(), asked.side(), asked.by(), asked.on(), figure(asked));
  }

  private Block.Figure figure(Block.Claim claim) {
    Side side = Side.valueOf(claim.side().toUpperCase(Locale.ROOT));
    Rarity rarity =
        room.answer(
                room.actor(claim.one()),
                room.actor(claim.other()),
                grain(claim.by()),
                LocalDate.parse(claim.on()))
            .rarity(side);
    return new Block.Figure(
        rarity.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        rarity.bin().events(),
        rarity.words(),
        method(),
        room.days().to().toString());
  }

  /** The codings decide what is counted; docs/rarity.md says what is made of the counts. */
  private String method() {
    return "docs/rarity.md, codings " + cited.codings();
  }

  private static Grain grain(String noun) {
    return Arrays.stream(Grain.values())
        .filter(g -> g.noun().equals(noun))
        .findFirst()
        .orElseThrow(() -> Fault.badRequest("'" + noun + "' is no length of time."));
  }

  @Override
  public List<Part> of(Post post) {
    return parts(drafts.shown(post).content());
  }

  /** The parts of a version that have words. */
  List<Part> parts(Content content) {
    List<String> ids = ids(content);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      if (content.blocks().get(i) instanceof Block.Prose prose) {
        parts.add(new Part(ids.get(i), markdown.plain(prose.markdown()), null));
      } else if (content.blocks().get(i) instanceof Block.Clip clip) {
        parts.add(new Part(ids.get(i), clip.exact(), clip));
      }
    }
    return parts;
  }
}
