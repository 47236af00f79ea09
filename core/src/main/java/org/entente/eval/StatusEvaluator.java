package org.entente.eval;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.entente.Entente;
import org.entente.codebook.DataFile;
import org.entente.event.Event;
import org.entente.source.Document;
import org.entente.source.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * Statuses against {@code status.tsv}: the share of sentences in which the event that holds the
 * named word, the innermost first, has the status wanted. A sentence without such an event is
 * wrong. Some sentences are of invented countries, whose files lie beside the gold.
 */
public final class StatusEvaluator {
  private static final LocalDate DAY = LocalDate.of(2013, 5, 7);

  private final List<String> errors = new ArrayList<>();

  /** What was wrong in the last measurement, one line each. */
  public List<String> errors() {
    return List.copyOf(errors);
  }

  /**
   * @param gold the folder of the gold files
   * @return one measure, {@code events.statuses}
   * @throws IOException when the gold cannot be read
   */
  public Map<String, Double> measure(Path gold) throws IOException {
    errors.clear();
    Entente entente = Entente.create(gold.resolve("invented"));
    List<DataFile.Row> rows = Gold.rows(gold.resolve("status.tsv"), 3);
    int right = 0;
    for (DataFile.Row row : rows) {
      String sentence = row.column(2);
      List<Event> events =
          entente.read(Document.plain("gold", sentence, Metadata.dated(DAY))).events();
      Event event = holding(events, sentence, row.column(1));
      String status = event == null ? "no event" : event.status().word();
      if (status.equals(row.column(0))) {
        right++;
      } else {
        errors.add(row.column(0) + " but " + status + ": " + sentence);
      }
    }
    return Map.of("events.statuses", (double) right / rows.size());
  }

  private static @Nullable Event holding(List<Event> events, String sentence, String word) {
    int at = sentence.indexOf(word);
    return events.stream()
        .filter(e -> e.span().start() <= at && at < e.span().end())
        .min(Comparator.comparingInt(e -> e.span().length()))
        .orElse(null);
  }
}
