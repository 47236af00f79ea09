package org.entente.desk.publish;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.entente.desk.Asked;
import org.entente.desk.Fault;
import org.entente.desk.Form;
import org.entente.desk.Room;
import org.entente.relation.ActorKey;
import org.entente.relation.Grain;
import org.entente.relation.Side;
import org.entente.store.Block;
import org.entente.store.Sayings;
import org.springframework.web.servlet.function.ServerRequest;

/** What a form wants to have frozen. Thread-safe. */
final class Wanted {
  private static final int LONGEST = 300;

  /** What can be inserted. */
  enum Kind {
    AGREEMENT,
    TENSION,
    SERIES,
    STATEMENTS,
    ANNOUNCED
  }

  /**
   * Two actors and a bin.
   *
   * @param by its length
   * @param on a day of it
   */
  record Two(ActorKey one, ActorKey other, Grain by, LocalDate on) {}

  private final Room room;
  private final RarityClaims rarity;
  private final SeriesClaims series;
  private final StatementClaims statements;
  private final NoticeClaims notices;

  Wanted(Room room) {
    this.room = room;
    this.rarity = new RarityClaims(room);
    this.series = new SeriesClaims(room);
    this.statements = new StatementClaims(room);
    this.notices = new NoticeClaims(room);
  }

  /** Freezes it as of now. */
  Block freeze(ServerRequest request) {
    return switch (kind(request)) {
      case AGREEMENT -> rarity.freeze(two(request), Side.AGREEMENT);
      case TENSION -> rarity.freeze(two(request), Side.TENSION);
      case SERIES -> series.freeze(two(request));
      case STATEMENTS -> statements.freeze(sought(request), kept(request));
      case ANNOUNCED ->
          notices.freeze(
              new Form(request)
                  .number("announcement")
                  .orElseThrow(() -> Fault.badRequest("Choose an announcement.")));
    };
  }

  private static Kind kind(ServerRequest request) {
    String name = request.param("kind").isPresent() ? "kind" : "side";
    return Asked.one(request, name, Kind.class)
        .orElseThrow(() -> Fault.badRequest("Say what is to be inserted."));
  }

  private Two two(ServerRequest request) {
    LocalDate on = Asked.day(request, "on");
    return new Two(
        room.actor(required(request, "one")),
        room.actor(required(request, "other")),
        Asked.one(request, "by", Grain.class).orElse(Grain.WEEK),
        on == null ? room.days().to() : on);
  }

  private static String required(ServerRequest request, String name) {
    String words = new Form(request).line(name, LONGEST);
    if (words.isEmpty()) {
      throw Fault.badRequest("A claim needs two actors.");
    }
    return words;
  }

  private Block.Sought sought(ServerRequest request) {
    Form form = new Form(request);
    String speaker = form.line("speaker", LONGEST);
    boolean heard = speaker.isEmpty() || new Sayings(room.store()).isHeard(speaker);
    return new Block.Sought(
        heard ? speaker : room.actor(speaker).toString(),
        form.line("about", LONGEST),
        form.line("to", LONGEST),
        day(request, "from"),
        day(request, "until"));
  }

  private static String day(ServerRequest request, String name) {
    LocalDate day = Asked.day(request, name);
    return day == null ? "" : day.toString();
  }

  private static Set<String> kept(ServerRequest request) {
    List<String> chosen = request.params().getOrDefault("line", List.of());
    return Set.copyOf(chosen);
  }

  /** The fields that ask for the same once more, without what was chosen of it. */
  static Map<String, String> fields(ServerRequest request) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("kind", kind(request).name().toLowerCase(Locale.ROOT));
    for (String name : FIELDS) {
      String given = new Form(request).line(name, LONGEST);
      if (!given.isEmpty()) {
        fields.put(name, given);
      }
    }
    return fields;
  }

  private static final List<String> FIELDS =
      List.of(
          "one", "other", "by", "on", "speaker", "about", "to", "from", "until", "announcement");
}
