package org.entente.desk.publish;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.entente.actor.Actor;
import org.entente.desk.EventLine;
import org.entente.desk.Fault;
import org.entente.desk.Links;
import org.entente.desk.Room;
import org.entente.store.Block;
import org.entente.store.Cited;
import org.entente.store.StoredAnnouncement;
import org.entente.time.DateRange;
import org.jspecify.annotations.Nullable;

/** What was announced, frozen as the calendar has it. Thread-safe. */
final class NoticeClaims {
  private final Room room;
  private final Cited cited;
  private final Frozen frozen;

  NoticeClaims(Room room) {
    this.room = room;
    this.cited = new Cited(room.store());
    this.frozen = new Frozen(room);
  }

  /** An announcement of the calendar, by its key. */
  Block.Announced freeze(long id) {
    StoredAnnouncement found =
        calendar().stream()
            .filter(a -> a.id() == id)
            .findFirst()
            .orElseThrow(
                () -> Fault.badRequest("The calendar has no announcement " + id + " any more."));
    Block.Clip clip =
        new Block.Clip(
            Block.Source.of(found.article()),
            cited.hash(found.article()),
            found.span().start(),
            found.span().in(room.store().content(found.article().document())),
            false);
    return new Block.Announced(clip, notice(found));
  }

  /** All that was announced, seen from the last day that was read. */
  List<StoredAnnouncement> calendar() {
    return room.store().calendar(null, room.days().to());
  }

  private Block.Notice notice(StoredAnnouncement a) {
    DateRange date = a.date();
    return new Block.Notice(
        a.type().name(),
        a.participants().stream().map(Actor::name).toList(),
        a.place(),
        date == null ? null : date.from().toString(),
        date == null ? null : date.to().toString(),
        text(a.article().day()),
        a.outcome().word(),
        text(a.outcomeDay()),
        frozen.basis("docs/codebook.md"));
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  /** What is to be, who takes part, where and when, and what became of it. */
  static String words(Block.Notice notice) {
    StringBuilder words = new StringBuilder(notice.what());
    words.append(notice.who().isEmpty() ? "" : ": " + String.join(", ", notice.who()));
    words.append(notice.place().isBlank() ? "" : ", " + notice.place());
    if (notice.from() != null) {
      words.append(", ").append(notice.from());
      words.append(notice.from().equals(notice.to()) ? "" : " to " + notice.to());
    }
    words.append("; ").append(notice.outcome());
    return words.append(notice.outcomeDay() == null ? "" : " on " + notice.outcomeDay()).toString();
  }

  BlockView.Announced view(Block.Announced announced) {
    Optional<Cited.Around> around = cited.around(announced.clip());
    Block.Notice now =
        around
            .flatMap(a ->
                calendar().stream()
                    .filter(n ->
                        n.article().id() == a.id() && n.span().start() == announced.clip().start())
                    .findFirst())
            .map(this::notice)
            .orElse(null);
    boolean same = now != null && announced.then().saysTheSameAs(now);
    return new BlockView.Announced(
        announced,
        EventLine.oneLine(announced.clip().exact()),
        around.map(a -> Links.article(a.id())).orElse(null),
        same ? null : now,
        now == null);
  }
}
