package org.entente.desk.publish;

import java.util.List;
import org.entente.store.Block;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the desk found, for machines, in the words of schema.org. Pure functions. */
final class FoundParts {
  private FoundParts() {}

  /** What a part says in a sentence; null of parts that the desk did not find. */
  static @Nullable String words(Block block) {
    return switch (block) {
      case Block.Claim c -> c.then().words();
      case Block.Series s -> s.then().words();
      case Block.Statements t ->
          t.then().lines().size() + " of " + t.then().found() + " statements that were found";
      case Block.Announced a -> NoticeClaims.words(a.then());
      case Block.Prose p -> null;
      case Block.Clip c -> null;
    };
  }

  private static Block.@Nullable Basis basis(Block block) {
    return switch (block) {
      case Block.Claim c -> new Block.Basis(c.then().method(), c.then().data());
      case Block.Series s -> s.then().basis();
      case Block.Statements t -> t.then().basis();
      case Block.Announced a -> a.then().basis();
      case Block.Prose p -> null;
      case Block.Clip c -> null;
    };
  }

  /** Adds a part as a claim, a data set, a list of quotations or an event. */
  static void add(ArrayNode parts, Block block, String id) {
    String words = words(block);
    Block.Basis basis = basis(block);
    if (words == null || basis == null) {
      return;
    }
    ObjectNode node = parts.addObject();
    node.put("@id", id);
    switch (block) {
      case Block.Series s -> series(node, s, words);
      case Block.Statements t -> node.put("@type", "ItemList").put("name", words);
      case Block.Announced a -> event(node, a.then(), words);
      default -> node.put("@type", "Claim").put("text", words);
    }
    ObjectNode made = node.putObject("subjectOf");
    made.put("@type", "CreativeWork").put("abstract", basis.method());
    made.put("temporalCoverage", "../" + basis.data());
  }

  private static void series(ObjectNode node, Block.Series series, String words) {
    List<Block.Bin> bins = series.then().bins();
    node.put("@type", "Dataset");
    node.put(
        "name",
        "Agreement and tension of %s and %s by %s"
            .formatted(series.one(), series.other(), series.by()));
    node.put("description", words);
    node.put("temporalCoverage", bins.getFirst().start() + "/" + bins.getLast().start());
    ArrayNode measured = node.putArray("variableMeasured");
    List.of("agreement", "tension", "articles read").forEach(measured::add);
  }

  private static void event(ObjectNode node, Block.Notice then, String words) {
    node.put("@type", "Event").put("name", then.what()).put("description", words);
    if (then.from() != null) {
      node.put("startDate", then.from());
    }
    if (then.to() != null) {
      node.put("endDate", then.to());
    }
    if (!then.place().isBlank()) {
      node.put("location", then.place());
    }
    ArrayNode who = node.putArray("organizer");
    then.who().forEach(who::add);
  }
}
