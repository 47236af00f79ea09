package org.entente.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.entente.actor.Actor;
import org.entente.time.DateRange;

/** What was announced, as all-day events of iCalendar (RFC 5545). */
final class ICalendar implements Layout {
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);

  @Override
  public String name() {
    return "icalendar";
  }

  @Override
  public String about() {
    return "what was announced and when it is to be, iCalendar";
  }

  @Override
  public String extension() {
    return "ics";
  }

  @Override
  public String mediaType() {
    return "text/calendar;charset=UTF-8";
  }

  @Override
  public Sheet sheet(OutputStream out, Heading heading, Written before) {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    return new Days(writer, new Tally(before));
  }

  private record Days(Writer out, Tally tally) implements Sheet {
    @Override
    public void begin() throws IOException {
      line("BEGIN:VCALENDAR");
      line("VERSION:2.0");
      line("PRODID:-//Entente//export//EN");
    }

    @Override
    public void add(ArticleRecord article) throws IOException {
      for (ExportAnnouncement a : article.announcements()) {
        DateRange range = a.range();
        if (range == null) {
          tally.refuse("no day");
        } else {
          write(a, range);
          tally.row();
        }
      }
    }

    private void write(ExportAnnouncement a, DateRange range) throws IOException {
      String who = String.join(", ", a.participants().stream().map(Actor::name).toList());
      line("BEGIN:VEVENT");
      line("UID:announcement-" + a.id() + "@entente");
      line("DTSTAMP:" + stamp(a.article(), range.from()));
      line("DTSTART;VALUE=DATE:" + DAY.format(range.from()));
      line("DTEND;VALUE=DATE:" + DAY.format(range.to().plusDays(1)));
      line("SUMMARY:" + CalendarLines.escaped(who + ": " + a.type().name()));
      if (!a.place().isEmpty()) {
        line("LOCATION:" + CalendarLines.escaped(a.place()));
      }
      line("DESCRIPTION:" + CalendarLines.escaped(a.evidence().passage().exact()));
      line("URL:" + Annotations.source(a.article()));
      line("END:VEVENT");
    }

    private static String stamp(ExportArticle article, LocalDate day) {
      return article.added() == null
          ? DAY.format(day) + "T000000Z"
          : STAMP.format(article.added().atOffset(ZoneOffset.UTC));
    }

    private void line(String text) throws IOException {
      CalendarLines.write(out, text);
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void end() throws IOException {
      line("END:VCALENDAR");
      out.flush();
    }

    @Override
    public Written written() {
      return tally.written();
    }
  }
}
