package org.entente.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.entente.actor.Actor;
import org.entente.export.CalendarLines;

/** Announcements as iCalendar (RFC 5545): one all-day event each, lines folded at 75 octets. */
public final class CalendarFile {
  private CalendarFile() {}

  /** The whole file; what has no date is left out. */
  public static String of(List<StoredAnnouncement> announcements) {
    StringBuilder file = new StringBuilder();
    line(file, "BEGIN:VCALENDAR");
    line(file, "VERSION:2.0");
    line(file, "PRODID:-//Entente//calendar//EN");
    announcements.stream().filter(a -> a.date() != null).forEach(a -> event(file, a));
    line(file, "END:VCALENDAR");
    return file.toString();
  }

  private static void event(StringBuilder file, StoredAnnouncement a) {
    var date = java.util.Objects.requireNonNull(a.date());
    DateTimeFormatter day = DateTimeFormatter.BASIC_ISO_DATE;
    String who = a.participants().stream().map(Actor::name).collect(Collectors.joining(", "));
    line(file, "BEGIN:VEVENT");
    line(file, "UID:announcement-" + a.id() + "@entente");
    line(
        file,
        "DTSTAMP:"
            + day.format(a.article().day() == null ? date.from() : a.article().day())
            + "T000000Z");
    line(file, "DTSTART;VALUE=DATE:" + day.format(date.from()));
    line(file, "DTEND;VALUE=DATE:" + day.format(date.to().plusDays(1)));
    line(file, "SUMMARY:" + escaped(who + ": " + a.type().name()));
    if (!a.place().isEmpty()) {
      line(file, "LOCATION:" + escaped(fold(a.place())));
    }
    line(file, "DESCRIPTION:" + escaped(fold(a.exact()) + " (" + a.outcome().word() + ")"));
    line(file, "END:VEVENT");
  }

  private static String fold(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static String escaped(String text) {
    return CalendarLines.escaped(text);
  }

  private static void line(StringBuilder file, String text) {
    try {
      CalendarLines.write(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
