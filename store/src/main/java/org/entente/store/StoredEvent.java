package org.entente.store;

import java.time.LocalDate;
import java.util.List;
import org.entente.actor.Actor;
import org.entente.codebook.EventType;
import org.entente.statement.Status;
import org.entente.text.Span;
import org.entente.time.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is kept, with what people corrected.
 *
 * @param id its key
 * @param article who reports it
 * @param type what holds now: the machine's code, or that of the last correction
 * @param machineCode what the machine said; equal to the type's code where nobody changed it
 * @param status what holds now
 * @param statusRule the rule that derived the machine's status
 * @param day the day it counts for, null when unknown
 * @param date the event's own range, or null
 * @param dateRule where the date comes from
 * @param source who did it, or null
 * @param target to whom, or null
 * @param sourceSpan where the source is named, or null
 * @param targetSpan where the target is named, or null
 * @param place as written; may be empty
 * @param attribution who reports it, outermost first
 * @param span the clause, in UTF-16 units of the document's content
 * @param exact the words of the clause
 * @param rule the rule that made it
 * @param confidence 0 to 1
 * @param verdict what a person said of it, or null
 * @param counted whether it counts in its pair's series
 */
public record StoredEvent(
    long id,
    StoredArticle article,
    EventType type,
    String machineCode,
    Status status,
    String statusRule,
    @Nullable LocalDate day,
    @Nullable DateRange date,
    String dateRule,
    @Nullable Actor source,
    @Nullable Actor target,
    @Nullable Span sourceSpan,
    @Nullable Span targetSpan,
    String place,
    List<String> attribution,
    Span span,
    String exact,
    String rule,
    double confidence,
    Correction.@Nullable Verdict verdict,
    boolean counted) {
  public StoredEvent {
    attribution = List.copyOf(attribution);
  }
}
