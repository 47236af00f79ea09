package org.entente.event;

import java.util.List;
import org.entente.actor.Actor;
import org.entente.codebook.EventType;
import org.entente.text.Span;
import org.entente.time.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to happen, ready for a calendar.
 *
 * @param type what it will be
 * @param participants who takes part, each once
 * @param place where, as written; empty where not said
 * @param date when; null where neither text nor article says
 * @param by who announced it, outermost first: outlet, speaker
 * @param evidence where it is announced; several spans when it was announced more than once
 */
public record Announcement(
    EventType type,
    List<Actor> participants,
    String place,
    @Nullable DateRange date,
    List<String> by,
    List<Span> evidence) {
  public Announcement {
    participants = List.copyOf(participants);
    by = List.copyOf(by);
    evidence = List.copyOf(evidence);
  }
}
