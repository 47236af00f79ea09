package org.entente.export;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.entente.actor.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A column of our own table of events: typed, so that one list makes the tab file, the Parquet file
 * and the description of both.
 *
 * @param name its name
 * @param type what its values are
 * @param about what it holds
 * @param words whether it holds words of the article, which belong to who wrote it
 * @param value a {@link Long}, {@link Double}, {@link LocalDate} or {@link String} by its type;
 *     null or empty when not known
 */
record EventColumn(
    String name,
    Type type,
    String about,
    boolean words,
    Function<ExportEvent, @Nullable Object> value) {
  /** What values are. */
  enum Type {
    INTEGER,
    NUMBER,
    DAY,
    TEXT
  }

  /** All of them, in their order. New ones are only ever added at the end. */
  static final List<EventColumn> ALL =
      List.of(
          of("event_id", Type.INTEGER, "key of the event, stable for ever", ExportEvent::id),
          of("day", Type.DAY, "the day it counts for", ExportEvent::day),
          of("date_from", Type.DAY, "first day of its own range", e -> from(e)),
          of("date_to", Type.DAY, "last day of its own range", e -> to(e)),
          of(
              "code",
              Type.TEXT,
              "CAMEO code; text, since it may begin with 0",
              e -> e.type().code()),
          of("name", Type.TEXT, "name of the code", e -> e.type().name()),
          of("plover", Type.TEXT, "PLOVER type", e -> e.type().plover()),
          of("mode", Type.TEXT, "PLOVER mode", e -> e.type().mode()),
          of(
              "contexts",
              Type.TEXT,
              "PLOVER contexts, joined by ;",
              e -> String.join(";", e.type().contexts())),
          of(
              "quad",
              Type.INTEGER,
              "1 verbal, 2 material cooperation, 3 verbal, 4 material conflict",
              e -> (long) e.type().quad()),
          of("goldstein", Type.NUMBER, "Goldstein score, -10 to 10", e -> e.type().goldstein()),
          of("status", Type.TEXT, "how it stands to the world", e -> e.status().word()),
          of("source_name", Type.TEXT, "who did it", e -> actor(e.source(), Actor::name)),
          of(
              "source_country",
              Type.TEXT,
              "ISO 3166-1 alpha-3",
              e -> actor(e.source(), Actor::country)),
          of("source_sector", Type.TEXT, "PLOVER sector", e -> actor(e.source(), Actor::sector)),
          of("target_name", Type.TEXT, "to whom", e -> actor(e.target(), Actor::name)),
          of(
              "target_country",
              Type.TEXT,
              "ISO 3166-1 alpha-3",
              e -> actor(e.target(), Actor::country)),
          of("target_sector", Type.TEXT, "PLOVER sector", e -> actor(e.target(), Actor::sector)),
          of("place", Type.TEXT, "where, as written", e -> e.place().name()),
          of("place_country", Type.TEXT, "ISO 3166-1 alpha-3", e -> e.place().country()),
          of("article_id", Type.INTEGER, "key of the article", e -> e.article().id()),
          of("sentence", Type.INTEGER, "number of the sentence, from 1", e -> sentence(e)),
          of("start", Type.INTEGER, "first character of the evidence, code points", e -> start(e)),
          of("end", Type.INTEGER, "one after its last", e -> end(e)),
          words("exact", "the words that it rests on", e -> e.evidence().passage().exact()),
          words("headline", "headline of the article", e -> e.article().headline()),
          of("publisher", Type.TEXT, "the outlet", e -> e.article().publisher()),
          of("published", Type.DAY, "the article's day", e -> e.article().day()),
          of("url", Type.TEXT, "where it was read", e -> e.article().url()),
          of("document", Type.TEXT, "name of its document", e -> e.article().document()),
          of("sha256", Type.TEXT, "SHA-256 of the document's text", e -> e.article().sha256()),
          of("rule", Type.TEXT, "the rule that made it", ExportEvent::rule),
          of("confidence", Type.NUMBER, "0 to 1", ExportEvent::confidence),
          of("codebook", Type.TEXT, "version of the codebook", ExportEvent::codebook));

  private static EventColumn of(
      String name, Type type, String about, Function<ExportEvent, @Nullable Object> value) {
    return new EventColumn(name, type, about, false, value);
  }

  private static EventColumn words(
      String name, String about, Function<ExportEvent, @Nullable Object> value) {
    return new EventColumn(name, Type.TEXT, about, true, value);
  }

  private static @Nullable LocalDate from(ExportEvent e) {
    return e.range() == null ? null : e.range().from();
  }

  private static @Nullable LocalDate to(ExportEvent e) {
    return e.range() == null ? null : e.range().to();
  }

  private static @Nullable Object sentence(ExportEvent e) {
    return e.sentence() == 0 ? null : (Object) (long) e.sentence();
  }

  private static Object start(ExportEvent e) {
    return (long) e.evidence().passage().start();
  }

  private static Object end(ExportEvent e) {
    return (long) e.evidence().passage().end();
  }

  private static String actor(@Nullable Party party, Function<Actor, String> part) {
    return party == null ? "" : part.apply(party.actor());
  }

  /** The value as text; empty when not known. */
  String text(ExportEvent event) {
    return Objects.toString(value.apply(event), "");
  }
}
