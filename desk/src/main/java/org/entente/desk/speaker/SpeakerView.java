package org.entente.desk.speaker;

import java.time.LocalDate;
import java.util.List;
import org.entente.actor.Actor;
import org.entente.desk.EventLine;
import org.entente.desk.Links;
import org.entente.store.StoredStatement;
import org.jspecify.annotations.Nullable;

/**
 * What one speaker has been saying.
 *
 * @param name who speaks: a name, or the key of an actor for whom people speak
 * @param title what that one is called
 * @param about only statements that hold these words; empty for all
 * @param to only statements addressed to this one; empty for all
 * @param from only from this day on; empty for all
 * @param all how many statements there are without filters
 * @param found how many the filters leave
 * @param addressees to whom statements are addressed, for the filter
 * @param said those of this page, newest first
 * @param earlier address of the next page, or null
 * @param later address of the page before, or null
 */
public record SpeakerView(
    String name,
    String title,
    String about,
    String to,
    String from,
    int all,
    int found,
    List<String> addressees,
    List<Said> said,
    @Nullable String earlier,
    @Nullable String later) {
  public SpeakerView {
    addressees = List.copyOf(addressees);
    said = List.copyOf(said);
  }

  /**
   * One statement.
   *
   * @param clip the form that clips its words
   * @param speaker who speaks, where the page is of an actor and not of a person; else empty
   * @param office held then, or empty
   * @param addressee or empty
   * @param cue the words that attribute, as "rejected"; or empty
   */
  public record Said(
      String href,
      String clip,
      @Nullable LocalDate day,
      String speaker,
      String office,
      String addressee,
      String cue,
      String exact,
      String kind,
      String status,
      @Nullable String outlet) {
    static Said of(StoredStatement s, String name, String cue) {
      Actor speaker = s.speaker();
      Actor addressee = s.addressee();
      return new Said(
          Links.statement(s.article().id(), s.id()),
          Links.clip(s),
          s.article().day(),
          speaker == null || speaker.name().equals(name) ? "" : speaker.name(),
          speaker == null ? "" : speaker.office(),
          addressee == null ? "" : addressee.name(),
          EventLine.oneLine(cue),
          EventLine.oneLine(s.exact()),
          s.kind().name().toLowerCase(java.util.Locale.ROOT),
          s.status().word(),
          s.article().outlet());
    }
  }
}
