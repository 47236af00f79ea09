package org.entente.desk.publish;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import org.entente.desk.Fault;

/**
 * Moments as people at the desk read them off the wall. Immutable.
 *
 * @param zone of the machine that the desk runs on
 */
record DeskTime(ZoneId zone) {
  private static final DateTimeFormatter WALL =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.UK);

  static DeskTime here() {
    return new DeskTime(ZoneId.systemDefault());
  }

  /** A day and time as forms send it; of an hour that comes twice, the first. */
  Instant moment(String typed) {
    try {
      return ZonedDateTime.of(LocalDateTime.parse(typed), zone).toInstant();
    } catch (DateTimeException e) {
      throw Fault.badRequest("'" + typed + "' is no day and time; write it as 2013-05-07T14:05.");
    }
  }

  /** 7 May 2013, 14:05. */
  String wall(Instant moment) {
    return WALL.format(moment.atZone(zone));
  }

  /** The zone with what it is apart from UTC at a moment. */
  String words(Instant moment) {
    String offset = zone.getRules().getOffset(moment).getDisplayName(TextStyle.SHORT, Locale.UK);
    return zone.getId() + " (" + (offset.equals("Z") ? "UTC" : "UTC" + offset) + ")";
  }
}
