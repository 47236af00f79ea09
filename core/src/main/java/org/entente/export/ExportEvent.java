package org.entente.export;

import java.time.LocalDate;
import java.util.List;
import org.entente.codebook.EventType;
import org.entente.statement.Status;
import org.entente.time.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * A coded event with all that the layouts need: a plain value, fed by whoever keeps events.
 *
 * @param id its key, stable for ever, at least 1
 * @param story key of the story that its article belongs to; 0 when in none
 * @param sentence number of the sentence in the article, from 1, headline and standfirst counted; 0
 *     when not known
 * @param lead whether it stands in the headline, the standfirst or the first paragraph
 * @param type what: code, name, Goldstein score, quad class, PLOVER type, mode and contexts
 * @param status how it stands to the world
 * @param day the day that it counts for; null when unknown
 * @param range its own first and last day; null when the text does not say
 * @param source who did it; null where the text does not say
 * @param target to whom; null where there is none
 * @param place where
 * @param evidence the words that say so
 * @param article who reports it
 * @param attribution who passed it on, outermost first
 * @param rule the rule that made it
 * @param confidence 0 to 1
 * @param codebook version of the codebook that coded it
 */
public record ExportEvent(
    long id,
    long story,
    int sentence,
    boolean lead,
    EventType type,
    Status status,
    @Nullable LocalDate day,
    @Nullable DateRange range,
    @Nullable Party source,
    @Nullable Party target,
    Place place,
    Quote evidence,
    ExportArticle article,
    List<String> attribution,
    String rule,
    double confidence,
    String codebook) {
  public ExportEvent {
    attribution = List.copyOf(attribution);
    if (id < 1) {
      throw new IllegalArgumentException("event id " + id + " must be at least 1");
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException(
          "confidence " + confidence + " of event " + id + " is not within 0..1");
    }
  }
}
