package org.entente.desk.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.entente.desk.EventLine;
import org.entente.desk.Kept;
import org.entente.desk.Links;
import org.entente.desk.Markdown;
import org.entente.desk.Room;
import org.entente.desk.member.Passages;
import org.entente.store.Block;
import org.entente.store.Cited;
import org.entente.store.Content;
import org.entente.store.Drafts;
import org.entente.store.Post;
import org.entente.text.Evidence;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/** Makes the parts of a press review ready to show. Thread-safe. */
public final class Blocks implements Passages {
  /** As many as a month of reviews makes. */
  private static final int CLAIMS = 200;

  private final Cited cited;
  private final Drafts drafts;
  private final Markdown markdown = new Markdown();
  private final Kept<Shown, BlockView.Part> claims;
  private final RarityClaims rarity;
  private final SeriesClaims series;
  private final StatementClaims statements;
  private final NoticeClaims notices;

  public Blocks(Room room) {
    this.claims = new Kept<>(room.overview()::stamp, CLAIMS);
    this.rarity = new RarityClaims(room);
    this.series = new SeriesClaims(room);
    this.statements = new StatementClaims(room);
    this.notices = new NoticeClaims(room);
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
    return new BlockView(id, place, part(block, id));
  }

  private BlockView.Part part(Block block, String id) {
    return switch (block) {
      case Block.Prose p -> new BlockView.Prose(p.markdown(), markdown.post(p.markdown()));
      case Block.Clip c -> clip(c);
      default -> claims.get(new Shown(block, id), this::claim);
    };
  }

  /** What is asked of the store anew, until it changes. */
  private record Shown(Block block, String id) {}

  private BlockView.Part claim(Shown shown) {
    return switch (shown.block()) {
      case Block.Claim c -> rarity.view(c);
      case Block.Series s -> series.view(s, shown.id());
      case Block.Statements s -> statements.view(s);
      case Block.Announced a -> notices.view(a);
      default -> throw new IllegalArgumentException("no claim: " + shown.block());
    };
  }

  /** A part as it would stand in a review. */
  BlockView preview(Block block) {
    return view(block, "preview", 0);
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
        paragraphs(clip),
        around.map(a -> Links.article(a.id())).orElse(null),
        words,
        around
            .map(a -> (int) Math.round(100.0 * words / Math.max(1, Excerpts.words(a.text()))))
            .orElse(null),
        Objects.requireNonNullElse(clip.source().outlet(), "an outlet that is not named"));
  }

  /**
   * The paragraphs of a clip, by their places in its words; null where empty lines part them as
   * well.
   *
   * @param clip from where to where it goes in its text
   * @param own the paragraphs of the text, in order
   */
  static @Nullable List<Block.Piece> pieces(Span clip, List<Span> own, String exact) {
    List<Block.Piece> pieces =
        own.stream()
            .filter(clip::overlaps)
            .map(s ->
                new Block.Piece(
                    Math.max(s.start(), clip.start()) - clip.start(),
                    Math.min(s.end(), clip.end()) - clip.start()))
            .toList();
    Block.Source nobody = new Block.Source(null, null, null, null, null);
    String hash = Evidence.hash(exact);
    List<String> known = paragraphs(new Block.Clip(nobody, hash, 0, exact, false, pieces));
    return known.equals(paragraphs(new Block.Clip(nobody, hash, 0, exact, false))) ? null : pieces;
  }

  /** Lines that were broken by hand run on. */
  static List<String> paragraphs(Block.Clip clip) {
    return clip.paragraphs().stream()
        .map(p -> EventLine.oneLine(clip.exact().substring(p.from(), p.to())))
        .filter(p -> !p.isEmpty())
        .toList();
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
