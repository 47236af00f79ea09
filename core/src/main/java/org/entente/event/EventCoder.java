package org.entente.event;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.entente.actor.Actor;
import org.entente.actor.Mentions;
import org.entente.article.Field;
import org.entente.codebook.Codebook;
import org.entente.parse.ParsedArticle;
import org.entente.parse.Sentence;
import org.entente.statement.Statement;
import org.entente.text.Span;
import org.entente.time.TimeExpressions;
import org.jspecify.annotations.Nullable;

/** Codes who did what to whom. Immutable and thread-safe. */
public final class EventCoder {
  /**
   * Confidence in the main act of a sentence and in one that stands lower: the share of right
   * triples among them on the development records, rounded down.
   */
  private static final double MAIN = 0.7;

  private static final double RECALLED = 0.5;

  private final Codebook book;
  private final PrivateLife privateLife = new PrivateLife();
  private final TimeExpressions times = new TimeExpressions();

  public EventCoder() {
    this(null);
  }

  /**
   * @param own folder of a user's own codebook files, or null
   * @throws IllegalArgumentException naming every error of a broken file
   */
  public EventCoder(@Nullable Path own) {
    book = Codebook.load(own);
  }

  /** The codebook in use. */
  public Codebook codebook() {
    return book;
  }

  /** The events of {@code article}, in reading order. */
  public List<Event> code(ParsedArticle article, Mentions mentions, List<Statement> statements) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < article.sentences().size(); i++) {
      Sentence s = article.sentences().get(i);
      EventDates dates = new EventDates(s, article, times);
      for (SentenceCoder.Found found :
          new SentenceCoder(book, privateLife, s, i, mentions).code()) {
        boolean said = dates.isSaid(found.coding());
        Assessment assessment = new EventStatus(s).of(found.coding(), found.depth(), said);
        EventDates.Dated dated = dates.of(found.coding(), assessment.status());
        List<String> chain = attribution(article, statements, found.span());
        for (Sides pair : pairs(found)) {
          events.add(
              new Event(
                  book.type(found.coding().code()),
                  assessment,
                  dated.range(),
                  dated.rule(),
                  pair.source(),
                  pair.target(),
                  found.place(),
                  chain,
                  found.span(),
                  found.coding().rule(),
                  found.depth() == 0 ? MAIN : RECALLED));
        }
      }
    }
    return List.copyOf(new LinkedHashSet<>(events));
  }

  /** Who reports it: the outlet, then whoever is said to have said so. */
  private static List<String> attribution(
      ParsedArticle article, List<Statement> statements, Span span) {
    List<String> chain = new ArrayList<>();
    Field outlet = article.article().outlet();
    if (outlet != null) {
      chain.add(outlet.value());
    }
    for (Statement statement : statements) {
      Actor speaker = statement.speaker();
      if (speaker != null && statement.contents().stream().anyMatch(c -> c.contains(span))) {
        chain.add(speaker.name());
      }
    }
    return chain;
  }

  private record Sides(@Nullable Participant source, @Nullable Participant target) {}

  /** Each source with each target; several who act together, each with each other. */
  private static List<Sides> pairs(SentenceCoder.Found found) {
    List<Participant> sources = distinct(found.sources());
    List<Participant> targets = distinct(found.targets());
    boolean joint = found.joint() && sources.size() > 1;
    List<Sides> pairs = new ArrayList<>();
    for (Participant source : orNobody(sources)) {
      for (Participant target : orNobody(joint ? sources : targets)) {
        if (!joint || source != target) {
          pairs.add(new Sides(source, target));
        }
      }
    }
    return pairs;
  }

  private static List<@Nullable Participant> orNobody(List<Participant> participants) {
    List<@Nullable Participant> all = new ArrayList<>(participants);
    if (all.isEmpty()) {
      all.add(null);
    }
    return all;
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
