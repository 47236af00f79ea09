package org.entente.desk.calendar;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.entente.desk.Asked;
import org.entente.desk.Page;
import org.entente.desk.Room;
import org.entente.store.CalendarFile;
import org.entente.store.StoredAnnouncement;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** What was announced, and what became of it. */
public final class CalendarPages {
  private static final Comparator<StoredAnnouncement> BY_DAY =
      Comparator.comparing(a -> a.date() == null ? LocalDate.MAX : a.date().from());

  private final Room room;

  public CalendarPages(Room room) {
    this.room = room;
  }

  /** What is due, and what became of the rest. */
  public ServerResponse show(ServerRequest request) {
    LocalDate asked = Asked.day(request, "on");
    LocalDate on = asked == null ? room.days().to() : asked;
    List<StoredAnnouncement> all = room.store().calendar(null, on);
    CalendarView view =
        new CalendarView(
            on,
            all.stream().filter(CalendarPages::isDue).sorted(BY_DAY).toList(),
            all.stream().filter(a -> !isDue(a)).sorted(BY_DAY.reversed()).toList());
    return room.pages().page(request, new Page("Calendar", "calendar/calendar.jte", view));
  }

  private static boolean isDue(StoredAnnouncement a) {
    return a.outcome() == StoredAnnouncement.Outcome.DUE;
  }

  /** The same as iCalendar, to subscribe to. */
  public ServerResponse file(ServerRequest request) {
    String file = CalendarFile.of(room.store().calendar(null, room.days().to()));
    return ServerResponse.ok()
        .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
        .body(file.getBytes(StandardCharsets.UTF_8));
  }
}
