package org.entente.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.actor.Actor;
import org.entente.parse.Parser;
import org.entente.parse.Sentence;
import org.entente.store.Correction;
import org.entente.store.Reviews;
import org.entente.store.Store;
import org.entente.store.StoredEvent;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * The checks of a store as rows of gold.
 *
 * @param events rows of events.tsv
 * @param negatives rows of negatives.tsv: sentences of which every event was rejected
 * @param unfinished checked events of sentences in which others were not checked
 * @param untyped checked events of a code that PLOVER does not have, or without a date
 */
record CheckedGold(List<String> events, List<String> negatives, int unfinished, int untyped) {
  static final String EVENTS =
      "# Checked by people. Version 1.\n"
          + "# date\tPLOVER type\tsource country\ttarget country (empty: none)\tstatus\tsentence\n";
  static final String NEGATIVES =
      "# Every event in them was rejected by people. Version 1.\n# sentence\n";

  static CheckedGold of(Store store, Parser parser) {
    List<String> events = new ArrayList<>();
    Set<String> negatives = new LinkedHashSet<>();
    int[] leftOut = new int[2];
    bySentence(store, parser)
        .forEach((place, checked) -> {
          List<StoredEvent> right =
              checked.stream().filter(e -> e.verdict() != Correction.Verdict.REJECTED).toList();
          if (!isFinished(store, place)) {
            leftOut[0] += checked.size();
          } else if (right.isEmpty()) {
            negatives.add(place.text());
          } else {
            List<StoredEvent> typed = right.stream().filter(CheckedGold::isTyped).toList();
            leftOut[1] += right.size() - typed.size();
            typed.forEach(e -> events.add(row(e, place.text())));
          }
        });
    return new CheckedGold(events, List.copyOf(negatives), leftOut[0], leftOut[1]);
  }

  /** Whether every event that was coded in the sentence was checked. */
  private static boolean isFinished(Store store, Place place) {
    return store.eventsOf(place.article()).stream()
        .filter(e -> place.span().contains(e.span().start()))
        .allMatch(e -> e.verdict() != null);
  }

  private static boolean isTyped(StoredEvent event) {
    return !event.type().plover().isEmpty() && event.article().day() != null;
  }

  private record Place(long article, Span span, String text) {}

  private static Map<Place, List<StoredEvent>> bySentence(Store store, Parser parser) {
    Reviews reviews = new Reviews(store);
    Map<Place, List<StoredEvent>> places = new LinkedHashMap<>();
    for (StoredEvent event : reviews.checked()) {
      String content = store.content(event.article().document());
      Span span =
          parser.parse(content, reviews.passage(event)).stream()
              .map(Sentence::span)
              .filter(s -> s.contains(event.span().start()))
              .findFirst()
              .orElse(event.span());
      Place place = new Place(event.article().id(), span, oneLine(span.in(content)));
      places.computeIfAbsent(place, p -> new ArrayList<>()).add(event);
    }
    return places;
  }

  private static String row(StoredEvent event, String sentence) {
    return String.join(
        "\t",
        String.valueOf(event.article().day()),
        event.type().plover(),
        country(event.source()),
        country(event.target()),
        event.status().word(),
        sentence);
  }

  private static String country(@Nullable Actor actor) {
    return actor == null ? "" : actor.country();
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
