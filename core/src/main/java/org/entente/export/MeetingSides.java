package org.entente.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entente.actor.Actor;
import org.entente.codebook.DataFile;
import org.entente.codebook.DataFile.Row;
import org.entente.codebook.EventType;
import org.jspecify.annotations.Nullable;

/** The other side of a meeting: A visits B where B hosts A, both consult. Immutable. */
final class MeetingSides {
  private static final Map<String, String> CODES =
      Map.of(
          "04", "04", "040", "040", "041", "041", "042", "043", "043", "042", "044", "044", "046",
          "046");

  private final Map<String, EventType> types = new HashMap<>();

  MeetingSides() {
    String path = "/org/entente/codebook/types.tsv";
    for (Row row : DataFile.resource(MeetingSides.class, path, 7).rows()) {
      if (CODES.containsKey(row.column(0))) {
        types.put(row.column(0), type(row));
      }
    }
  }

  private static EventType type(Row row) {
    return new EventType(
        row.column(0),
        row.column(1),
        row.column(4),
        row.column(5),
        row.list(6),
        Integer.parseInt(row.column(3)),
        Double.parseDouble(row.column(2)));
  }

  /**
   * What the other side did, or null when the event is no meeting or the article reports its other
   * side itself.
   */
  @Nullable EventType missing(ExportEvent event, List<ExportEvent> article) {
    String code = CODES.get(event.type().code());
    boolean reported = code != null && article.stream().anyMatch(e -> isOther(e, event, code));
    return code == null || reported ? null : types.get(code);
  }

  private static boolean isOther(ExportEvent e, ExportEvent event, String code) {
    return e.type().code().equals(code)
        && Objects.equals(e.day(), event.day())
        && isSame(e.source(), event.target())
        && isSame(e.target(), event.source());
  }

  private static boolean isSame(@Nullable Party a, @Nullable Party b) {
    return a != null && b != null && key(a.actor()).equals(key(b.actor()));
  }

  private static List<String> key(Actor actor) {
    return List.of(actor.name(), actor.country(), actor.sector());
  }
}
