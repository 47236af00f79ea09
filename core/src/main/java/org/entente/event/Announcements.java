package org.entente.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.actor.Actor;
import org.entente.statement.Status;
import org.entente.text.Span;
import org.entente.time.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * What events say is to come: one announcement for the ordered pairs of a clause, and one for a
 * happening that is announced twice with the same participants, kind and an overlapping date.
 * Stateless and thread-safe.
 */
public final class Announcements {
  private Announcements() {}

  /** Where a date comes from that the words themselves do not give. */
  private static final Set<String> NOT_SAID = Set.of("", "article", "page");

  /**
   * The announcements of an article's events, in reading order.
   *
   * @param day the article's day, null where it has none
   */
  public static List<Announcement> of(List<Event> events, @Nullable LocalDate day) {
    List<Announcement> found = new ArrayList<>();
    for (Event event : events) {
      if (event.status() == Status.ANNOUNCED || isAgreedMeeting(event, day)) {
        merge(announcement(event), found);
      }
    }
    return found;
  }

  /** Several articles' announcements as one list: what is announced twice is one. */
  public static List<Announcement> joined(List<List<Announcement>> articles) {
    List<Announcement> found = new ArrayList<>();
    articles.forEach(all -> all.forEach(next -> merge(next, found)));
    return found;
  }

  /** "Agreed to meet in June": as good as announced, once it says when and that is to come. */
  private static boolean isAgreedMeeting(Event e, @Nullable LocalDate day) {
    DateRange date = e.date();
    return e.status() == Status.INTENDED
        && e.rule().startsWith("agree")
        && e.type().code().equals("036")
        && date != null
        && !NOT_SAID.contains(e.dateRule())
        && (day == null || date.to().isAfter(day));
  }

  private static Announcement announcement(Event e) {
    List<Actor> participants = new ArrayList<>();
    for (Participant p : new Participant[] {e.source(), e.target()}) {
      if (p != null) {
        participants.add(p.actor());
      }
    }
    return new Announcement(
        e.type(),
        participants,
        e.place(),
        NOT_SAID.contains(e.dateRule()) ? null : e.date(),
        e.attribution(),
        List.of(e.span()));
  }

  private static void merge(Announcement next, List<Announcement> found) {
    for (int i = 0; i < found.size(); i++) {
      Announcement known = found.get(i);
      boolean clause = known.evidence().contains(next.evidence().getFirst());
      if (known.type().code().equals(next.type().code()) && (clause || isSame(known, next))) {
        found.set(i, joined(known, next));
        return;
      }
    }
    found.add(next);
  }

  private static boolean isSame(Announcement a, Announcement b) {
    return countries(a).equals(countries(b)) && overlap(a.date(), b.date());
  }

  private static Set<String> countries(Announcement a) {
    return a.participants().stream()
        .map(p -> p.country().isEmpty() ? p.name() : p.country())
        .collect(Collectors.toSet());
  }

  private static boolean overlap(@Nullable DateRange a, @Nullable DateRange b) {
    return a == null || b == null || !a.from().isAfter(b.to()) && !b.from().isAfter(a.to());
  }

  private static Announcement joined(Announcement a, Announcement b) {
    Set<Actor> participants = new LinkedHashSet<>(a.participants());
    participants.addAll(b.participants());
    Set<Span> evidence = new LinkedHashSet<>(a.evidence());
    evidence.addAll(b.evidence());
    return new Announcement(
        a.type(),
        List.copyOf(participants),
        a.place().isEmpty() ? b.place() : a.place(),
        a.date() == null ? b.date() : a.date(),
        a.by(),
        List.copyOf(evidence));
  }
}
