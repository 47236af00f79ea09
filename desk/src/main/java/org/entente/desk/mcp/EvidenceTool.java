package org.entente.desk.mcp;

import java.util.List;
import java.util.Map;
import org.entente.desk.mcp.Parts.Part;
import org.entente.export.ExportEvent;
import org.entente.export.ExportStatement;
import org.entente.export.Party;
import org.entente.export.Passage;
import org.entente.export.Withdrawn;
import org.entente.store.Store;
import org.entente.store.StoredRecords;
import org.entente.store.StoredRecords.Kept;
import org.jspecify.annotations.Nullable;

/** The words behind a coding, as the exports hold them too. Thread-safe. */
final class EvidenceTool {
  private final StoredRecords records;

  EvidenceTool(Store store) {
    this.records = new StoredRecords(store);
  }

  Map<String, Object> answer(Arguments arguments) {
    boolean event = arguments.text("kind").equals("event");
    long id = arguments.number("id");
    Kept kept =
        (event ? records.event(id) : records.statement(id))
            .orElseThrow(() ->
                new Arguments.Wrong("There is no " + arguments.text("kind") + " " + id + "."));
    Part found = event ? event(kept) : statement(kept);
    return found == null ? withdrawn(kept, event ? "event" : "quotation") : found;
  }

  private static @Nullable Part event(Kept kept) {
    for (ExportEvent e : kept.article().events()) {
      if (e.id() == kept.id()) {
        return new Part()
            .with("kind", "event")
            .with("id", e.id())
            .with("code", e.type().code())
            .with("what", e.type().name())
            .with("status", e.status().word())
            .withDay("day", e.day())
            .with("range", Parts.range(e.range()))
            .with("source", party(e.source()))
            .with("target", party(e.target()))
            .with("evidence", passage(e.evidence().passage()))
            .with("before", Untrusted.of(e.evidence().before(), Parts.NAME))
            .with("after", Untrusted.of(e.evidence().after(), Parts.NAME))
            .with("sentence", e.sentence())
            .with("reportedBy", Parts.chain(e.attribution()))
            .with("rule", e.rule())
            .withNumber("confidence", e.confidence())
            .with("codebook", e.codebook())
            .with("article", Parts.article(e.article()));
      }
    }
    return null;
  }

  private static @Nullable Part statement(Kept kept) {
    for (ExportStatement s : kept.article().statements()) {
      if (s.id() == kept.id()) {
        List<Part> words = s.contents().stream().limit(20).map(EvidenceTool::passage).toList();
        return new Part()
            .with("kind", "statement")
            .with("id", s.id())
            .with("manner", Parts.lower(s.kind()))
            .with("status", s.status().word())
            .with("speaker", party(s.speaker()))
            .with("addressee", party(s.addressee()))
            .with("words", words)
            .with("before", Untrusted.of(s.before(), Parts.NAME))
            .with("after", Untrusted.of(s.after(), Parts.NAME))
            .with("reportedBy", Parts.chain(s.chain()))
            .with("rule", s.rule())
            .with("codebook", s.codebook())
            .with("article", Parts.article(s.article()));
      }
    }
    return null;
  }

  private static Part withdrawn(Kept kept, String what) {
    String reason =
        kept.article().withdrawn().stream()
            .filter(w -> w.id() == kept.id() && w.what().equals(what))
            .map(Withdrawn::reason)
            .findFirst()
            .orElse("holds no longer");
    return new Part()
        .with("id", kept.id())
        .with("withdrawn", reason)
        .with("article", Parts.article(kept.article().article()));
  }

  private static @Nullable Part party(@Nullable Party party) {
    if (party == null) {
      return null;
    }
    Part part = Parts.actor(party.actor());
    return part == null || party.words() == null
        ? part
        : part.with("named", passage(party.words()));
  }

  private static Part passage(Passage passage) {
    return new Part()
        .with("start", passage.start())
        .with("end", passage.end())
        .with("text", Untrusted.of(passage.exact(), Parts.SENTENCE));
  }
}
