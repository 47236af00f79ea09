package org.entente.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.entente.actor.Actor;
import org.entente.actor.Mentions;
import org.entente.codebook.Codebook;
import org.entente.codebook.EventType;
import org.entente.parse.ParsedArticle;
import org.entente.parse.Sentence;
import org.entente.statement.Statement;
import org.entente.statement.Status;
import org.entente.time.DateRange;
import org.jspecify.annotations.Nullable;

/** Codes who did what to whom. Immutable and thread-safe. */
public final class EventCoder {
  private final Codebook book = Codebook.load();

  /** The events of {@code article}, in reading order. */
  public List<Event> code(ParsedArticle article, Mentions mentions, List<Statement> statements) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < article.sentences().size(); i++) {
      Sentence sentence = article.sentences().get(i);
      for (SentenceCoder.Found found : new SentenceCoder(book, sentence, i, mentions).code()) {
        addEvents(found, sentence, article.day(), events);
      }
    }
    return List.copyOf(new LinkedHashSet<>(events));
  }

  private void addEvents(
      SentenceCoder.Found found, Sentence s, @Nullable LocalDate day, List<Event> events) {
    EventType type = book.type(found.coding().code());
    Status status = new EventStatus(s).of(found.coding(), found.depth());
    List<@Nullable Participant> sources = new ArrayList<>(distinct(found.sources()));
    List<@Nullable Participant> targets = new ArrayList<>(distinct(found.targets()));
    boolean joint = targets.isEmpty() && sources.size() > 1;
    if (joint) {
      targets = sources;
    }
    if (sources.isEmpty()) {
      sources.add(null);
    }
    if (targets.isEmpty()) {
      targets.add(null);
    }
    for (Participant source : sources) {
      for (Participant target : targets) {
        if (!joint || source != target) {
          events.add(
              new Event(
                  type,
                  status,
                  day == null ? null : DateRange.on(day),
                  day == null ? "" : "article",
                  source,
                  target,
                  "",
                  List.of(),
                  found.span(),
                  found.coding().rule(),
                  found.depth() == 0 ? 0.8 : 0.5));
        }
      }
    }
  }

  /** One participant for each actor. */
  private static List<Participant> distinct(List<Participant> found) {
    List<Participant> distinct = new ArrayList<>();
    Set<Actor> seen = new LinkedHashSet<>();
    for (Participant participant : found) {
      if (seen.add(participant.actor())) {
        distinct.add(participant);
      }
    }
    return distinct;
  }
}
