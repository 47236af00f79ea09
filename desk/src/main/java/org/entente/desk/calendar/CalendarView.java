package org.entente.desk.calendar;

import java.time.LocalDate;
import java.util.List;
import org.entente.store.StoredAnnouncement;

/**
 * The calendar of what was announced.
 *
 * @param on the day from which it is seen
 * @param due still to come, the next first
 * @param past what became of the others, the latest first
 */
public record CalendarView(
    LocalDate on, List<StoredAnnouncement> due, List<StoredAnnouncement> past) {
  public CalendarView {
    due = List.copyOf(due);
    past = List.copyOf(past);
  }
}
