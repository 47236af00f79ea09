package org.entente.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.entente.actor.Actor;
import org.entente.codebook.EventType;
import org.entente.text.Span;
import org.entente.time.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * Something that was announced, and what became of it.
 *
 * @param id its key
 * @param article where it was first announced
 * @param type what it is to be
 * @param participants who is to take part
 * @param place as written; may be empty
 * @param date when it is to be, null when nobody said
 * @param by who announced it, outermost first
 * @param span the words that announce it, in UTF-16 units of the document's content
 * @param exact those words
 * @param outcome what became of it, seen from the day that was asked for
 * @param outcomeDay the day of the event that decided, or null
 * @param decidedBy that event's key, or null
 */
public record StoredAnnouncement(
    long id,
    StoredArticle article,
    EventType type,
    List<Actor> participants,
    String place,
    @Nullable DateRange date,
    List<String> by,
    Span span,
    String exact,
    Outcome outcome,
    @Nullable LocalDate outcomeDay,
    @Nullable Long decidedBy) {
  public StoredAnnouncement {
    participants = List.copyOf(participants);
    by = List.copyOf(by);
  }

  /** What became of an announcement. */
  public enum Outcome {
    /** Still to come. */
    DUE,
    /** Held within its range. */
    KEPT,
    /** Held after its range. */
    LATE,
    /** Called off. */
    DROPPED,
    /** Its range is over and nothing was read of it. */
    NOT_SEEN;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
