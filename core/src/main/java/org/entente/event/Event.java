package org.entente.event;

import java.util.List;
import org.entente.statement.Status;
import org.entente.text.Span;
import org.entente.time.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * Who did what to whom, as reported.
 *
 * @param type what: CAMEO code and all that follows from it
 * @param assessment how it stands to the world
 * @param date when, null where neither text nor article gives a date
 * @param dateRule where the date comes from: a time expression's rule, "article", "page" for the
 *     day of its neighbours on the page, or empty
 * @param source who did it, null where the text does not say
 * @param target to whom, null where there is none: never invented
 * @param place where it happened, as written; empty where not said
 * @param attribution who reports it, outermost first: outlet, speaker, …
 * @param span the clause or phrase that says so
 * @param rule id of the rule that made it
 * @param confidence 0 to 1
 */
public record Event(
    org.entente.codebook.EventType type,
    Assessment assessment,
    @Nullable DateRange date,
    String dateRule,
    @Nullable Participant source,
    @Nullable Participant target,
    String place,
    List<String> attribution,
    Span span,
    String rule,
    double confidence) {
  public Event {
    attribution = List.copyOf(attribution);
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException(
          "confidence " + confidence + " is not within 0..1 (rule " + rule + ")");
    }
  }

  /** How it stands to the world, in one word. */
  public Status status() {
    return assessment.status();
  }
}
