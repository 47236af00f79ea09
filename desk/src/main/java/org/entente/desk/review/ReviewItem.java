package org.entente.desk.review;

import java.time.LocalDate;
import org.entente.actor.Actor;
import org.entente.desk.Links;
import org.entente.store.Correction;
import org.entente.store.MachineCoding;
import org.entente.store.StoredEvent;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * An event to check, with the passage that it rests on.
 *
 * @param id its key
 * @param href where it stands in its article
 * @param headline of the article, or null
 * @param outlet of the article, or null
 * @param day of the article, or null
 * @param before what stands before the words of the event in their paragraph
 * @param exact the words of the event
 * @param after what stands after them
 * @param code CAMEO code
 * @param name what the code means
 * @param status how it stands to the world
 * @param source who; empty for nobody
 * @param target to whom; empty for nobody
 * @param confidence 0 to 100
 * @param rule the rule that made it
 * @param verdict what a person said of it; empty for nothing yet
 * @param machine what the machine said, where a person changed it; else empty
 */
public record ReviewItem(
    long id,
    String href,
    @Nullable String headline,
    @Nullable String outlet,
    @Nullable LocalDate day,
    String before,
    String exact,
    String after,
    String code,
    String name,
    String status,
    String source,
    String target,
    int confidence,
    String rule,
    String verdict,
    String machine) {
  static ReviewItem of(StoredEvent e, MachineCoding machine, Span passage, String content) {
    return new ReviewItem(
        e.id(),
        Links.event(e),
        e.article().headline(),
        e.article().outlet(),
        e.article().day(),
        folded(content.substring(passage.start(), e.span().start())),
        folded(e.span().in(content)),
        folded(content.substring(e.span().end(), passage.end())),
        e.type().code(),
        e.type().name(),
        e.status().word(),
        name(e.source()),
        name(e.target()),
        (int) Math.round(100 * e.confidence()),
        e.rule(),
        e.verdict() == null ? "" : e.verdict().name().toLowerCase(java.util.Locale.ROOT),
        e.verdict() == Correction.Verdict.CHANGED ? words(machine) : "");
  }

  private static String words(MachineCoding machine) {
    String target = machine.target() == null ? "nobody named" : machine.target().name();
    String source = machine.source() == null ? "somebody" : machine.source().name();
    return machine.code() + " " + machine.status().word() + ", " + source + " → " + target;
  }

  private static String name(@Nullable Actor actor) {
    return actor == null ? "" : actor.name();
  }

  /** White space folded; a blank at an end stays one. */
  private static String folded(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
