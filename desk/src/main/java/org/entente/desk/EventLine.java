package org.entente.desk;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.entente.actor.Actor;
import org.entente.relation.ActorKey;
import org.entente.store.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * One event in a list, ready to print.
 *
 * @param id its key
 * @param href where its sentence stands
 * @param code CAMEO code
 * @param name what the code means
 * @param tone agree, tense or even, by the sign of its Goldstein score
 * @param status how it stands to the world
 * @param counted whether it counts in its pair's series
 * @param day the day it counts for, or null
 * @param source who, as named; empty when nobody is
 * @param sourceKey the key that it carries, or empty
 * @param target to whom
 * @param targetKey the key that it carries, or empty
 * @param exact the words, on one line
 * @param outlet who reports it, or null
 * @param headline of the article, or null
 * @param address where the article stands, for paper; the name of its document where it came from a
 *     file
 * @param clip the form that clips its words
 * @param verdict what a person said of it; empty for nothing
 */
public record EventLine(
    long id,
    String href,
    String code,
    String name,
    String tone,
    String status,
    boolean counted,
    @Nullable LocalDate day,
    String source,
    String sourceKey,
    String target,
    String targetKey,
    String exact,
    @Nullable String outlet,
    @Nullable String headline,
    String address,
    String clip,
    String verdict) {
  public static EventLine of(StoredEvent e) {
    return new EventLine(
        e.id(),
        Links.event(e),
        e.type().code(),
        e.type().name(),
        tone(e.type().goldstein()),
        e.status().word(),
        e.counted(),
        e.day(),
        name(e.source()),
        ActorKey.of(e.source()),
        name(e.target()),
        ActorKey.of(e.target()),
        oneLine(e.exact()),
        e.article().outlet(),
        e.article().headline(),
        Objects.requireNonNullElse(e.article().address(), e.article().name()),
        Links.clip(e.article().id(), e.span()),
        e.verdict() == null ? "" : e.verdict().name().toLowerCase(Locale.ROOT));
  }

  /** The class and word of a side. */
  public static String tone(double goldstein) {
    return goldstein > 0 ? "agree" : goldstein < 0 ? "tense" : "even";
  }

  /** The tone in words: colour is never the only carrier. */
  public String toneWord() {
    return switch (tone) {
      case "agree" -> "agreement";
      case "tense" -> "tension";
      default -> "neither";
    };
  }

  private static String name(@Nullable Actor actor) {
    return actor == null ? "" : actor.name();
  }

  /** White space folded. */
  public static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
