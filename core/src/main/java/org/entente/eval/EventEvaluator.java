package org.entente.eval;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.Entente;
import org.entente.codebook.DataFile;
import org.entente.event.Event;
import org.entente.event.Participant;
import org.entente.source.Document;
import org.entente.source.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * Events against {@code events.tsv}: F1 of PLOVER types, of (source, type, target) triples, the
 * share of right statuses among right types, and the share of sentences without political event
 * that stay without one ({@code negatives.tsv}).
 */
final class EventEvaluator {
  private final Entente entente;

  EventEvaluator(Entente entente) {
    this.entente = entente;
  }

  Map<String, Double> measure(Path gold) throws IOException {
    int[] types = new int[3];
    int[] triples = new int[3];
    int[] status = new int[2];
    for (DataFile.Row row : Gold.rows(gold.resolve("events.tsv"), 6)) {
      List<Event> events = events(row.column(0), row.column(5));
      add(row, events, types, triples);
      for (Event e : events) {
        if (e.type().plover().equals(row.column(1))) {
          status[1]++;
          status[0] += e.status().word().equals(row.column(4)) ? 1 : 0;
          break;
        }
      }
    }
    Map<String, Double> measures = new LinkedHashMap<>();
    measures.put("events.type", Gold.f1(types[0], types[1], types[2]));
    measures.put("events.triple", Gold.f1(triples[0], triples[1], triples[2]));
    measures.put("events.status", status[1] == 0 ? 0 : (double) status[0] / status[1]);
    measures.put("events.negatives", silent(gold));
    return measures;
  }

  private static void add(DataFile.Row row, List<Event> events, int[] types, int[] triples) {
    Set<String> foundTypes = new HashSet<>();
    Set<String> foundTriples = new HashSet<>();
    for (Event e : events) {
      foundTypes.add(e.type().plover());
      foundTriples.add(country(e.source()) + " " + e.type().plover() + " " + country(e.target()));
    }
    types[0] += foundTypes.contains(row.column(1)) ? 1 : 0;
    types[1] += foundTypes.size();
    types[2]++;
    triples[0] +=
        foundTriples.contains(row.column(2) + " " + row.column(1) + " " + row.column(3)) ? 1 : 0;
    triples[1] += foundTriples.size();
    triples[2]++;
  }

  private double silent(Path gold) throws IOException {
    List<DataFile.Row> rows = Gold.rows(gold.resolve("negatives.tsv"), 1);
    int silent = 0;
    for (DataFile.Row row : rows) {
      silent += events("2015-06-15", row.column(0)).isEmpty() ? 1 : 0;
    }
    return (double) silent / rows.size();
  }

  private List<Event> events(String date, String sentence) {
    Metadata metadata = Metadata.dated(LocalDate.parse(date));
    return entente.read(Document.plain("gold", sentence, metadata)).events();
  }

  private static String country(@Nullable Participant participant) {
    return participant == null ? "" : participant.actor().country();
  }
}
