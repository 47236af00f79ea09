package org.entente.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.codebook.EventType;
import org.entente.relation.Counting;
import org.entente.statement.Status;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Lays what people said over what the machine coded. The machine's own values stay beside
 * (machine_code …), so that nothing is lost and the share of errors can be told.
 */
final class Corrections {
  private static final String COPIED =
      "article_id, number, code, quad, goldstein, status, status_rule, certainty, wish, tense, day,"
          + " date_from, date_to, date_rule, source_id, source_key, source_start, source_finish,"
          + " target_id, target_key, target_start, target_finish, place, attribution, start, finish,"
          + " company";

  private final Handle handle;
  private final Types types;

  Corrections(Handle handle, Types types) {
    this.handle = handle;
    this.types = types;
  }

  /** Looks an event type up by its code; throws {@link IllegalArgumentException} for an unknown. */
  interface Types {
    EventType type(String code);
  }

  /** What a correction must know of the event that it is about. */
  private record Coded(
      long id,
      long document,
      int start,
      int finish,
      String code,
      String status,
      @Nullable Long source,
      @Nullable Long target) {}

  /** A correction as it is kept. */
  private record Kept(long event, Coded machine, String verdict, Changes changes) {}

  private record Changes(
      @Nullable String code,
      @Nullable String status,
      @Nullable Long source,
      @Nullable Long target) {}

  void add(long event, Correction correction) {
    Coded machine =
        coded("e.id = ?", event).stream()
            .findFirst()
            .orElseThrow(() ->
                new StoreException(
                    StoreException.Reason.UNKNOWN, "there is no event " + event + " to correct"));
    Ids ids = new Ids(handle);
    ActorRows actors = new ActorRows(handle, ids, new HashMap<>());
    Status status = correction.status();
    Changes changes =
        new Changes(
            correction.code() == null ? null : types.type(correction.code()).code(),
            status == null ? null : status.word(),
            actors.id(correction.source()),
            actors.id(correction.target()));
    handle.execute(
        "INSERT INTO corrections (id, document_id, event_id, start, finish, machine_code,"
            + " machine_status, machine_source, machine_target, verdict, code, status, source_id,"
            + " target_id, corrected_by, corrected_at, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?, ?)",
        ids.next("corrections"),
        machine.document(),
        event,
        machine.start(),
        machine.finish(),
        machine.code(),
        machine.status(),
        machine.source(),
        machine.target(),
        correction.verdict().name().toLowerCase(Locale.ROOT),
        changes.code(),
        changes.status(),
        changes.source(),
        changes.target(),
        correction.by(),
        correction.at().toString(),
        correction.reason());
    apply(machine, correction.verdict().name().toLowerCase(Locale.ROOT), changes);
  }

  /** After a new coding: each correction finds its event again, or brings it back. */
  void reapply(long document) {
    for (Kept kept : kept(document)) {
      Optional<Coded> again = again(kept.machine());
      if (again.isPresent()) {
        apply(again.get(), kept.verdict(), kept.changes());
      } else if (!kept.verdict().equals("rejected")) {
        apply(bringBack(kept), kept.verdict(), kept.changes());
      }
    }
  }

  /** The same words with the same actors and root; of several the nearest in length. */
  private Optional<Coded> again(Coded old) {
    return coded(
            "a.document_id = ? AND e.live = 1 AND e.start < ? AND e.finish > ? AND"
                + " substr(COALESCE(e.machine_code, e.code), 1, 2) = ? AND"
                + " COALESCE(e.machine_source, e.source_id, 0) = ? AND"
                + " COALESCE(e.machine_target, e.target_id, 0) = ? ORDER BY abs(e.start - ?) +"
                + " abs(e.finish - ?), e.id",
            old.document(),
            old.finish(),
            old.start(),
            old.code().substring(0, 2),
            old.source() == null ? 0 : old.source(),
            old.target() == null ? 0 : old.target(),
            old.start(),
            old.finish())
        .stream()
        .findFirst();
  }

  private Coded bringBack(Kept kept) {
    long id = new Ids(handle).next("events");
    handle.execute(
        "INSERT INTO events (id, coding_id, "
            + COPIED
            + ", rule, confidence, counted, live) SELECT ?, (SELECT MAX(id) FROM codings WHERE"
            + " document_id = ?), "
            + COPIED
            + ", 'correction', 1.0, 0, 1 FROM events WHERE id = ?",
        id,
        kept.machine().document(),
        kept.event());
    return coded("e.id = ?", id).getFirst();
  }

  private void apply(Coded machine, String verdict, Changes changes) {
    String code = changes.code() == null ? machine.code() : changes.code();
    String status = changes.status() == null ? machine.status() : changes.status();
    Long source = changes.source() == null ? machine.source() : changes.source();
    Long target = changes.target() == null ? machine.target() : changes.target();
    String sourceKey = key(source);
    String targetKey = key(target);
    EventType type = types.type(code);
    boolean counted =
        !verdict.equals("rejected")
            && !sourceKey.isEmpty()
            && !targetKey.isEmpty()
            && !sourceKey.equals(targetKey)
            && Counting.counts(code, type.quad(), Status.valueOf(status.toUpperCase(Locale.ROOT)));
    handle.execute(
        "UPDATE events SET machine_code = ?, machine_status = ?, machine_source = ?, machine_target ="
            + " ?, verdict = ?, code = ?, quad = ?, goldstein = ?, status = ?, source_id = ?,"
            + " source_key = ?, target_id = ?, target_key = ?, counted = CASE WHEN day IS NULL OR"
            + " live = 0 THEN 0 WHEN company = 'BESIDE' AND ? <> 'changed' THEN 0 ELSE ? END WHERE id = ?",
        machine.code(),
        machine.status(),
        machine.source(),
        machine.target(),
        verdict,
        code,
        type.quad(),
        type.goldstein(),
        status,
        source,
        sourceKey,
        target,
        targetKey,
        verdict,
        counted ? 1 : 0,
        machine.id());
  }

  private String key(@Nullable Long actor) {
    return actor == null
        ? ""
        : handle
            .select("SELECT actor_key FROM actors WHERE id = ?", actor)
            .mapTo(String.class)
            .one();
  }

  private List<Coded> coded(String where, Object... arguments) {
    return handle
        .select(
            "SELECT e.id, a.document_id, e.start, e.finish, COALESCE(e.machine_code, e.code) AS code,"
                + " COALESCE(e.machine_status, e.status) AS status, CASE WHEN e.machine_code IS NULL"
                + " THEN e.source_id ELSE e.machine_source END AS source_id, CASE WHEN e.machine_code"
                + " IS NULL THEN e.target_id ELSE e.machine_target END AS target_id FROM events e JOIN"
                + " articles a ON a.id = e.article_id WHERE "
                + where,
            arguments)
        .map((rs, context) ->
            new Coded(
                rs.getLong("id"),
                rs.getLong("document_id"),
                rs.getInt("start"),
                rs.getInt("finish"),
                rs.getString("code"),
                rs.getString("status"),
                number(rs, "source_id"),
                number(rs, "target_id")))
        .list();
  }

  private List<Kept> kept(long document) {
    return handle
        .select("SELECT * FROM corrections WHERE document_id = ? ORDER BY id", document)
        .map((rs, context) ->
            new Kept(
                rs.getLong("event_id"),
                new Coded(
                    0,
                    document,
                    rs.getInt("start"),
                    rs.getInt("finish"),
                    rs.getString("machine_code"),
                    rs.getString("machine_status"),
                    number(rs, "machine_source"),
                    number(rs, "machine_target")),
                rs.getString("verdict"),
                new Changes(
                    rs.getString("code"),
                    rs.getString("status"),
                    number(rs, "source_id"),
                    number(rs, "target_id"))))
        .list();
  }

  private static @Nullable Long number(ResultSet rs, String column) throws SQLException {
    long value = rs.getLong(column);
    return rs.wasNull() ? null : value;
  }
}
