package org.entente.statement;

import java.util.ArrayList;
import java.util.List;
import org.entente.parse.Relation;
import org.entente.parse.Sentence;
import org.entente.parse.Upos;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * The attributions of one sentence: cue verbs with their subjects and contents, and "according to".
 * Not thread-safe.
 */
final class SentenceStatements {
  /** Longer sentences say something of their own. */
  private static final int LONGEST_OPEN = 14;

  private final Sentence s;
  private final int number;
  private final SentenceText words;
  private final Cues cues;
  private final Phrases phrases;
  private final Sources sources;
  private final ClauseContents clauses;
  private final ComplementContents complements;
  private final NominalStatements nominal;
  private final PassiveStatements passive;
  private final List<Attribution> found = new ArrayList<>();

  SentenceStatements(SentenceText words, int number) {
    this.words = words;
    this.s = words.sentence();
    this.number = number;
    this.cues = words.cues();
    this.phrases = new Phrases(words);
    this.sources = new Sources(words);
    ContentEnds ends = new ContentEnds(words);
    this.clauses = new ClauseContents(words, sources, ends, phrases);
    this.complements = new ComplementContents(words, phrases, ends);
    NounStatements nouns = new NounStatements(words, number, phrases, ends);
    this.nominal = new NominalStatements(words, number, phrases, nouns);
    this.passive = new PassiveStatements(words, number, phrases, ends);
  }

  List<Attribution> find() {
    for (int v = 0; v < s.size(); v++) {
      if (words.isQuoted(v)) {
        continue;
      }
      if (s.upos(v) == Upos.VERB && !nominal.isAccordingTo(v)) {
        Attribution a = verb(v);
        found.addAll(a == null ? nominal.at(v) : List.of(a));
      } else if (!isInCue(v)) {
        found.addAll(nominal.at(v));
      }
    }
    MarkedAttributions marked = new MarkedAttributions(words, number);
    if (found.isEmpty() || marked.isWhole()) {
      found.clear();
      found.addAll(marked.find());
    }
    if (found.isEmpty()) {
      open();
    }
    return found;
  }

  /**
   * "The mayor asked.", "She said:": a cue whose content stands in another sentence, if anywhere;
   * its contents stay empty here.
   */
  private void open() {
    int last = s.size() - 1;
    int v = s.root();
    boolean closed = s.form(last).equals(".") || s.form(last).equals(":");
    int subject = sources.subject(v);
    if (closed
        && s.size() <= LONGEST_OPEN
        && cues.is(Cues.Frame.CLAUSE, s.lemma(v))
        && subject != Sentence.NONE
        && s.child(v, Relation.OBJ) == Sentence.NONE) {
      Span source = phrases.source(subject, v);
      Span cue = phrases.cue(v);
      Statement.Kind kind = Statement.Kind.DIRECT;
      found.add(new Attribution(number, v, source, subject, cue, kind, "direct"));
    }
  }

  private @Nullable Attribution verb(int v) {
    Attribution acted = passive.of(v);
    if (acted != null) {
      return acted;
    }
    String lemma = lemma(v);
    int subject = sources.of(v, lemma);
    boolean willed = cues.is(Cues.Frame.INFINITIVE, lemma) && complements.isInfinitive(v);
    boolean clause = cues.is(Cues.Frame.CLAUSE, lemma) && !(willed && subject != Sentence.NONE);
    Attribution said = clause ? clause(v, subject) : null;
    return said != null || subject == Sentence.NONE ? said : complement(v, subject, lemma);
  }

  private @Nullable Attribution clause(int v, int subject) {
    List<Span> said = clauses.direct(v);
    boolean held = s.xpos(v).equals("VBG") && isHeld(said);
    List<Span> around = said.isEmpty() ? clauses.around(v, subject) : List.of();
    if (!around.isEmpty()) {
      return attribution(v, subject, phrases.cue(v), around, "clause");
    }
    List<Span> mixed = said.size() == 1 ? clauses.mixed(v, said.getFirst()) : List.of();
    if (!said.isEmpty() && !held) {
      return mixed.isEmpty()
          ? attribution(v, subject, phrases.cue(v), said, "direct")
          : attribution(v, subject, phrases.cue(v), mixed, "clause");
    }
    List<Span> reported = clauses.reported(v);
    if (!reported.isEmpty() && (subject != Sentence.NONE || sources.isTrailing(v))) {
      return attribution(v, subject, phrases.cue(v), reported, "clause");
    }
    List<Span> ordered = reported.isEmpty() ? clauses.ordered(v, subject) : List.of();
    return ordered.isEmpty() ? null : attribution(v, subject, phrases.cue(v), ordered, "order");
  }

  private @Nullable Attribution complement(int v, int subject, String lemma) {
    Span infinitive = cues.is(Cues.Frame.INFINITIVE, lemma) ? complements.infinitive(v) : null;
    if (infinitive != null) {
      return attribution(v, subject, phrases.cue(v), List.of(infinitive), "infinitive");
    }
    ComplementContents.Complement prepositional = complements.prepositional(v);
    if (prepositional != null) {
      return attribution(
          v, subject, prepositional.cue(), List.of(prepositional.content()), "preposition");
    }
    ComplementContents.Complement burdened = complements.burdened(v);
    if (burdened != null) {
      return attribution(v, subject, burdened.cue(), List.of(burdened.content()), "light");
    }
    Span object = cues.is(Cues.Frame.OBJECT, lemma) ? complements.object(v) : null;
    return object == null
        ? null
        : attribution(v, subject, phrases.cue(v), List.of(object), "object");
  }

  private boolean isInCue(int token) {
    return found.stream().anyMatch(a -> a.cue.contains(s.span(token)));
  }

  private boolean isHeld(List<Span> said) {
    return found.stream()
        .anyMatch(a -> a.contents.stream().anyMatch(c -> said.stream().anyMatch(c::overlaps)));
  }

  private Attribution attribution(int v, int subject, Span cue, List<Span> contents, String rule) {
    boolean direct = rule.equals("direct");
    Span beside = direct && subject == Sentence.NONE ? sources.beside(v) : null;
    Span source = subject == Sentence.NONE ? beside : phrases.source(subject, v);
    int head = beside == null ? subject : sources.headOf(beside);
    Statement.Kind kind = direct ? Statement.Kind.DIRECT : phrases.kind(contents.getFirst());
    Attribution a = new Attribution(number, v, source, head, cue, kind, rule);
    a.contents.addAll(contents);
    return a;
  }

  private String lemma(int v) {
    int particle = s.child(v, Relation.COMPOUND_PRT);
    String joined = particle == Sentence.NONE ? s.lemma(v) : s.lemma(v) + "_" + s.lemma(particle);
    return cues.is(Cues.Frame.CLAUSE, joined)
            || cues.is(Cues.Frame.OBJECT, joined)
            || cues.is(Cues.Frame.INFINITIVE, joined)
        ? joined
        : s.lemma(v);
  }
}
