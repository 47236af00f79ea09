package org.entente.export;

import java.util.List;
import org.entente.actor.Actor;
import org.entente.codebook.EventType;
import org.entente.time.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to happen.
 *
 * @param id its key, at least 1
 * @param article where it is announced
 * @param type what it will be
 * @param participants who takes part
 * @param place where, as written; may be empty
 * @param range when; null where the text does not say
 * @param evidence the words that say so
 */
public record ExportAnnouncement(
    long id,
    ExportArticle article,
    EventType type,
    List<Actor> participants,
    String place,
    @Nullable DateRange range,
    Quote evidence) {
  public ExportAnnouncement {
    participants = List.copyOf(participants);
  }
}
