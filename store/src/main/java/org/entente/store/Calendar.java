package org.entente.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.actor.Actor;
import org.entente.codebook.EventType;
import org.entente.relation.ActorKey;
import org.entente.store.StoredAnnouncement.Outcome;
import org.entente.time.DateRange;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What was announced, and what became of it by the events that were read later. An announcement is
 * kept when two of its participants (one, where it names only one) are in an event of its kind that
 * happened within its range and, where it named a conference or summit, speaks of one, late when
 * after it; dropped when they called it off. One that is announced again, with the same
 * participants, root and an overlapping range, is one.
 */
final class Calendar {
  /** Codes of calling off: reject or refuse to meet or negotiate, reduce or break relations. */
  private static final String OFF = "(e.code LIKE '1246%' OR e.code = '125' OR e.code = '164')";

  /** How long after its range a happening still counts as the one announced. */
  private static final int LATEST = 92;

  private static final Pattern GATHERING =
      Pattern.compile("\\b(conference|summit|congress|forum)s?\\b", Pattern.CASE_INSENSITIVE);

  private final Handle handle;
  private final Dialect dialect;
  private final Corrections.Types types;

  Calendar(Handle handle, Dialect dialect, Corrections.Types types) {
    this.handle = handle;
    this.dialect = dialect;
    this.types = types;
  }

  /**
   * @param from announcements whose range ends before are left out; null for all
   * @param on the day from which it is seen: what was read later does not decide
   * @param all keys of actors who must all take part; empty for whoever does
   */
  List<StoredAnnouncement> announcements(@Nullable LocalDate from, LocalDate on, List<String> all) {
    List<StoredAnnouncement> found = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    for (StoredAnnouncement next : read(from, on, all)) {
      if (found.stream().noneMatch(known -> isSame(known, next)) && seen.add(next.id())) {
        found.add(decided(next, on));
      }
    }
    return found;
  }

  private List<StoredAnnouncement> read(@Nullable LocalDate from, LocalDate on, List<String> all) {
    String taking =
        " AND n.id IN (SELECT p.announcement_id FROM actors x JOIN announcement_actors p ON"
            + " p.actor_id = x.id WHERE x.actor_key = :key%d)";
    StringBuilder among = new StringBuilder();
    Map<String, String> keys = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      among.append(taking.formatted(i));
      keys.put("key" + i, all.get(i));
    }
    return handle
        .createQuery(
            "SELECT n.*, d.content, "
                + Columns.ARTICLE
                + " FROM announcements n JOIN articles a ON a.id = n.article_id JOIN documents d ON"
                + " d.id = a.document_id WHERE n.live = 1 AND (a.day IS NULL OR a.day <= :on) AND"
                + " (n.date_to IS NULL OR n.date_to >= :from)"
                + among
                + " ORDER BY a.day, n.id")
        .bindMap(keys)
        .bind("on", on.toString())
        .bind("from", from == null ? "" : from.toString())
        .map((rs, context) -> announcement(rs))
        .list();
  }

  private StoredAnnouncement announcement(ResultSet rs) throws SQLException {
    long id = rs.getLong("id");
    LocalDate first = Columns.day(rs, "date_from");
    LocalDate last = Columns.day(rs, "date_to");
    var span = Words.spans(rs.getString("spans")).getFirst();
    return new StoredAnnouncement(
        id,
        Columns.article(rs),
        types.type(rs.getString("code")),
        participants(id),
        rs.getString("place"),
        first == null || last == null ? null : new DateRange(first, last),
        Words.lines(rs.getString("announced_by")),
        span,
        span.in(rs.getString("content")),
        Outcome.DUE,
        null,
        null);
  }

  private List<Actor> participants(long announcement) {
    return handle
        .select(
            "SELECT "
                + Columns.actor("s")
                + " FROM announcement_actors n JOIN actors s ON s.id = n.actor_id WHERE"
                + " n.announcement_id = ? ORDER BY n.place",
            announcement)
        .map((rs, context) -> Columns.actor(rs, "s"))
        .list();
  }

  private static boolean isSame(StoredAnnouncement a, StoredAnnouncement b) {
    DateRange one = a.date();
    DateRange other = b.date();
    boolean overlap =
        one != null
            && other != null
            && !one.to().isBefore(other.from())
            && !other.to().isBefore(one.from());
    return overlap && a.type().root().equals(b.type().root()) && keys(a).equals(keys(b));
  }

  private static Set<String> keys(StoredAnnouncement a) {
    Set<String> keys = new TreeSet<>();
    a.participants().forEach(p -> keys.add(ActorKey.of(p)));
    keys.remove("");
    return keys;
  }

  private StoredAnnouncement decided(StoredAnnouncement a, LocalDate on) {
    DateRange date = a.date();
    LocalDate announced = a.article().day();
    if (date == null || announced == null || keys(a).isEmpty()) {
      return a;
    }
    LocalDate until = date.to().plusDays(LATEST).isBefore(on) ? date.to().plusDays(LATEST) : on;
    LocalDate after = announced.plusDays(1);
    LocalDate from = date.from().isBefore(after) ? after : date.from();
    Decision held = decision(a, "e.counted = 1 AND (" + happenings(a.type()) + ")", from, until);
    Decision off = decision(a, OFF, after, until);
    if (held != null && (off == null || !held.day().isBefore(off.day()))) {
      return with(a, held.day().isAfter(date.to()) ? Outcome.LATE : Outcome.KEPT, held);
    }
    if (off != null) {
      return with(a, Outcome.DROPPED, off);
    }
    return with(a, date.to().isBefore(on) ? Outcome.NOT_SEEN : Outcome.DUE, null);
  }

  /**
   * Which codes are the happening of what was announced: an intent to meet is kept by a meeting.
   */
  private static String happenings(EventType type) {
    String code = type.code();
    List<String> kept =
        switch (code.substring(0, Math.min(3, code.length()))) {
          case "030", "032" -> List.of("04", "05", "06");
          case "031" -> List.of("06");
          case "033" -> List.of("07");
          case "034", "035" -> List.of("08");
          case "036", "038", "039" -> List.of("04", "057");
          case "037" -> List.of("057", "087");
          default -> List.of(type.root());
        };
    return String.join(" OR ", kept.stream().map(k -> "e.code LIKE '" + k + "%'").toList());
  }

  private record Decision(LocalDate day, long event) {}

  /**
   * The first event of such a kind between its participants, by the words that name a gathering.
   */
  private @Nullable Decision decision(
      StoredAnnouncement a, String what, LocalDate from, LocalDate to) {
    List<String> keys = List.copyOf(keys(a));
    String marks = String.join(", ", Collections.nCopies(keys.size(), "?"));
    boolean two = keys.size() > 1;
    List<Object> values = new ArrayList<>(List.of(from.toString(), to.toString()));
    values.addAll(keys);
    values.addAll(two ? keys : List.of());
    Set<String> gathering = gathering(a.exact());
    return new Questions(handle, dialect, types)
            .events(
                "e.live = 1 AND COALESCE(e.verdict, '') <> 'rejected' AND e.day BETWEEN ? AND ? AND "
                    + what
                    + " AND e.source_key IN ("
                    + marks
                    + ")"
                    + (two
                        ? " AND e.target_key IN (" + marks + ") AND e.source_key <> e.target_key"
                        : ""),
                values.toArray())
            .stream()
            .filter(e -> gathering(e.exact()).containsAll(gathering))
            .map(e -> new Decision(Objects.requireNonNull(e.day()), e.id()))
            .min(Comparator.comparing(Decision::day).thenComparing(Decision::event))
            .orElse(null);
  }

  /** Two who dine have not held the conference that they announced. */
  private static Set<String> gathering(String words) {
    Set<String> found = new TreeSet<>();
    Matcher m = GATHERING.matcher(words);
    while (m.find()) {
      found.add(m.group(1).toLowerCase(Locale.ROOT));
    }
    return found;
  }

  private static StoredAnnouncement with(
      StoredAnnouncement a, Outcome outcome, @Nullable Decision decision) {
    return new StoredAnnouncement(
        a.id(),
        a.article(),
        a.type(),
        a.participants(),
        a.place(),
        a.date(),
        a.by(),
        a.span(),
        a.exact(),
        outcome,
        decision == null ? null : decision.day(),
        decision == null ? null : decision.event());
  }
}
